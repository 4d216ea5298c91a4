package dev.migrate.dialect.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.Migrate;
import dev.migrate.command.dependent.R1_AsksForABean;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.runtime.MigrationException;
import dev.migrate.schema.Identity;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Changes that SQLite cannot make in place: the table is made anew, and nothing of it or
 * of what goes with it is lost.
 */
class SqliteRebuildTests {

	private static final String OBJECTS = "SELECT type || ' ' || name FROM sqlite_master "
			+ "WHERE name NOT LIKE 'migrate%' AND name NOT LIKE 'sqlite%' ORDER BY 1";

	private static final String TABLE = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'people'";

	@TempDir
	private Path folder;

	private final TestDatabase plain = Product.SQLITE.create();

	private final TestDatabase database = new TestDatabase(this.plain.url() + "?foreign_keys=true", "", "");

	@BeforeEach
	void createTables() throws SQLException {
		execute("""
				CREATE TABLE people (
					id integer PRIMARY KEY AUTOINCREMENT,
					name varchar(20) NOT NULL COLLATE NOCASE,
					age text DEFAULT '7' CONSTRAINT old CHECK (age > 0),
					boss int REFERENCES people (id) ON DELETE CASCADE,
					shout text GENERATED ALWAYS AS (upper(name)) STORED,
					CONSTRAINT once UNIQUE (name, boss)
				);
				CREATE TABLE pets (owner int NOT NULL REFERENCES people (id) ON DELETE CASCADE, name text);
				CREATE TABLE log (text);
				CREATE INDEX by_age ON people (age DESC) WHERE age > 1;
				CREATE INDEX by_length ON people (length(name));
				CREATE TRIGGER named AFTER UPDATE OF name ON people BEGIN
					INSERT INTO log VALUES (old.name || ' -> ' || new.name);
				END;
				CREATE TRIGGER adopted AFTER INSERT ON pets BEGIN
					INSERT INTO log SELECT name FROM people WHERE id = new.owner;
				END;
				CREATE VIEW adults AS SELECT name FROM people WHERE age > 17;
				INSERT INTO people (id, name, age, boss) VALUES (1, 'Ann', '42', NULL), (2, 'Bo', '17', 1), (9, 'Gone', 1, 1);
				DELETE FROM people WHERE id = 9;
				INSERT INTO pets VALUES (2, 'Rex');
				""");
	}

	private void execute(String script) throws SQLException {
		SqliteDialect dialect = new SqliteDialect();
		try (Connection connection = this.database.connect()) {
			for (SqlStatement statement : dialect.lexer().split(script, 1)) {
				dialect.execute(connection, statement);
			}
		}
	}

	private Migrate migrate(Body body) {
		return new TestApplication(this.folder, this.database.dataSource())
			.packages(R1_AsksForABean.class.getPackageName())
			.factory((type) -> new Migration() {

				@Override
				public void upgrade(Operations op) throws Exception {
					body.run(op);
				}

				@Override
				public void downgrade(Operations op) {
				}

			})
			.migrate();
	}

	private void change(Body body) {
		migrate(body).upgrade("head");
	}

	private List<String> people() {
		return this.database.texts("SELECT concat_ws('|', id, name, age, boss, shout) FROM people ORDER BY id");
	}

	@Test
	void typeIsChangedAndAllElseIsKept() throws SQLException {
		List<String> objects = this.database.texts(OBJECTS);

		change((op) -> op.alterColumn("people", "age").type(integer()).nullable(false));

		assertThat(this.database.texts(TABLE)).containsExactly("""
				CREATE TABLE "people" (
				    id integer PRIMARY KEY AUTOINCREMENT,
				    name varchar(20) NOT NULL COLLATE NOCASE,
				    age integer NOT NULL DEFAULT '7' CONSTRAINT old CHECK (age > 0),
				    boss int REFERENCES people (id) ON DELETE CASCADE,
				    shout text GENERATED ALWAYS AS (upper(name)) STORED,
				    CONSTRAINT once UNIQUE (name, boss)
				)""");
		assertThat(people()).containsExactly("1|Ann|42|ANN", "2|Bo|17|1|BO");
		assertThat(this.database.texts("SELECT typeof(age) FROM people")).containsOnly("integer");
		assertThat(this.database.texts(OBJECTS)).isEqualTo(objects);
		assertThat(this.database.texts("SELECT owner FROM pets")).containsExactly("2");
		assertThat(this.database.texts("SELECT name FROM adults")).containsExactly("Ann");
		execute("INSERT INTO people (name) VALUES ('Cy'); UPDATE people SET name = 'Di' WHERE name = 'CY';"
				+ "INSERT INTO pets VALUES (1, 'Tom'); DELETE FROM people WHERE id = 1");
		// The number of who is gone is not given again, triggers and cascades work
		assertThat(people()).containsExactly("10|Di|7|DI");
		assertThat(this.database.texts("SELECT text FROM log")).containsExactly("Bo", "Cy -> Di", "Ann");
		assertThat(this.database.texts("SELECT count(*) FROM pets")).containsExactly("0");
	}

	@Test
	void valuesAreConvertedByTheGivenExpression() {
		change((op) -> op.alterColumn("people", "age")
			.type(integer())
			.using("age * 12")
			.dropDefault()
			.rename("months"));

		assertThat(this.database.texts("SELECT months FROM people ORDER BY id")).containsExactly("504", "204");
		assertThat(this.database
			.texts("SELECT coalesce(dflt_value, 'none') FROM pragma_table_info('people') " + "WHERE name = 'months'"))
			.containsExactly("none");
		assertThat(this.database.texts("SELECT sql FROM sqlite_master WHERE name = 'by_age'").get(0))
			.contains("months");
	}

	@Test
	void columnThatIsIndexedAndConstrainedIsDroppedWithThose() {
		change((op) -> {
			op.execute("DROP VIEW adults");
			op.dropColumn("people", "age");
			op.dropColumn("people", "boss");
		});

		assertThat(this.database.texts(OBJECTS)).containsExactly("index by_length", "table log", "table people",
				"table pets", "trigger adopted", "trigger named");
		assertThat(this.database.texts("SELECT group_concat(name) FROM pragma_table_xinfo('people')"))
			.containsExactly("id,name,shout");
		assertThat(this.database.texts("SELECT owner FROM pets")).containsExactly("2");
	}

	@Test
	void columnOfATriggerIsNotDropped() {
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> change((op) -> op.dropColumn("people", "name")))
			.withMessageContaining("A trigger of 'people' uses the column, drop it first: CREATE TRIGGER named");
		assertThat(people()).hasSize(2);
	}

	@Test
	void constraintsAreAddedAndDropped() {
		change((op) -> {
			op.dropConstraint("old", "people");
			op.dropConstraint("once", "people");
			op.dropConstraint("once", "people").ifExists();
			op.createUniqueConstraint("name_once", "people", "name");
			op.createCheckConstraint("named", "people", "name <> ''");
			op.createForeignKey("fk_log", "log", "people", List.of("text"), List.of("name"));
		});

		assertThat(this.database.texts(TABLE).get(0))
			.contains("CONSTRAINT name_once UNIQUE (name)", "CONSTRAINT named CHECK (name <> '')")
			.doesNotContain("old", "once UNIQUE (name, boss)");
		assertThat(this.database.texts("SELECT \"table\" FROM pragma_foreign_key_list('log')"))
			.containsExactly("people");
	}

	@Test
	void columnThatSqliteDoesNotAddIsAddedByARebuild() {
		change((op) -> {
			op.addColumn("people", column("since", varchar(30)).notNull().defaultSql("current_timestamp"));
			op.addColumn("people", column("plain", bigint()).notNull().defaultValue(3));
			op.addColumn("people", column("plain", bigint())).ifNotExists();
		});

		assertThat(this.database.texts("SELECT plain FROM people WHERE since LIKE '2%'")).containsExactly("3", "3");
		assertThat(this.database.texts(TABLE).get(0)).contains("since varchar(30) DEFAULT current_timestamp NOT NULL",
				"plain bigint DEFAULT 3 NOT NULL");
	}

	@Test
	void identityStaysWhatItIsWhenItsTypeIsWidened() {
		change((op) -> op.alterColumn("people", "id").type(bigint()));

		assertThat(this.database.texts(TABLE).get(0)).contains("id integer PRIMARY KEY AUTOINCREMENT");
	}

	@Test
	void failingCopyLeavesEverythingAsItWas() {
		List<String> before = this.database.texts("SELECT sql FROM sqlite_master WHERE name = 'people'");

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> change((op) -> {
			op.addColumn("people", column("extra", integer()));
			op.alterColumn("people", "boss").nullable(false);
		}))
			.withMessageContaining("NOT NULL constraint failed: _migrate_new_people.boss")
			.withMessageContaining("it was rolled back");

		assertThat(this.database.texts("SELECT sql FROM sqlite_master WHERE name = 'people'")).isEqualTo(before);
		assertThat(people()).hasSize(2);
		assertThat(this.database.texts("SELECT name FROM sqlite_master WHERE name LIKE '_migrate%'")).isEmpty();
	}

	@Test
	void referenceThatBreaksFailsTheRevision() {
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> change((op) -> op.execute("DELETE FROM people WHERE id = 2")))
			.withMessageContaining("1 rows reference rows that do not exist: pets references people");
		assertThat(people()).hasSize(2);
	}

	@Test
	void referenceThatWasBrokenBeforeDoesNotFailTheRevision() {
		this.plain.jdbc().sql("INSERT INTO pets VALUES (77, 'Stray')").update();

		change((op) -> op.alterColumn("pets", "name").nullable(false));

		assertThat(this.database.texts("SELECT name FROM pets ORDER BY 1")).containsExactly("Rex", "Stray");
		assertThat(this.database.texts("PRAGMA foreign_keys")).containsExactly("1");
	}

	@Test
	void foreignKeyThatCannotBeCheckedFailsOnlyTheRevisionThatMakesIt() throws SQLException {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(
				() -> change((op) -> op.createForeignKey("fk_log", "log", "pets", List.of("text"), List.of("name"))))
			.withMessageContaining("foreign key mismatch");

		execute("CREATE TABLE toys (pet text REFERENCES pets (name))");
		change((op) -> op.createIndex("uk_pets_name", "main.pets", "name").unique());
		assertThat(this.database.texts(OBJECTS)).contains("index uk_pets_name");
	}

	@Test
	void foreignKeyThatCouldNotBeCheckedBeforeFailsNothing() throws SQLException {
		execute("CREATE TABLE toys (pet text REFERENCES pets (name))");
		change((op) -> op.alterColumn("main.toys", "pet").nullable(false));
		assertThat(this.database.texts("SELECT \"notnull\" FROM pragma_table_info('toys')")).containsExactly("1");
	}

	@Test
	void unknownTableColumnAndConstraintAreNamed() {
		assertRefused((op) -> op.alterColumn("peopel", "age").nullable(false), "The database has no table 'peopel'");
		assertRefused((op) -> op.alterColumn("people", "agee").nullable(false), "Table 'people' has no column 'agee'");
		assertRefused((op) -> op.dropColumn("people", "agee"), "Table 'people' has no column 'agee'");
		assertRefused((op) -> op.dropConstraint("two", "people"),
				"Table 'people' has no constraint 'two', it has old, once");
		assertRefused((op) -> op.createUniqueConstraint("once", "people", "name"),
				"Table 'people' has a constraint 'once' already");
	}

	@Test
	void generatedColumnsAreAdded() {
		change((op) -> {
			op.addColumn("people", column("twice", integer()).generatedStored("age * 2"));
			op.addColumn("people", column("thrice", integer()).generatedVirtual("age * 3"));
		});
		assertThat(this.database.texts("SELECT count(*) FROM people")).isNotEqualTo(List.of("0"));
		assertThat(
				this.database.texts("SELECT count(*) FROM people WHERE twice IS NOT age * 2 OR thrice IS NOT age * 3"))
			.containsExactly("0");
	}

	@Test
	void whatSqliteHasNotIsRefused() {
		assertRefused((op) -> op.dropTable("people").cascade(), "SQLite cannot drop table people: it has no CASCADE");
		assertRefused((op) -> op.addColumn("people", column("a", integer()).comment("x")),
				"SQLite cannot add column people.a: it keeps no comments");
		assertRefused((op) -> op.createTable("t", column("a", integer())).comment("x"),
				"SQLite cannot create table t: it keeps no comments");
		assertRefused((op) -> op.createTable("t", column("a", integer()).identityByDefault()),
				"SQLite cannot create table t: 'a' is no identity, as one is the only column of a primary key");
		assertRefused((op) -> op.createTable("t",
				column("a", integer()).identity(Identity.ALWAYS.with(SequenceOptions.DEFAULTS.start(7))),
				primaryKey("a")), "SQLite cannot create table t: its identities count 1, 2, 3");
	}

	private void assertRefused(Body body, String message) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> change(body))
			.withMessageContaining(message);
	}

	@Test
	void selfReferenceAndKeysOfANewTableSurvive() {
		change((op) -> {
			op.createTable("nodes", column("id", integer()), column("parent", integer()), column("a", integer()),
					primaryKey("id"), unique("a"), check("a > 0"),
					foreignKey("parent").references("nodes", "id").named("fk_parent"));
			op.execute("INSERT INTO nodes VALUES (1, NULL, 1), (2, 1, 2)");
			op.alterColumn("nodes", "a").nullable(false);
			op.renameTable("nodes", "tree");
			op.alterColumn("tree", "a").type(bigint());
		});

		assertThat(this.database.texts("SELECT sql FROM sqlite_master WHERE name = 'tree'").get(0))
			.contains("id int NOT NULL", "a bigint NOT NULL")
			.containsPattern("REFERENCES \"?tree\"? \\(id\\)");
		assertThat(this.database.texts("SELECT id || '<' || parent FROM tree WHERE parent > 0")).containsExactly("2<1");
	}

	@Test
	void changeIsNotWrittenWithoutADatabase() {
		TestApplication application = new TestApplication(this.folder, this.database.dataSource())
			.offlineDialect("sqlite")
			.packages(R1_AsksForABean.class.getPackageName())
			.factory((type) -> new Migration() {

				@Override
				public void upgrade(Operations op) {
					op.alterColumn("people", "age").nullable(false);
				}

				@Override
				public void downgrade(Operations op) {
				}

			});

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgradeSql("head"))
			.withMessageContaining("it depends on how table 'people' is defined");
	}

	@FunctionalInterface
	private interface Body {

		void run(Operations op) throws Exception;

	}

}
