package dev.migrate.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.IndexElement.by;
import static dev.migrate.schema.IndexElement.byExpression;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqliteReflector}: what it reads from definitions is what SQLite's
 * pragmas tell of them.
 */
class SqliteReflectorTests {

	private final TestDatabase database = Product.SQLITE.create();

	private final SqliteDialect dialect = new SqliteDialect();

	private void execute(String... statements) throws SQLException {
		try (Connection connection = this.database.connect()) {
			for (String statement : statements) {
				this.dialect.execute(connection, new SqlStatement(statement));
			}
		}
	}

	private Table reflect(String table) throws SQLException {
		try (Connection connection = this.database.connect()) {
			return this.dialect.reflector()
				.reflect(connection, null)
				.table(new QualifiedName(null, table))
				.orElseThrow();
		}
	}

	static Stream<String> hostileTables() {
		return Stream.of("CREATE TABLE t (a)", "create table if not exists main.\"t\"(a,b,c)",
				"CREATE TABLE [t] ([a b] text, `c``d` int, \"e\"\"f\" blob, 'g' real)",
				"CREATE TABLE t (a int, b VARCHAR ( 10 ) NOT NULL, c DECIMAL(10, -2), d unsigned big int (3,4) NULL)",
				"CREATE TABLE t (a -- no, b int\n int /* ) */ default ')' , b text default '(,')",
				"CREATE TABLE t (a int DEFAULT -1, b int DEFAULT +.5e-3, c text DEFAULT (1 + (2 * 3)), d DEFAULT x'0a')",
				"CREATE TABLE t (a int DEFAULT current_timestamp NOT NULL ON CONFLICT IGNORE, b text DEFAULT abc)",
				"CREATE TABLE t (a text COLLATE NOCASE DEFAULT NULL UNIQUE ON CONFLICT REPLACE, b COLLATE \"rtrim\")",
				"CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * (2 + 1)) STORED, c AS (a || ')') NOT NULL)",
				"CREATE TABLE t (a generated always as (1), b generated, c generated always text)",
				"CREATE TABLE t (key int, action text, \"primary\" int, replace text, row, rows, with int, temp temp)",
				"CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (a > 0) CHECK (b < ')') UNIQUE (a, b) PRIMARY KEY (b))",
				"CREATE TABLE t (a int CONSTRAINT x CONSTRAINT y NOT NULL CONSTRAINT z, b int, PRIMARY KEY (b COLLATE nocase DESC, a))",
				"CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b int)",
				"CREATE TABLE t (a INTEGER, b int, PRIMARY KEY (a AUTOINCREMENT))",
				"CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b int)", "CREATE TABLE t (a INT PRIMARY KEY)",
				"CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID, STRICT",
				"CREATE TABLE t (a int REFERENCES t (b) ON DELETE SET NULL ON UPDATE SET DEFAULT MATCH FULL NOT DEFERRABLE INITIALLY IMMEDIATE NOT NULL, b int UNIQUE)",
				"CREATE TABLE t (a int REFERENCES t DEFERRABLE INITIALLY DEFERRED CHECK (a IS NOT NULL OR 1), b INTEGER PRIMARY KEY)",
				"CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) REFERENCES t (b, a) ON UPDATE RESTRICT ON DELETE NO ACTION DEFERRABLE, UNIQUE (b, a))",
				"CREATE TABLE t AS SELECT 1 AS a, 'x' AS \"b c\", 1.5 AS [d,e]",
				"CREATE TABLE t (größe int, \"näme\" text, x$y int, \uD83D\uDE80 int)");
	}

	@ParameterizedTest
	@MethodSource("hostileTables")
	void columnsAreThoseThatSqliteTells(String sql) throws SQLException {
		execute(sql);
		TableDefinition table = definition();
		assertThat(table.columns()
			.stream()
			.map((column) -> String.join("|", column.name(), normalized(column.type()),
					column.has(Clause.Kind.NOT_NULL) || isStrictKey(table, column) ? "1" : "0",
					String.valueOf(position(table.primaryKey(), column.name())),
					column.has(Clause.Kind.GENERATED) ? "generated" : "plain"))
			.toList())
			.isEqualTo(this.database.texts("SELECT name || '|' || lower(replace(type, ' ', '')) || '|' "
					+ "|| \"notnull\" || '|' || pk || '|' || iif(hidden > 1, 'generated', 'plain') "
					+ "FROM pragma_table_xinfo('t') ORDER BY cid"));
	}

	@ParameterizedTest
	@MethodSource("hostileTables")
	void foreignKeysAreThoseThatSqliteTells(String sql) throws SQLException {
		execute(sql);
		List<String> expected = this.database.texts("SELECT group_concat(\"from\" || '>' || coalesce(\"to\", ''), ',') "
				+ "|| '|' || on_delete || '|' || on_update FROM pragma_foreign_key_list('t') GROUP BY id");
		assertThat(definition().clauses()
			.filter((clause) -> clause.constraint() instanceof ForeignKey)
			.map((clause) -> (ForeignKey) clause.constraint())
			.map((key) -> String.join(",",
					java.util.stream.IntStream.range(0, key.columns().size())
						.mapToObj((i) -> key.columns().get(i) + ">"
								+ (key.referencedColumns().isEmpty() ? "" : key.referencedColumns().get(i)))
						.toList())
					+ "|" + key.onDelete().sql() + "|" + key.onUpdate().sql())
			.toList()).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@MethodSource("hostileTables")
	void tableThatIsWrittenAgainIsTheSame(String sql) throws SQLException {
		execute(sql);
		String info = "SELECT group_concat(x.name || x.type || x.\"notnull\" || coalesce(x.dflt_value, '') || x.pk "
				+ "|| x.hidden) FROM pragma_table_xinfo('%s') x";
		execute(definition().createTable("again"));
		assertThat(this.database.texts(info.formatted("again"))).isEqualTo(this.database.texts(info.formatted("t")));
		String indexes = "SELECT \"unique\" || origin || partial || (SELECT group_concat(coalesce(name, '-') || desc || coll) "
				+ "FROM pragma_index_xinfo(i.name)) FROM pragma_index_list('%s') i ORDER BY seq";
		assertThat(this.database.texts(indexes.formatted("again")))
			.isEqualTo(this.database.texts(indexes.formatted("t")));
	}

	private TableDefinition definition() {
		return new DefinitionParser(new SqliteScriptLexer())
			.table(this.database.texts("SELECT sql FROM sqlite_master WHERE name = 't'").get(0));
	}

	private static String normalized(String type) {
		return type.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
	}

	private static boolean isStrictKey(TableDefinition table, ColumnDefinition column) {
		return table.options().contains("WITHOUT ROWID") && table.primaryKey().contains(column.name());
	}

	private static int position(List<String> key, String column) {
		return key.indexOf(column) + 1;
	}

	@Test
	void constraintsHaveTheirNames() throws SQLException {
		execute("CREATE TABLE parent (id integer PRIMARY KEY)",
				"CREATE TABLE t (a int CONSTRAINT a_positive CHECK (a > (0)) CONSTRAINT a_once UNIQUE, b int "
						+ "CONSTRAINT b_parent REFERENCES parent ON DELETE CASCADE, CHECK (a <> b), "
						+ "CONSTRAINT \"the key\" PRIMARY KEY (b))");
		assertThat(reflect("t").constraints()).containsExactly(new UniqueConstraint("a_once", List.of("a")),
				new CheckConstraint("a_positive", "a > (0)"),
				new ForeignKey("b_parent", List.of("b"), QualifiedName.parse("parent"), List.of("id"),
						ReferentialAction.CASCADE, ReferentialAction.NO_ACTION),
				new PrimaryKey("the key", List.of("b")), new CheckConstraint(null, "a <> b"));
	}

	@Test
	void indexesHaveTheirExpressionsAndConditions() throws SQLException {
		execute("CREATE TABLE t (a text, [b c] int)", "CREATE INDEX i1 ON t (lower(a), [b c]) WHERE a <> ')'",
				"CREATE UNIQUE INDEX IF NOT EXISTS \"i 2\" ON t(`b c`)");
		assertThat(reflect("t").indexes()).containsExactly(new Index("i 2", List.of("b c"), true, null),
				index("i1", byExpression("lower(a)"), by("b c")).where("a <> ')'"));
	}

	@Test
	void generatedColumnsCollationsAndOrdersAreReflected() throws SQLException {
		execute("CREATE TABLE t (a text COLLATE NOCASE, b int GENERATED ALWAYS AS (length(a)), c int AS (b + 1) STORED)",
				"CREATE INDEX i ON t (a COLLATE binary DESC, (b + c) DESC, c)");
		assertThat(reflect("t").columns()).containsExactly(column("a", text()).collate("NOCASE"),
				column("b", integer()).generatedVirtual("length(a)"), column("c", integer()).generatedStored("b + 1"));
		assertThat(reflect("t").indexes())
			.containsExactly(index("i", by("a").collate("binary").desc(), byExpression("b + c").desc(), by("c")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "integer PRIMARY KEY", "INTEGER NOT NULL PRIMARY KEY ASC" })
	void rowIdIsAnIdentity(String column) throws SQLException {
		execute("CREATE TABLE t (id " + column + ")");
		assertThat(reflect("t").column("id")).map(Column::identity).contains(Identity.BY_DEFAULT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "int PRIMARY KEY", "bigint PRIMARY KEY", "integer PRIMARY KEY DESC", "integer" })
	void otherColumnIsNoIdentity(String column) throws SQLException {
		execute("CREATE TABLE t (id " + column + ")");
		assertThat(reflect("t").columns().get(0).identity()).isNull();
	}

	@Test
	void defaultIsAnExpressionWithoutParentheses() throws SQLException {
		execute("CREATE TABLE t (a int DEFAULT (1 + 2), b text DEFAULT 'it''s', c timestamp DEFAULT CURRENT_TIMESTAMP)",
				"ALTER TABLE t ADD COLUMN d int DEFAULT -5 NOT NULL");
		assertThat(reflect("t").columns()).extracting(Column::defaultExpression)
			.containsExactly("1 + 2", "'it''s'", "CURRENT_TIMESTAMP", "-5");
	}

	@Test
	void whatIsNoTableIsLeftOut() throws SQLException {
		execute("CREATE TABLE t (a)", "CREATE VIEW v AS SELECT a FROM t", "CREATE VIRTUAL TABLE f USING fts5(a)",
				"CREATE TRIGGER x INSTEAD OF INSERT ON v BEGIN SELECT 1; END");
		try (Connection connection = this.database.connect()) {
			assertThat(this.dialect.reflector().reflect(connection, "main").table(QualifiedName.parse("main.t")))
				.isPresent();
			assertThat(this.dialect.reflector().reflect(connection, null).tables()).extracting(Table::name)
				.doesNotContain(QualifiedName.parse("v"), QualifiedName.parse("f"));
			assertThat(this.dialect.reflector().definitions(connection, QualifiedName.parse("v"))).isEmpty();
		}
	}

}
