package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Sends statements through plain JDBC.
 */
final class StatementExecution {

	private StatementExecution() {
	}

	static void execute(Connection connection, SqlStatement statement) throws SQLException {
		if (!statement.parameters().isEmpty()) {
			executePrepared(connection, statement);
			return;
		}
		try (Statement jdbc = connection.createStatement()) {
			// A brace in a migration is not a JDBC escape
			jdbc.setEscapeProcessing(false);
			jdbc.execute(statement.text());
		}
	}

	private static void executePrepared(Connection connection, SqlStatement statement) throws SQLException {
		try (PreparedStatement jdbc = connection.prepareStatement(statement.text())) {
			List<@Nullable Object> parameters = statement.parameters();
			for (int i = 0; i < parameters.size(); i++) {
				jdbc.setObject(i + 1, toJdbc(parameters.get(i)));
			}
			jdbc.execute();
		}
	}

	private static @Nullable Object toJdbc(@Nullable Object value) {
		if (value instanceof Instant instant) {
			return instant.atOffset(ZoneOffset.UTC);
		}
		if (value instanceof ZonedDateTime moment) {
			return moment.toOffsetDateTime();
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		return value;
	}

}
