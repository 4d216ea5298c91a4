package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.View;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.EnumType.enumType;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static dev.migrate.schema.View.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Dependents}, {@link DependentViews}, {@link ViewOrder},
 * {@link ViewDifferences} and {@link TrialViews}: each revision is tried and carried out.
 */
class DependentsTests {

	private static final Table UNIQUE_CODE = table("u", column("id", bigint()).notNull(), column("code", integer()),
			primaryKey("id"), unique("code").named("uk"));

	private static final Table CODE = table("u", column("id", bigint()).notNull(), column("code", integer()),
			primaryKey("id"));

	private Connection connection;

	private Dialect dialect;

	private void open(Product product) throws SQLException {
		TestDatabase database = product.create();
		this.connection = database.connect();
		this.dialect = Dialects.load(getClass().getClassLoader()).of(this.connection);
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void foreignKeyInTheWayThatIsRenamedComesBackByItsNewName(Product product) throws SQLException {
		open(product);
		create(UNIQUE_CODE,
				table("o", column("c", integer()), foreignKey("c").references("u", "code").named("old_fk")));
		Schema wanted = schema(
				table("u", column("id", bigint()).notNull(), column("code", integer()).notNull(), primaryKey("code")),
				table("o", column("c", integer()), foreignKey("c").references("u", "code").named("new_fk")));

		Changes changes = goesThereAndBack(wanted, Renames.NONE);

		assertThat(changes.upgrade()).noneMatch(RenameConstraint.class::isInstance);
		perform(this.connection, changes.upgrade());
		assertThat(reflect().table(QualifiedName.parse("o")).orElseThrow().constraints(ForeignKey.class))
			.extracting(ForeignKey::name)
			.containsExactly("new_fk");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void foreignKeyOfADroppedTableLeavesBeforeTheKeyThatItReferences(Product product) throws SQLException {
		open(product);
		create(UNIQUE_CODE, table("o", column("c", integer()), foreignKey("c").references("u", "code").named("fk")));

		Changes changes = goesThereAndBack(schema(CODE), Renames.NONE);

		assertThat(changes.upgrade()).extracting(Operation::describe).endsWith("drop table o");
		assertThat(changes.upgrade()).filteredOn(DropConstraint.class::isInstance).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void columnMadeAnewKeepsIndexesAndConstraints(Product product) throws SQLException {
		open(product);
		create(generated(integer(), "a * 2", "by_g"));

		goesThereAndBack(schema(generated(integer(), "a * 3", "by_g")), Renames.NONE);
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void generatedColumnInTheWayKeepsIndexesAndConstraints(Product product) throws SQLException {
		open(product);
		create(generated(integer(), "a * 2", "by_g"));

		goesThereAndBack(schema(generated(bigint(), "a * 2", "by_new_g")), Renames.NONE);
	}

	private static Table generated(ColumnType type, String expression, String index) {
		return table("t", column("id", bigint()).notNull(), column("a", type), column("b", integer()),
				column("g", bigint()).generatedStored(expression), primaryKey("id"), unique("g").named("one_g"),
				check("g > b").named("big"), index(index, "b", "g"));
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void viewsOverAChangedColumnLeaveWithThoseThatReadThem(Product product) throws SQLException {
		open(product);
		create(table("t", column("id", bigint()).notNull(), column("a", integer()), primaryKey("id")));
		execute("CREATE VIEW z1 AS SELECT id, a FROM t");
		execute("CREATE VIEW v2 AS SELECT id FROM z1");
		execute("CREATE VIEW a3 AS SELECT id FROM v2");

		Changes changes = goesThereAndBack(
				schema(table("t", column("id", bigint()).notNull(), column("a", bigint()), primaryKey("id"))),
				Renames.NONE);

		assertThat(changes.upgrade()).extracting(Operation::describe)
			.containsExactly("drop view a3", "drop view v2", "drop view z1", "alter column t.a", "create view z1",
					"create view v2", "create view a3");
	}

	@Test
	void viewsOverAnEnumeratedTypeLeaveWhileItIsMadeAnew() throws SQLException {
		open(Product.POSTGRESQL);
		create(enumType("mood", "happy", "sad"), table("t", column("m", new Named(QualifiedName.parse("mood")))));
		execute("CREATE VIEW v AS SELECT m FROM t");

		goesThereAndBack(
				schema(enumType("mood", "happy"), table("t", column("m", new Named(QualifiedName.parse("mood"))))),
				Renames.NONE);
		goesThereAndBack(schema(enumType("mood", "happy", "so", "sad"),
				table("t", column("m", new Named(QualifiedName.parse("mood"))))), Renames.NONE);
	}

	@Test
	void viewOverAColumnThatIsDroppedForGoodIsFoundByTheTrial() throws SQLException {
		open(Product.POSTGRESQL);
		create(table("t", column("id", bigint()), column("a", integer())));
		execute("CREATE VIEW v AS SELECT a FROM t");
		Schema wanted = schema(table("t", column("id", bigint())));
		Changes changes = compare(wanted, Renames.NONE);

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> attempt(wanted, changes))
			.withMessageContaining("view v depends on");
	}

	@Test
	void viewThatCannotBeCopiedDoesNotKeepTheRestFromBeingTried() throws SQLException {
		open(Product.H2);
		create(table("t", column("id", bigint())));
		execute("CREATE SCHEMA other");
		execute("CREATE TABLE other.x (id bigint)");
		execute("CREATE VIEW v AS SELECT t.id FROM t, other.x");

		goesThereAndBack(schema(table("t", column("id", bigint()), column("b", integer()))), Renames.NONE);
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void viewsOfAModelMayReadEachOther(Product product) throws SQLException {
		open(product);
		Table t = table("t", column("id", bigint()).notNull(), column("a", integer()), primaryKey("id"));
		Schema wanted = schema(t, view("a2", "select id from z1 where id > 0"), view("z1", "select id, a from t"));
		create(t);
		goesThereAndBack(wanted, Renames.NONE);
		perform(this.connection, compare(wanted, Renames.NONE).upgrade());
		assertThat(compare(wanted, Renames.NONE).differences()).isEmpty();

		Changes changes = goesThereAndBack(
				schema(t, view("a2", "select id from z1 where id > 0"), view("z1", "select id from t")), Renames.NONE);

		assertThat(changes.upgrade()).extracting(Operation::describe)
			.containsExactly("drop view a2", "drop view z1", "create view z1", "create view a2");
		assertThat(new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS).creation(wanted).upgrade())
			.extracting(Operation::describe)
			.containsExactly("create table t", "create view z1", "create view a2");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void viewOfAModelMayReadWhatTheModelLacks(Product product) throws SQLException {
		open(product);
		create(table("t", column("id", bigint())));
		execute("CREATE TABLE left_out (id bigint)");
		execute("CREATE VIEW other AS SELECT id FROM left_out WHERE id > 0");
		Schema wanted = schema(table("t", column("id", bigint())), view("v", "select id from other where id < 9"));
		ComparisonSettings settings = new ComparisonSettings(List.of(), new Exclusions(List.of("left_out"), List.of()),
				Renames.NONE, NamingConvention.NONE);
		SchemaComparison comparison = new SchemaComparison(this.dialect, settings);
		perform(this.connection, comparison.compare(this.connection, Model.of(wanted)).upgrade());

		assertThat(comparison.compare(this.connection, Model.of(wanted)).differences()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void viewOfAModelFollowsRenames(Product product) throws SQLException {
		open(product);
		create(table("t", column("id", bigint()), column("a", varchar(9))), view("v", "select id, a from t"));

		Changes changes = goesThereAndBack(
				schema(table("u", column("id", bigint()), column("b", varchar(9))), view("v", "select id, b from u")),
				Renames.parse(List.of("t.a=u.b"), List.of("t=u")));

		assertThat(changes.upgrade()).extracting(Operation::describe)
			.startsWith("drop view v")
			.endsWith("create view v");
		assertThat(changes.downgrade()).extracting(Operation::describe)
			.startsWith("drop view v")
			.endsWith("create view v");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void otherViewInTheWayFollowsTheRenameOfItsTable(Product product) throws SQLException {
		open(product);
		create(table("t", column("id", bigint()), column("a", integer())));
		execute("CREATE VIEW v AS SELECT id, a FROM t");

		goesThereAndBack(schema(table("u", column("id", bigint()), column("a", bigint()))),
				Renames.parse(List.of(), List.of("t=u")));
	}

	@Test
	void foreignKeyWithoutNameStays() throws SQLException {
		open(Product.SQLITE);
		execute("CREATE TABLE u (id integer NOT NULL, code integer, CONSTRAINT uk UNIQUE (code))");
		execute("CREATE TABLE o (c integer REFERENCES u (code))");
		Schema found = new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS).read(this.connection, schema());

		List<Operation> drop = List
			.of(new DropConstraint(QualifiedName.parse("u"), "uk", false, unique("code").named("uk")));

		assertThat(Dependents.with(drop, found, found, this.dialect.identifiers())).isEqualTo(drop);
	}

	private void create(SchemaObject... objects) throws SQLException {
		Schema wanted = schema(objects);
		perform(this.connection, compare(wanted, Renames.NONE).upgrade());
		assertThat(compare(wanted, Renames.NONE).differences()).isEmpty();
	}

	private Changes compare(Schema wanted, Renames renames) throws SQLException {
		return new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS.with(renames)).compare(this.connection,
				Model.of(wanted));
	}

	/** Try the revision, upgrade, downgrade; each must leave no difference. */
	private Changes goesThereAndBack(Schema wanted, Renames renames) throws SQLException {
		Schema before = reflect();
		Changes changes = compare(wanted, renames);
		assertThat(changes.differences()).isNotEmpty();
		attempt(wanted, changes);
		perform(this.connection, changes.upgrade());
		assertThat(compare(wanted, Renames.NONE).differences()).isEmpty();
		perform(this.connection, changes.downgrade());
		assertThat(compare(before, Renames.NONE).differences()).isEmpty();
		assertThat(reflect().objects(View.class)).containsExactlyInAnyOrderElementsOf(before.objects(View.class));
		return changes;
	}

	private void attempt(Schema wanted, Changes changes) throws SQLException {
		assertThat(new RevisionTrial(this.dialect, ComparisonSettings.DEFAULTS).run(this.connection, reflect(),
				Model.of(wanted), changes, new RevisionTrial.Run() {

					@Override
					public void upgrade(Connection scratch) {
						perform(scratch, changes.upgrade());
					}

					@Override
					public void downgrade(Connection scratch) {
						perform(scratch, changes.downgrade());
					}

				}))
			.isEmpty();
	}

	private Schema reflect() throws SQLException {
		return this.dialect.reflector().reflect(this.connection, null);
	}

	private void execute(String sql) throws SQLException {
		this.dialect.execute(this.connection, new SqlStatement(sql));
	}

	private void perform(Connection connection, List<Operation> operations) {
		List<String> sent = new ArrayList<>();
		try {
			for (Operation operation : operations) {
				for (SqlStatement statement : this.dialect.renderer().render(operation)) {
					sent.add(statement.text());
					this.dialect.execute(connection, statement);
				}
			}
		}
		catch (SQLException ex) {
			throw new AssertionError(ex.getMessage() + "\n" + String.join(";\n", sent), ex);
		}
	}

	private static Schema schema(SchemaObject... objects) {
		return new Schema(List.of(objects));
	}

	private static Table table(String name, TableElement... elements) {
		return Table.of(QualifiedName.parse(name), List.of(elements));
	}

}
