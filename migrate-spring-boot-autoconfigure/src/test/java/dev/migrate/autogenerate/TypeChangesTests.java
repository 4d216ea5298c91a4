package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Changes of types in tables with rows.
 */
class TypeChangesTests {

	private final TestDatabase database = Product.POSTGRESQL.create();

	private Connection connection;

	private Dialect dialect;

	@BeforeEach
	void connect() throws SQLException {
		this.connection = this.database.connect();
		this.dialect = Dialects.load(getClass().getClassLoader()).of(this.connection);
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			oid         | text        | lo_from_bytea(0, convert_to('dé', 'UTF8')) | dé
			oid         | varchar(9)  | lo_from_bytea(0, convert_to('dé', 'UTF8')) | dé
			oid         | bytea       | lo_from_bytea(0, '\\x0102')                | \\x0102
			boolean     | bigint      | true                                       | 1
			numeric     | boolean     | 2                                          | true
			int[]       | varchar(9)  | '{1,2}'                                    | {1,2}
			bigint[]    | int[]       | '{1,2}'                                    | {1,2}
			varchar(9)  | integer     | '12'                                       | 12
			boolean[]   | bigint[]    | '{t,f}'                                    | {1,0}
			bytea       | uuid        | '\\x00112233445566778899aabbccddeeff'     | 00112233-4455-6677-8899-aabbccddeeff
			uuid        | bytea       | '00112233-4455-6677-8899-aabbccddeeff'     | \\x00112233445566778899aabbccddeeff
			""")
	void valuesKeepTheirMeaning(String before, String after, String value, String expected) throws SQLException {
		execute("CREATE TABLE t (a " + before + ")", "INSERT INTO t VALUES (" + value + "), (NULL)");
		String text = before.equals("oid") ? "encode(lo_get(a), 'hex')" : "a::text";
		List<String> values = texts("SELECT coalesce(" + text + ", 'none') FROM t");

		Changes changes = compare("CREATE TABLE t (a " + after + ")");
		assertThat(changes.upgrade()).anyMatch((operation) -> DataLoss.isPossible(operation, changes.upgrade()));
		apply(changes.upgrade());
		assertThat(texts("SELECT coalesce(a::text, 'none') FROM t")).containsExactly(expected, "none");
		apply(changes.downgrade());
		assertThat(texts("SELECT coalesce(" + text + ", 'none') FROM t"))
			.isEqualTo(before.equals("numeric") ? List.of("1", "none") : values);
	}

	@ParameterizedTest
	@CsvSource({ "bigint, uuid", "date, time", "interval, bigint", "timestamptz, bigint", "boolean, numeric",
			"bigint[], uuid[]", "bytea, date" })
	void typesWithoutCastChangeOnATableWithoutRows(String before, String after) throws SQLException {
		execute("CREATE TABLE t (a " + before + ")");
		goesThereAndBack("CREATE TABLE t (a " + after + ")");
	}

	@Test
	void valueThatIsNoneOfTheOtherTypeIsRefused() throws SQLException {
		execute("CREATE TABLE t (a bigint)", "INSERT INTO t VALUES (1)");
		Changes changes = compare("CREATE TABLE t (a uuid)");

		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> apply(changes.upgrade()))
			.withMessageContaining("invalid input syntax for type uuid: \"1\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			varchar(9)   | varchar(3)   | 'abcdef'
			varchar(9)[] | varchar(3)[] | '{abcdef}'
			int[]        | varchar(3)   | '{1,2,3}'
			oid          | varchar(3)   | lo_from_bytea(0, 'abcdef')
			""")
	void valueWithoutRoomIsRefusedAndNotCutOff(String before, String after, String value) throws SQLException {
		execute("CREATE TABLE t (a " + before + ")", "INSERT INTO t VALUES (" + value + ")");
		Changes changes = compare("CREATE TABLE t (a " + after + ")");

		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> apply(changes.upgrade()))
			.withMessageContaining("value too long");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			street text, city text | street text, city text, country text | true
			street text, city text | street text                          | true
			street text, city text | city text, country varchar(2)        | true
			street text, city text | city text, street text               | true
			a text, z text         | a text, m text, z text               | true
			street text, city text | street text, city varchar(9)         | false
			""")
	void attributesOfATypeAreChanged(String before, String after, boolean inATable) throws SQLException {
		execute("CREATE TYPE address AS (" + before + ")");
		String table = inATable ? "CREATE TABLE t (id int, a address)" : "CREATE TABLE t (id int)";
		execute(table, "INSERT INTO t VALUES (1)");
		goesThereAndBack("CREATE TYPE address AS (" + after + ")", table);
	}

	@Test
	void otherAttributesKeepTheirValues() throws SQLException {
		execute("CREATE TYPE address AS (street text, city text)", "CREATE TABLE t (a address)",
				"INSERT INTO t VALUES (('High Street', 'Oxford'))");
		apply(compare("CREATE TYPE address AS (city text, country text)", "CREATE TABLE t (a address)").upgrade());
		assertThat(texts("SELECT (a).city FROM t")).containsExactly("Oxford");
	}

	@Test
	void domainWhoseNameBeginsAsATypeIsAnother() throws SQLException {
		execute("CREATE DOMAIN state_code AS varchar(2)", "CREATE TYPE state AS ENUM ('a', 'b')",
				"CREATE TABLE t (code state_code, s state)", "INSERT INTO t VALUES ('x', 'b')");

		goesThereAndBack("CREATE DOMAIN state_code AS varchar(2)", "CREATE TYPE state AS ENUM ('b', 'c')",
				"CREATE TABLE t (code state_code, s state)");
		apply(compare("CREATE DOMAIN state_code AS varchar(2)", "CREATE TABLE t (code state_code)").upgrade());
		assertThat(texts("SELECT typname FROM pg_type WHERE typtype = 'e'")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "'a', 'b', 'c'", "'a', 'c', 'b', 'd'", "'b', 'a'" })
	void whatComparesValuesOfATypeStays(String values) throws SQLException {
		String[] after = statements(values);
		execute(statements("'a', 'b'"));
		execute("INSERT INTO t (id, s, l) VALUES (1, 'a', '{a,b}')", "INSERT INTO gone VALUES ('b')");
		goesThereAndBack(after);
		apply(compare(after).upgrade());
		assertThat(texts("SELECT s::text || l::text FROM t")).containsExactly("a{a,b}");
	}

	private static String[] statements(String values) {
		String table = "CREATE TABLE t (id int PRIMARY KEY, s state DEFAULT 'a', l state[] DEFAULT '{a}',"
				+ " is_a boolean GENERATED ALWAYS AS (s = 'a') STORED,"
				+ " same state GENERATED ALWAYS AS (CASE WHEN id > 0 THEN 'a'::state ELSE 'b'::state END) STORED,"
				+ " CONSTRAINT not_b CHECK (s <> 'b'), CONSTRAINT positive CHECK (id > 0), CONSTRAINT one UNIQUE (same, id))";
		return new String[] { "CREATE TYPE state AS ENUM (" + values + ")", table, "CREATE TABLE gone (s state)",
				"CREATE INDEX part ON t (id) WHERE s = 'a'", "CREATE INDEX plain ON t (s)",
				"CREATE UNIQUE INDEX of_expression ON t ((s = 'a'), id)", "CREATE INDEX of_generated ON t (is_a)" };
	}

	private void goesThereAndBack(String... statements) throws SQLException {
		Schema wanted = schema(statements);
		Schema before = this.dialect.reflector().reflect(this.connection, null);
		Changes changes = compare(wanted);
		assertThat(changes.differences()).hasSize(1);
		apply(changes.upgrade());
		assertThat(compare(wanted).differences()).isEmpty();
		apply(changes.downgrade());
		assertThat(compare(before).differences()).isEmpty();
	}

	/** What statements make in a database of their own. */
	private Schema schema(String... statements) throws SQLException {
		try (Connection other = Product.POSTGRESQL.create().connect()) {
			for (String statement : statements) {
				this.dialect.execute(other, new SqlStatement(statement));
			}
			return this.dialect.reflector().reflect(other, null);
		}
	}

	private Changes compare(String... wanted) throws SQLException {
		return compare(schema(wanted));
	}

	private Changes compare(Schema wanted) throws SQLException {
		return new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS).compare(this.connection,
				Model.of(wanted));
	}

	private void apply(List<Operation> operations) throws SQLException {
		for (Operation operation : operations) {
			for (SqlStatement statement : this.dialect.renderer().render(operation)) {
				this.dialect.execute(this.connection, statement);
			}
		}
	}

	private void execute(String... statements) throws SQLException {
		for (String statement : statements) {
			this.dialect.execute(this.connection, new SqlStatement(statement));
		}
	}

	private List<String> texts(String sql) {
		return this.database.texts(sql);
	}

}
