package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.Types;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SchemaComparison}.
 */
class SchemaComparisonTests {

	@Nested
	@ParameterizedClass
	@EnumSource(names = { "POSTGRESQL", "H2" })
	class OnEachProduct {

		@Parameter
		Product product;

		private Fixture fixture;

		@BeforeEach
		void create() throws SQLException {
			this.fixture = new Fixture(this.product);
		}

		@AfterEach
		void close() throws SQLException {
			this.fixture.connection.close();
		}

		@Test
		void tablesComeBehindThoseThatTheyReferenceAndGoBeforeThem() throws SQLException {
			Schema wanted = schema(
					table("a", column("id", bigint()), column("b_id", bigint()), primaryKey("id"),
							foreignKey("b_id").references("b", "id").named("a_b")),
					table("b", column("id", bigint()), column("a_id", bigint()), column("c_id", bigint()),
							primaryKey("id"), foreignKey("a_id").references("a", "id").named("b_a"),
							foreignKey("c_id").references("c", "id").named("b_c")),
					table("c", column("id", bigint()), column("parent", bigint()), primaryKey("id"),
							foreignKey("parent").references("c", "id").named("c_c")));
			this.fixture.goesThereAndBack(wanted);
			this.fixture.change(wanted);
			this.fixture.goesThereAndBack(schema());
		}

		@Test
		void whatDiffersOnlyInHowItIsWrittenDoesNotDiffer() throws SQLException {
			Schema wanted = schema(table("users", column("id", bigint()).notNull(),
					column("status", varchar(10)).defaultSql("'NEW'"), column("age", integer()).defaultSql("0"),
					column("created", Types.timestamp(6)).defaultSql("current_timestamp"),
					column("twice", integer()).generatedStored("age * 2"), primaryKey("id"), unique("status", "age"),
					check("status in ('NEW','OLD')"), check("age between 0 and 150"),
					check("(length(status) > 1) or age is null"), check("status in ('NEW') and age >= 0"),
					check("case when age > 1 then status else 'x' end <> 'y'"), index("users_age", "age")));
			this.fixture.change(wanted);

			assertThat(this.fixture.compare(wanted).differences()).isEmpty();
		}

		@Test
		void orderOfTheColumnsOfAKeyDoesNotDiffer() throws SQLException {
			Column a = column("a", bigint()).notNull();
			Column b = column("b", bigint()).notNull();
			this.fixture.change(schema(table("pairs", a, b, primaryKey("a", "b"))));

			assertThat(this.fixture.compare(schema(table("pairs", a, b, primaryKey("b", "a")))).differences())
				.isEmpty();
		}

		@Test
		void everyAspectOfAColumnIsChanged() throws SQLException {
			this.fixture.change(schema(table("users", column("id", bigint()).notNull(), column("name", varchar(10)),
					column("age", integer()).notNull(), column("state", varchar(5)).defaultValue("new"),
					column("score", integer()).notNull().defaultValue(1), column("old", text()).notNull(),
					column("note", text()).comment("short"), primaryKey("id"))));
			this.fixture.execute("INSERT INTO users (id, name, age, state, score, old, note)"
					+ " VALUES (1, 'Ann', 30, 'x', 5, 'o', 'n')");
			Schema wanted = schema(table("users", column("id", bigint()).identityByDefault(),
					column("name", varchar(50)).notNull(), column("age", bigint()),
					column("state", varchar(5)).defaultValue("old"), column("score", integer()).notNull(),
					column("note", text()).comment("long"), column("added", integer()).notNull().defaultValue(7),
					column("twice", bigint()).generatedStored("age * 2"), primaryKey("id"))
				.comment("People"));

			Changes changes = this.fixture.compare(wanted);
			this.fixture.apply(changes.upgrade());
			this.fixture.execute("INSERT INTO users (name, score) VALUES ('Bob', 1)");
			assertThat(this.fixture.texts("SELECT id FROM users WHERE name = 'Bob'")).containsExactly("2");
			this.fixture.execute("DELETE FROM users");
			this.fixture.apply(changes.downgrade());
			changes = this.fixture.goesThereAndBack(wanted);

			assertThat(changes.differences()).extracting(Difference::text)
				.containsExactly("added column 'users.added'", "added column 'users.twice'",
						"removed column 'users.old'", "identity of column 'users.id'",
						"type change from varchar(10) to varchar(50) on 'users.name'",
						"NOT NULL on column 'users.name'", "type change from integer to bigint on 'users.age'",
						"NULL on column 'users.age'", "server default on column 'users.state'",
						"server default on column 'users.score'", "column comment 'users.note'",
						"table comment 'users'");
		}

		@Test
		void aColumnThatRowsHaveNoValueForTakesNullUntilTheyHave() throws SQLException {
			this.fixture.change(schema(table("users", column("id", bigint()).notNull(), primaryKey("id"))));
			Schema wanted = schema(table("users", column("id", bigint()).notNull(), column("active", bool()).notNull(),
					primaryKey("id")));

			Changes changes = this.fixture.compare(wanted);

			assertThat(changes.upgrade()).extracting(Operation::describe)
				.containsExactly("add column users.active", "fill users.active", "alter column users.active");
			assertThat(changes.downgrade()).extracting(Operation::describe).endsWith("drop column users.active");
			this.fixture.goesThereAndBack(wanted);
		}

		@Test
		void constraintsAndIndexesFollow() throws SQLException {
			this.fixture.change(schema(table("shops", column("id", bigint()).notNull(), primaryKey("id")),
					table("users", column("id", bigint()).notNull(), column("shop_id", bigint()),
							column("a", integer()), column("b", integer()), column("kind", varchar(10)),
							primaryKey("id").named("users_pk"), check("kind in ('A','B')").named("kinds"),
							check("a > 0"), foreignKey("shop_id").references("shops", "id").named("to_shop"),
							unique("a").named("one_a"), index("by_b", "b"), index("by_a_b", "a", "b"))));
			Schema wanted = schema(table("shops", column("id", bigint()).notNull(), primaryKey("id")),
					table("users", column("id", bigint()).notNull(), column("shop_id", bigint()),
							column("a", integer()), column("b", integer()).notNull(), column("kind", varchar(10)),
							primaryKey("id", "b"), check("kind in ('A','B','C')").named("kinds"), check("b > 0"),
							foreignKey("shop_id").references("shops", "id")
								.onDelete(ReferentialAction.CASCADE)
								.named("to_shop"),
							unique("a", "b"), index("by_b", "b", "a"), index("by_both", "a", "b")));

			Changes changes = this.fixture.goesThereAndBack(wanted);

			assertThat(changes.differences()).extracting(Difference::kind)
				.contains("add_primary_key", "remove_primary_key", "add_check", "remove_check", "add_foreign_key",
						"remove_foreign_key", "add_unique", "remove_unique", "add_index", "remove_index",
						"rename_index");
		}

		@Test
		void keysThatReferenceAChangedKeyAreMadeAnew() throws SQLException {
			this.fixture.change(schema(
					table("parents", column("id", bigint()).notNull(), column("code", varchar(5)).notNull(),
							primaryKey("id"), unique("code").named("codes")),
					table("children", column("code", varchar(5)),
							foreignKey("code").references("parents", "code").named("to_code"))));
			Schema wanted = schema(
					table("parents", column("id", bigint()).notNull(), column("code", varchar(5)).notNull(),
							primaryKey("code")),
					table("children", column("code", varchar(5)),
							foreignKey("code").references("parents", "code").named("to_code")));
			this.fixture.goesThereAndBack(wanted);
		}

		@Test
		void newTableMayReferenceWhatIsAddedToAnother() throws SQLException {
			this.fixture.change(schema(
					table("users", column("id", bigint()).notNull(), column("name", varchar(9)), primaryKey("id"))));
			this.fixture.goesThereAndBack(schema(
					table("users", column("id", bigint()).notNull(), column("name", varchar(9)),
							column("code", varchar(5)), primaryKey("id"), unique("name").named("names"),
							unique("code").named("codes")),
					table("notes", column("name", varchar(9)), column("code", varchar(5)),
							foreignKey("name").references("users", "name").named("to_name"),
							foreignKey("code").references("users", "code").named("to_code"))));
		}

		@Test
		void namesAreFreeBeforeTheyAreTaken() throws SQLException {
			this.fixture.change(schema(table("users", column("a", integer()), column("b", integer()),
					unique("a").named("one"), unique("b").named("two"), index("first", "a"), index("second", "b"))));
			this.fixture.goesThereAndBack(schema(table("users", column("a", integer()), column("b", integer()),
					unique("b").named("one"), index("first", "b"))));
			this.fixture.goesThereAndBack(schema(table("users", column("a", integer()), column("b", integer()),
					unique("a").named("two"), unique("b").named("one"), index("first", "b"), index("second", "a"))));
		}

		@Test
		void computedColumnThatBecomesAnOrdinaryOneLosesItsValues() throws SQLException {
			this.fixture.change(
					schema(table("users", column("a", integer()), column("g", integer()).generatedStored("a + 1"))));
			this.fixture.execute("INSERT INTO users (a) VALUES (1)");
			Schema wanted = schema(table("users", column("a", integer()), column("g", integer()).notNull()));

			Changes changes = this.fixture.compare(wanted);

			assertThat(JavaBodyWriter.write(changes).upgrade()).contains("Loses data: drop column users.g",
					"// op.execute(\"UPDATE users SET g = ?");
			this.fixture.execute("DELETE FROM users");
			this.fixture.goesThereAndBack(wanted);
		}

		@Test
		void inventedNamesDoNotMatterButChosenOnesDo() throws SQLException {
			Table there = table("users", column("a", integer()), column("b", integer()), unique("a").named("mine"),
					unique("b").named("his"), index("ix_a", "a"), index("ix_b", "b"));
			this.fixture.change(schema(there));
			Table wanted = table("users", column("a", integer()), column("b", integer()), unique("a").named("UK1"),
					unique("b").named("hers"), index("IDX1", "a"), index("ix_new", "b"));
			Model model = new Model(schema(wanted), Map.of(), Set.of("UK1", "IDX1"));

			assertThat(this.fixture.compare(model, ComparisonSettings.DEFAULTS).differences())
				.extracting(Difference::text)
				.containsExactly("renamed constraint 'his' on 'users' to 'hers'",
						"renamed index 'ix_b' on 'users' to 'ix_new'");
		}

		@Test
		void uniqueIndexOfTheColumnsIsAsGoodAsAConstraint() throws SQLException {
			this.fixture.change(schema(table("users", column("a", integer()), index("mine", "a").asUnique())));

			assertThat(this.fixture.compare(schema(table("users", column("a", integer()), unique("a")))).isEmpty())
				.isTrue();
		}

		@Test
		void sequencesAreCreatedChangedAndDropped() throws SQLException {
			this.fixture.change(schema(sequence("old_seq", 50), sequence("kept_seq", 50)));
			Changes changes = this.fixture.goesThereAndBack(schema(sequence("kept_seq", 10), sequence("new_seq", 1)));
			assertThat(changes.differences()).extracting(Difference::text)
				.containsExactly("changed options of sequence 'kept_seq'", "added sequence 'new_seq'",
						"removed sequence 'old_seq'");
		}

		@Test
		void renamesKeepRows() throws SQLException {
			this.fixture.change(schema(sequence("users_seq", 50),
					table("users", column("id", bigint()).notNull(), column("name", varchar(20)), primaryKey("id"),
							check("name <> 'x'"), unique("name", "id").named("one"), index("ix_name", "name")),
					table("orders", column("user_id", bigint()),
							foreignKey("user_id").references("users", "id").named("fk"))));
			this.fixture.execute("INSERT INTO users (id, name) VALUES (1, 'Ann')");
			Schema wanted = schema(sequence("people_seq", 50),
					table("people", column("id", bigint()).notNull(), column("full_name", varchar(20)),
							primaryKey("id"), check("full_name <> 'x'"), unique("full_name", "id").named("one"),
							index("ix_name", "full_name")),
					table("orders", column("user_id", bigint()),
							foreignKey("user_id").references("people", "id").named("fk")));
			Renames renames = Renames.parse(List.of("users.name=people.full_name"), List.of("users=people"));
			if (this.product == Product.H2) {
				wanted = new Schema(wanted.all()
					.stream()
					.map((object) -> object.renamed(
							(name) -> name.name().equals("people_seq") ? new QualifiedName(null, "users_seq") : name))
					.toList());
			}

			Changes changes = this.fixture.compare(Model.of(wanted), ComparisonSettings.DEFAULTS.with(renames));
			this.fixture.apply(changes.upgrade());

			assertThat(this.fixture.texts("SELECT full_name FROM people")).containsExactly("Ann");
			assertThat(this.fixture.compare(wanted).differences()).isEmpty();
			this.fixture.apply(changes.downgrade());
			assertThat(this.fixture.texts("SELECT name FROM users")).containsExactly("Ann");
		}

		@Test
		void renameOfWhatIsNotThereIsRefused() throws SQLException {
			this.fixture.change(schema(table("users", column("a", integer()))));
			Model model = Model.of(schema(table("users", column("b", integer()))));

			assertThatExceptionOfType(RenameException.class)
				.isThrownBy(() -> this.fixture.compare(model,
						ComparisonSettings.DEFAULTS.with(Renames.parse(List.of("users.x=users.b"), List.of()))))
				.withMessageContaining("The database has no column 'users.x'");
			assertThatExceptionOfType(RenameException.class)
				.isThrownBy(() -> this.fixture.compare(model,
						ComparisonSettings.DEFAULTS.with(Renames.parse(List.of("users.a=users.c"), List.of()))))
				.withMessageContaining("The model has no column 'users.c'");
		}

		@Test
		void whatIsFilteredIsNotTouched() throws SQLException {
			this.fixture.change(schema(table("flyway", column("a", integer())),
					table("users", column("a", integer()), column("x", integer()), index("ix", "a"))));
			ObjectFilter filter = (kind, object, part) -> !object.name().equals("flyway") && !kind.equals("index")
					&& !part.equals("x");
			ComparisonSettings settings = new ComparisonSettings(List.of(), filter, Renames.NONE,
					NamingConvention.NONE);

			Changes changes = this.fixture.compare(Model.of(schema(table("users", column("a", integer())))), settings);

			assertThat(changes.differences()).isEmpty();
		}

		@Test
		void otherSchemasAreMade() throws SQLException {
			Schema wanted = schema(
					new Table(new QualifiedName("sales", "orders"),
							List.of(column("id", bigint()).notNull(), column("state", varchar(5))),
							List.of(primaryKey("id"), check("state in ('a','b')")), List.of(), null),
					table("users", column("order_id", bigint()),
							foreignKey("order_id").references("sales.orders", "id").named("fk")));
			this.fixture.goesThereAndBack(wanted);
			this.fixture.change(wanted);
			this.fixture.execute("ALTER TABLE sales.orders ADD extra integer");
			assertThat(this.fixture.compare(wanted).differences()).extracting(Difference::text)
				.containsExactly("removed column 'sales.orders.extra'");
		}

		@Test
		void schemaOfTheConnectionNeedsNoName() throws SQLException {
			this.fixture.change(schema(table("users", column("a", integer()))));
			Schema wanted = schema(new Table(new QualifiedName("public", "users"), List.of(column("a", integer())),
					List.of(), List.of(), null));

			assertThat(this.fixture.compare(wanted).differences()).isEmpty();
		}

	}

	@Nested
	class OnPostgres {

		private Fixture fixture;

		@BeforeEach
		void create() throws SQLException {
			this.fixture = new Fixture(Product.POSTGRESQL);
		}

		@AfterEach
		void close() throws SQLException {
			this.fixture.connection.close();
		}

		@Test
		void enumTypesGrowAndShrink() throws SQLException {
			EnumType small = EnumType.enumType("mood", "sad", "ok");
			Table table = table("users", column("mood", new Named(small.name())).defaultSql("'ok'"));
			this.fixture.change(schema(small, table));
			this.fixture.execute("INSERT INTO users VALUES ('ok')");
			Schema large = schema(EnumType.enumType("mood", "bad", "sad", "so so", "ok", "fine"), table);

			this.fixture.goesThereAndBack(large);
			this.fixture.change(large);
			Changes changes = this.fixture.goesThereAndBack(schema(EnumType.enumType("mood", "ok", "great"), table));

			assertThat(changes.differences()).extracting(Difference::text)
				.containsExactly("changed values of enum 'mood'");
		}

		@Test
		void sequencesOfColumnsComeAndGoWithThem() throws SQLException {
			this.fixture.execute("CREATE TABLE users (id serial PRIMARY KEY, code bigserial NOT NULL)");
			Schema found = this.fixture.reflect();
			Changes creation = new SchemaComparison(this.fixture.dialect, ComparisonSettings.DEFAULTS).creation(found);

			this.fixture.goesThereAndBack(schema(table("users", column("id", integer()).notNull(), primaryKey("id"))));
			this.fixture.goesThereAndBack(schema());
			this.fixture.execute("DROP TABLE users");
			this.fixture.apply(creation.upgrade());
			assertThat(this.fixture.reflect()).isEqualTo(found);
			this.fixture.apply(creation.downgrade());
			assertThat(this.fixture.reflect()).isEqualTo(schema());
		}

		@Test
		void columnThatCountsByItsSequenceBecomesAnIdentity() throws SQLException {
			this.fixture.execute("CREATE TABLE users (id bigserial PRIMARY KEY, n bigint)");
			this.fixture.execute("INSERT INTO users (n) VALUES (1), (2)");
			Schema wanted = schema(table("users", column("id", bigint()).identityByDefault(), column("n", bigint()),
					primaryKey("id")));

			this.fixture.goesThereAndBack(wanted);
			this.fixture.change(wanted);

			this.fixture.execute("INSERT INTO users (n) VALUES (3)");
			assertThat(this.fixture.texts("SELECT id FROM users ORDER BY 1")).containsExactly("1", "2", "3");
			this.fixture.goesThereAndBack(
					schema(table("users", column("id", bigint()), column("n", bigint()).defaultSql("7"))));
		}

		@Test
		void checkThatWasRestoredFromADumpIsTheSame() throws SQLException {
			this.fixture.execute("CREATE TABLE users (status varchar(5),"
					+ " CHECK (status::text = ANY (ARRAY['A'::character varying::text, 'B'::character varying::text])))");
			assertThat(this.fixture
				.compare(schema(table("users", column("status", varchar(5)),
						check("status = any (array['A','B']::varchar[])"))))
				.differences()).isEmpty();
			assertThat(this.fixture
				.compare(schema(table("users", column("status", varchar(5)), check("status in ('A','B')"))))
				.differences()).isEmpty();
		}

		@Test
		void definitionOfAColumnIsReadByTheDatabase() throws SQLException {
			this.fixture.execute("CREATE TABLE users (a varchar(20) NOT NULL DEFAULT 'x', b citext_like)"
				.replace("citext_like", "tsvector"));
			assertThat(this.fixture
				.compare(schema(table("users", column("a", new Raw("varchar(20) not null default 'x'")),
						column("b", new Raw("TSVECTOR")))))
				.differences()).isEmpty();
		}

		@Test
		void valuesOfOtherTypesAreConverted() throws SQLException {
			this.fixture
				.change(schema(table("users", column("a", varchar(10)).defaultValue("1"), column("b", integer()))));
			this.fixture.execute("INSERT INTO users VALUES ('12', 1)");
			Changes changes = this.fixture
				.goesThereAndBack(schema(table("users", column("a", integer()).defaultValue(2), column("b", bool()))));
			assertThat(changes.upgrade()).hasSize(3);
			assertThat(this.fixture.texts("SELECT a FROM users")).containsExactly("12");
		}

	}

	@Test
	void constraintsWithoutNamesAreComparedToo() throws SQLException {
		Fixture fixture = new Fixture(Product.SQLITE);
		fixture.execute("CREATE TABLE users (a int CHECK (a > 0), b int UNIQUE, c int CHECK (c < 9))");

		Changes changes = fixture.compare(schema(table("users", column("a", integer()), column("b", integer()),
				column("c", integer()), check("a > 0").named("positive"), unique("b"))));

		assertThat(changes.differences()).extracting(Difference::text)
			.containsExactly("removed check constraint \"c < 9\" on 'users';"
					+ " it has no name, so the revision has to make the table anew by hand");
		assertThat(changes.upgrade()).isEmpty();
		fixture.connection.close();
	}

	@Test
	void namesThatH2InventedAreNotTakenElsewhere() throws SQLException {
		Fixture one = new Fixture(Product.H2);
		one.execute("CREATE TABLE shops (id bigint PRIMARY KEY)");
		one.execute("CREATE TABLE users (id bigint PRIMARY KEY, a integer UNIQUE, b integer, CHECK (b > 0),"
				+ " shop_id bigint REFERENCES shops, CONSTRAINT chosen CHECK (a > 0))");
		SchemaComparison comparison = new SchemaComparison(one.dialect, ComparisonSettings.DEFAULTS);
		Schema portable = comparison.portable(one.reflect());
		assertThat(portable.table(QualifiedName.parse("users")).orElseThrow().constraints())
			.extracting(Constraint::name)
			.containsExactlyInAnyOrder(null, null, null, "users_shop_id_fkey", "chosen");

		Fixture other = new Fixture(Product.H2);
		one.reflect()
			.tables()
			.stream()
			.flatMap((table) -> table.constraints().stream())
			.filter((constraint) -> one.dialect.inventsName(constraint.name()))
			.forEach((constraint) -> {
				try {
					other.execute("CREATE TABLE t_" + constraint.name() + " (a integer CONSTRAINT " + constraint.name()
							+ " CHECK (a > 0))");
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
			});
		other.apply(comparison.creation(portable).upgrade());
		one.connection.close();
		other.connection.close();
	}

	@Test
	void renamesThatCannotBeReadAreRefused() {
		for (String rename : List.of("", "a", "a=b", "a.b=", "a.b=a.b", "a.b=c.d", "a.b=a.c=a.d")) {
			assertThatIllegalArgumentException().isThrownBy(() -> Renames.parse(List.of(rename), List.of()))
				.withMessageContaining("The rename '" + rename + "'");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> Renames.parse(List.of(), List.of("a=b", "a=c")))
			.withMessage("The table a is renamed twice");
		assertThatIllegalArgumentException().isThrownBy(() -> Renames.parse(List.of(), List.of("a=s.b")));
	}

	private static Schema schema(SchemaObject... objects) {
		return new Schema(List.of(objects));
	}

	private static Sequence sequence(String name, long increment) {
		return Sequence.sequence(name).with(SequenceOptions.DEFAULTS.increment(increment));
	}

	private static Table table(String name, TableElement... elements) {
		return Table.of(QualifiedName.parse(name), List.of(elements));
	}

	/** A database that is changed by what comparisons find. */
	private static final class Fixture {

		private final TestDatabase database;

		private final Connection connection;

		private final Dialect dialect;

		Fixture(Product product) throws SQLException {
			this.database = product.create();
			this.connection = this.database.connect();
			this.dialect = Dialects.load(getClass().getClassLoader()).of(this.connection);
		}

		Changes compare(Schema wanted) throws SQLException {
			return compare(Model.of(wanted), ComparisonSettings.DEFAULTS);
		}

		Changes compare(Model model, ComparisonSettings settings) throws SQLException {
			return new SchemaComparison(this.dialect, settings).compare(this.connection, model);
		}

		void change(Schema wanted) throws SQLException {
			apply(compare(wanted).upgrade());
			assertThat(compare(wanted).differences()).isEmpty();
		}

		/** Upgrade, compare, downgrade, compare with before; and leave it there. */
		Changes goesThereAndBack(Schema wanted) throws SQLException {
			Schema before = reflect();
			Changes changes = compare(wanted);
			assertThat(changes.differences()).isNotEmpty();
			apply(changes.upgrade());
			assertThat(compare(wanted).differences()).isEmpty();
			apply(changes.downgrade());
			assertThat(new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS)
				.compare(this.connection, Model.of(before))
				.differences()).isEmpty();
			return changes;
		}

		Schema reflect() throws SQLException {
			return this.dialect.reflector().reflect(this.connection, null);
		}

		void apply(List<Operation> operations) throws SQLException {
			List<String> sent = new ArrayList<>();
			try {
				for (Operation operation : operations) {
					for (SqlStatement statement : this.dialect.renderer().render(operation)) {
						sent.add(statement.text());
						this.dialect.execute(this.connection, statement);
					}
				}
			}
			catch (SQLException ex) {
				throw new AssertionError(ex.getMessage() + "\n" + String.join(";\n", sent), ex);
			}
		}

		void execute(String sql) throws SQLException {
			this.dialect.execute(this.connection, new SqlStatement(sql));
		}

		List<String> texts(String sql) {
			return this.database.texts(sql);
		}

	}

}
