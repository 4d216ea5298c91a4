package dev.migrate.dialect.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.TableBatch;
import dev.migrate.command.Migrate;
import dev.migrate.command.dependent.R1_AsksForABean;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Batch;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.revision.Direction;
import dev.migrate.runtime.MigrationException;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A batch makes a table anew once, or not at all.
 */
class SqliteBatchTests {

	private static final QualifiedName PEOPLE = QualifiedName.parse("people");

	@TempDir
	private Path folder;

	private final TestDatabase database = new TestDatabase(Product.SQLITE.create().url() + "?foreign_keys=true", "",
			"");

	private final SqliteDialect dialect = new SqliteDialect();

	@BeforeEach
	void createTables() throws SQLException {
		execute("""
				CREATE TABLE people (
					id integer PRIMARY KEY,
					name text NOT NULL,
					age text CONSTRAINT old CHECK (age > 0),
					boss int REFERENCES people (id)
				);
				CREATE TABLE pets (owner text REFERENCES people (name));
				CREATE UNIQUE INDEX by_name ON people (name);
				CREATE INDEX by_age ON people (age);
				CREATE VIEW adults AS SELECT name FROM people WHERE age > 17;
				INSERT INTO people VALUES (1, 'Ann', '42', NULL), (2, 'Bo', '17', 1);
				INSERT INTO pets VALUES ('Bo');
				""");
	}

	private void execute(String script) throws SQLException {
		try (Connection connection = this.database.connect()) {
			for (SqlStatement statement : this.dialect.lexer().split(script, 1)) {
				this.dialect.execute(connection, statement);
			}
		}
	}

	private Migrate migrate(Consumer<TableBatch> changes) {
		return new TestApplication(this.folder, this.database.dataSource())
			.packages(R1_AsksForABean.class.getPackageName())
			.factory((type) -> new Migration() {

				@Override
				public void upgrade(Operations op) {
					op.batch("people", changes);
				}

				@Override
				public void downgrade(Operations op) {
				}

			})
			.migrate();
	}

	private void change(Consumer<TableBatch> changes) {
		migrate(changes).upgrade("head");
	}

	private List<String> render(TableChange... changes) throws SQLException {
		try (Connection connection = this.database.connect()) {
			return this.dialect.renderer()
				.render(new Batch(PEOPLE, List.of(changes)), (table) -> definitions(connection, table))
				.stream()
				.map(SqlStatement::text)
				.toList();
		}
	}

	private List<String> definitions(Connection connection, QualifiedName table) {
		try {
			return this.dialect.reflector().definitions(connection, table);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String definition(String name) {
		return this.database.texts("SELECT sql FROM sqlite_master WHERE name = '" + name + "'").get(0);
	}

	@Test
	void everythingMakesOneRebuildThatKeepsTheRows() throws SQLException {
		change((b) -> {
			b.dropConstraint("old");
			b.dropIndex("by_age");
			b.renameColumn("name", "full_name");
			b.addColumn(column("since", text()).notNull().defaultSql("current_date"));
			b.alterColumn("age").type(integer()).using("age * 12").rename("months");
			b.alterColumn("full_name").type(varchar(50));
			b.dropColumn("boss");
			b.createConstraint(unique("full_name", "months").named("once"));
			b.createConstraint(check("months > 12 AND length(full_name) > 1").named("grown"));
			b.createIndex("by_months", "months").where("full_name <> 'x'");
			b.renameColumn("since", "first_seen");
		});

		assertThat(definition("people")).isEqualTo("""
				CREATE TABLE "people" (
				    id integer PRIMARY KEY,
				    full_name varchar(50) NOT NULL,
				    months integer,
				    first_seen text DEFAULT current_date NOT NULL,
				    CONSTRAINT once UNIQUE (full_name, months),
				    CONSTRAINT grown CHECK (months > 12 AND length(full_name) > 1)
				)""");
		assertThat(
				this.database.texts("SELECT id || full_name || months FROM people WHERE first_seen > '2' ORDER BY id"))
			.containsExactly("1Ann504", "2Bo204");
		assertThat(this.database.texts("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
				+ "AND name NOT LIKE 'migrate%' ORDER BY 1"))
			.containsExactly("by_months", "by_name");
		assertThat(definition("by_name")).contains("full_name");
		assertThat(definition("pets")).contains("full_name");
		assertThat(this.database.texts("SELECT * FROM adults")).containsExactly("Ann", "Bo");
	}

	@Test
	void tableIsMadeAnewOnce() throws SQLException {
		List<String> statements = render(new AlterColumn(PEOPLE, "age", integer(), null, null, null, "years", null),
				new CreateIndex(PEOPLE, index("by_years", "years"), false),
				new AlterColumn(PEOPLE, "name", varchar(9), null, null, null, null, null),
				new DropIndex(QualifiedName.parse("by_age"), false, PEOPLE, null));

		assertThat(statements).filteredOn((statement) -> statement.startsWith("CREATE TABLE")).hasSize(1);
		assertThat(statements).endsWith("PRAGMA legacy_alter_table = OFF",
				"CREATE UNIQUE INDEX by_name ON people (name)", "ALTER TABLE people RENAME COLUMN age TO years",
				"CREATE INDEX by_years ON people (years)");
	}

	@Test
	void whatSqliteDoesInPlaceIsDoneSoAlsoOffline() throws SQLException {
		Migrate migrate = migrate((b) -> {
			b.addColumn(column("phone", text()));
			b.renameColumn("age", "years");
			b.createIndex("by_years", "years", "phone").unique();
			b.dropIndex("nope").ifExists();
		});

		assertThat(migrate.sql("clock", Direction.UPGRADE)).containsExactly("ALTER TABLE people ADD COLUMN phone text",
				"ALTER TABLE people RENAME COLUMN age TO years",
				"CREATE UNIQUE INDEX by_years ON people (years, phone)", "DROP INDEX IF EXISTS nope");
		migrate.upgrade("head");
		assertThat(definition("people")).startsWith("CREATE TABLE people (\n\tid");
	}

	@Test
	void columnThatIsOnlyDroppedInPlaceIsDroppedSo() throws SQLException {
		change((b) -> {
			b.addColumn(column("phone", text())).ifNotExists();
			b.addColumn(column("phone", text())).ifNotExists();
			b.dropConstraint("older").ifExists();
			b.dropColumn("phone");
			b.dropColumn("phone").ifExists();
			b.dropIndex("by_age");
		});

		assertThat(definition("people")).startsWith("CREATE TABLE people (\n\tid").doesNotContain("phone");
		assertThat(this.database.texts("SELECT name FROM sqlite_master WHERE name = 'by_age'")).isEmpty();
	}

	@Test
	void columnThatIsDroppedAndAddedAgainIsAnotherOne() {
		change((b) -> {
			b.dropColumn("boss");
			b.addColumn(column("boss", bigint()));
			b.dropConstraint("old");
		});

		assertThat(this.database.texts("SELECT count(*) FROM people WHERE boss IS NULL")).containsExactly("2");
	}

	@Test
	void columnsChangeTheirNames() {
		change((b) -> {
			b.renameColumn("name", "swap");
			b.renameColumn("age", "name");
			b.renameColumn("swap", "age");
			b.createConstraint(check("name > '1' OR cast(name AS text) = 'age'").named("new"));
			b.createConstraint(ForeignKey.foreignKey("boss").references("people", "id").named("fk"));
			b.addColumn(column("upper", text()).generatedStored("upper(age)"));
			b.dropConstraint("old");
		});

		assertThat(this.database.texts("SELECT name || age || upper FROM people ORDER BY id"))
			.containsExactly("42AnnANN", "17BoBO");
		assertThat(definition("people")).contains("CHECK (name > '1' OR cast(name AS text) = 'age')");
	}

	@Test
	void constraintsBehindANewNameAreOfTheColumn() {
		change((b) -> {
			b.dropColumn("boss");
			b.dropColumn("id");
			b.renameColumn("name", "id");
			b.createConstraint(primaryKey("id").named("pk"));
		});

		assertThat(this.database.texts("SELECT name FROM pragma_table_info('people') WHERE pk = 1"))
			.containsExactly("id");
	}

	@Test
	void whatCannotBeIsRefusedAndNothingIsChanged() {
		String before = definition("people");
		assertRefused((b) -> b.alterColumn("agee").nullable(false), "Table 'people' has no column 'agee'");
		assertRefused((b) -> {
			b.dropConstraint("old");
			b.renameColumn("agee", "months");
		}, "Table 'people' has no column 'agee'");
		assertRefused((b) -> {
			b.dropColumn("age");
			b.alterColumn("age").nullable(false);
		}, "Table 'people' has no column 'age'");
		assertRefused((b) -> {
			b.dropConstraint("old");
			b.addColumn(column("NAME", text()));
		}, "Table 'people' has a column 'NAME' already");
		assertRefused((b) -> {
			b.dropConstraint("old");
			b.dropIndex("nope");
		}, "Table 'people' has no index 'nope'");
		assertRefused((b) -> {
			b.renameColumn("name", "age2");
			b.dropColumn("age2");
		}, "The batch of table 'people' renames column 'age2', and drops it");
		assertRefused((b) -> {
			b.renameColumn("name", "age2");
			b.addColumn(column("name", text()).notNull().defaultSql("current_date"));
		}, "The batch of table 'people' renames column 'name', and adds another 'name': on SQLite that needs two batches");
		assertRefused((b) -> {
			b.dropConstraint("old");
			b.commentOnTable("x");
		}, "SQLite cannot comment on table people: it keeps no comments");
		assertRefused((b) -> {
		}, "The batch of table 'people' changes nothing");
		assertThat(definition("people")).isEqualTo(before);
	}

	private void assertRefused(Consumer<TableBatch> changes, String message) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> change(changes))
			.withMessageContaining(message);
	}

	@Test
	void batchThatHasEndedTakesNothingMore() {
		List<TableBatch> kept = new ArrayList<>();
		change((b) -> {
			kept.add(b);
			b.dropConstraint("old");
		});
		assertThatIllegalStateException().isThrownBy(() -> kept.get(0).dropColumn("name"))
			.withMessage("The batch of table 'people' has ended and cannot drop column people.name any more");
	}

}
