package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionStatement;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.schema.QualifiedName;

/**
 * A statement that {@code PREPARE} makes. Its name is different each time, so that it
 * never meets one that an ended run has left in a session of a pool.
 */
final class PostgresSessionStatement implements SessionStatement {

	private static final String INVALID_STATEMENT_NAME = "26000";

	private final Dialect dialect;

	private final String name = "migrate_" + Long.toHexString(ThreadLocalRandom.current().nextLong());

	private final String sql;

	private final String table;

	PostgresSessionStatement(Dialect dialect, String sql, QualifiedName table) {
		this.dialect = dialect;
		this.sql = sql;
		this.table = dialect.identifiers().quote(table);
	}

	@Override
	public String preparation() {
		return "PREPARE " + this.name + " AS " + numbered();
	}

	/** With {@code $1} for the first question mark, and so on. */
	private String numbered() {
		StringBuilder text = new StringBuilder();
		int from = 0;
		int number = 0;
		for (int marker : this.dialect.lexer().parameterMarkers(this.sql)) {
			text.append(this.sql, from, marker).append('$').append(++number);
			from = marker + 1;
		}
		return text.append(this.sql, from, this.sql.length()).toString();
	}

	@Override
	public String execution(List<? extends @Nullable Object> values) {
		return values.stream()
			.map(this.dialect.literals()::write)
			.collect(Collectors.joining(", ", "EXECUTE " + this.name + "(", ")"));
	}

	@Override
	public boolean isMissing(SQLException ex) {
		return INVALID_STATEMENT_NAME.equals(ex.getSQLState());
	}

	/** No rollback takes the last number back that the session has drawn. */
	@Override
	public @Nullable Boolean wasExecuted(Connection connection) throws SQLException {
		String sql = "SELECT CASE WHEN number IS NOT NULL THEN NOT EXISTS (SELECT 1 FROM " + this.table
				+ " WHERE id = number) END FROM pg_catalog.currval(pg_catalog.pg_get_serial_sequence("
				+ this.dialect.literals().write(this.table) + ", 'id')) AS number";
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			boolean executed = rows.getBoolean(1);
			return rows.wasNull() ? null : Boolean.valueOf(executed);
		}
	}

	@Override
	public void close(Connection connection) throws SQLException {
		try {
			this.dialect.execute(connection, new SqlStatement("DEALLOCATE " + this.name));
		}
		catch (SQLException ex) {
			if (!isMissing(ex)) {
				throw ex;
			}
		}
	}

}
