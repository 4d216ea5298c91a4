package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionStatement;
import dev.migrate.dialect.SqlStatement;

/**
 * A statement that {@code PREPARE} makes. Its name is different each time, so that it
 * never meets one that an ended run has left in a session of a pool.
 */
final class PostgresSessionStatement implements SessionStatement {

	private static final String INVALID_STATEMENT_NAME = "26000";

	private final Dialect dialect;

	private final String name = "migrate_" + Long.toHexString(ThreadLocalRandom.current().nextLong());

	private final String sql;

	PostgresSessionStatement(Dialect dialect, String sql) {
		this.dialect = dialect;
		this.sql = sql;
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
