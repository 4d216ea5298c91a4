package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionTrial}.
 */
class RevisionTrialTests {

	private static final Schema BEFORE = schema(
			table("shops", column("id", bigint()).notNull(), column("name", varchar(10)), primaryKey("id")),
			table("owners", column("id", bigint()).notNull(), column("shop_id", bigint()), primaryKey("id"),
					foreignKey("shop_id").references("shops", "id").named("owner_shop")),
			table("users", column("id", bigint()).notNull(), column("kind", varchar(5)), column("shop_id", bigint()),
					column("old", integer()), primaryKey("id"), check("kind in ('A','B')"),
					foreignKey("shop_id").references("shops", "id").named("user_shop"), index("ix_kind", "kind")),
			table("others", column("id", bigint()).notNull(), primaryKey("id")));

	private static final Schema AFTER = schema(BEFORE.table(QualifiedName.parse("shops")).orElseThrow(),
			BEFORE.table(QualifiedName.parse("owners")).orElseThrow(),
			BEFORE.table(QualifiedName.parse("others")).orElseThrow(),
			table("users", column("id", bigint()).notNull(), column("kind", varchar(9)), column("shop_id", bigint()),
					column("added", integer()).notNull(), primaryKey("id"), check("kind in ('A','B','C')"),
					foreignKey("shop_id").references("shops", "id").named("user_shop"),
					index("ix_kind", "kind", "added")),
			table("notes", column("id", bigint()).notNull(), column("user_id", bigint()), primaryKey("id"),
					foreignKey("user_id").references("users", "id").named("note_user")));

	private final List<String> statements = new ArrayList<>();

	private Connection connection;

	private Dialect dialect;

	private Changes changes;

	private void open(Product product) throws SQLException {
		TestDatabase database = product.create();
		this.connection = database.connect();
		this.dialect = Dialects.load(getClass().getClassLoader()).of(this.connection);
		SchemaComparison comparison = new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS);
		perform(this.connection, comparison.compare(this.connection, Model.of(BEFORE)).upgrade());
		this.changes = comparison.compare(this.connection, Model.of(AFTER));
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void revisionLeadsThereAndBackAndLeavesNothing(Product product) throws SQLException {
		open(product);
		Schema before = reflect();

		assertThat(run(this.changes.upgrade(), this.changes.downgrade())).isEmpty();

		assertThat(reflect()).isEqualTo(before);
		assertThat(this.connection.getAutoCommit()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void upgradeThatLacksSomethingIsRefused(Product product) throws SQLException {
		open(product);
		List<Operation> incomplete = new ArrayList<>(this.changes.upgrade());
		incomplete.removeIf(DropColumn.class::isInstance);

		assertThatExceptionOfType(TrialException.class).isThrownBy(() -> run(incomplete, this.changes.downgrade()))
			.withMessageStartingWith("its upgrade leaves a difference to the model: removed column 'users.old'");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void downgradeThatLacksSomethingIsRefused(Product product) throws SQLException {
		open(product);
		List<Operation> incomplete = new ArrayList<>(this.changes.downgrade());
		incomplete.removeIf(DropColumn.class::isInstance);

		assertThatExceptionOfType(TrialException.class).isThrownBy(() -> run(this.changes.upgrade(), incomplete))
			.withMessageStartingWith(
					"its downgrade leaves a difference to what was before: removed column 'users.added'");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void onlyCopiesOfWhatTheRevisionNamesAreMade(Product product) throws SQLException {
		open(product);
		RevisionTrial trial = new RevisionTrial(this.dialect, ComparisonSettings.DEFAULTS);
		List<String> tables = new ArrayList<>();

		trial.run(this.connection, reflect(), Model.of(AFTER), this.changes, new RevisionTrial.Run() {

			@Override
			public void upgrade(Connection scratch) {
				try {
					dialect().reflector()
						.reflect(scratch, null)
						.tables()
						.forEach((table) -> tables.add(table.name().name()));
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
				perform(scratch, RevisionTrialTests.this.changes.upgrade());
			}

			@Override
			public void downgrade(Connection scratch) {
				perform(scratch, RevisionTrialTests.this.changes.downgrade());
			}

		});

		assertThat(tables).containsExactly("shops", "users");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void otherSchemaIsTriedWhereTheScratchIsADatabase(Product product) throws SQLException {
		open(product);
		Table orders = new Table(new QualifiedName("sales", "orders"), List.of(column("id", bigint()).notNull()),
				List.of(primaryKey("id")), List.of(), null);
		List<SchemaObject> objects = new ArrayList<>(BEFORE.all());
		objects.add(orders);
		Model wanted = Model.of(new Schema(objects));
		this.changes = new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS).compare(this.connection, wanted);

		Optional<String> reason = run(wanted, this.changes.upgrade(), this.changes.downgrade());

		assertThat(reason).isEqualTo((product == Product.H2) ? Optional.empty()
				: Optional.of("it names the schema sales, of which there is no empty copy"));
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void sequenceOfAnotherSchemaIsLeftAlone(Product product) throws SQLException {
		open(product);
		Sequence sequence = new Sequence(new QualifiedName("audit", "numbers"), null, SequenceOptions.DEFAULTS, null,
				null);
		SchemaComparison comparison = new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS);
		List<SchemaObject> objects = new ArrayList<>(BEFORE.all());
		objects.add(sequence);
		perform(this.connection, comparison.compare(this.connection, Model.of(new Schema(objects))).upgrade());
		objects = new ArrayList<>(AFTER.all());
		objects.add(sequence);
		Model wanted = Model.of(new Schema(objects));
		this.changes = comparison.compare(this.connection, wanted);

		assertThat(run(wanted, this.changes.upgrade(), this.changes.downgrade())).isEmpty();
	}

	private Optional<String> run(List<Operation> upgrade, List<Operation> downgrade) throws SQLException {
		return run(Model.of(AFTER), upgrade, downgrade);
	}

	private Optional<String> run(Model wanted, List<Operation> upgrade, List<Operation> downgrade) throws SQLException {
		return new RevisionTrial(this.dialect, ComparisonSettings.DEFAULTS).run(this.connection,
				new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS).read(this.connection, wanted.schema()),
				wanted, this.changes, new RevisionTrial.Run() {

					@Override
					public void upgrade(Connection scratch) {
						perform(scratch, upgrade);
					}

					@Override
					public void downgrade(Connection scratch) {
						perform(scratch, downgrade);
					}

				});
	}

	private Dialect dialect() {
		return this.dialect;
	}

	private Schema reflect() throws SQLException {
		return this.dialect.reflector().reflect(this.connection, null);
	}

	private void perform(Connection connection, List<Operation> operations) {
		try {
			for (Operation operation : operations) {
				for (SqlStatement statement : this.dialect.renderer().render(operation)) {
					this.statements.add(statement.text());
					this.dialect.execute(connection, statement);
				}
			}
		}
		catch (SQLException ex) {
			throw new AssertionError(ex.getMessage() + "\n" + String.join(";\n", this.statements), ex);
		}
	}

	private static Schema schema(SchemaObject... objects) {
		return new Schema(List.of(objects));
	}

	private static Table table(String name, TableElement... elements) {
		return Table.of(QualifiedName.parse(name), List.of(elements));
	}

}
