package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	private final TestDatabase other = Product.POSTGRESQL.create();

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

	/** The changes to what statements make in a database of their own. */
	private Changes compare(String... wanted) throws SQLException {
		try (Connection there = this.other.connect()) {
			for (String statement : wanted) {
				this.dialect.execute(there, new SqlStatement(statement));
			}
			return compare(this.dialect.reflector().reflect(there, null));
		}
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
