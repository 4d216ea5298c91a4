package dev.migrate.runtime;

import java.sql.SQLException;
import java.util.Objects;

/**
 * What a database says of a failure, in a line.
 */
final class DatabaseMessage {

	/** H2 repeats the statement behind its message, which names it anyway. */
	private static final String H2_STATEMENT = "; SQL statement:";

	private DatabaseMessage() {
	}

	static String of(SQLException ex) {
		String message = Secrets.hideInDriverMessage(Objects.requireNonNullElse(ex.getMessage(), ex.toString()));
		int statement = message.indexOf(H2_STATEMENT);
		String text = (statement < 0) ? message : message.substring(0, statement);
		return text.strip().replaceAll("\\s*\\R\\s*", ", ").replaceAll("\\.$", "");
	}

}
