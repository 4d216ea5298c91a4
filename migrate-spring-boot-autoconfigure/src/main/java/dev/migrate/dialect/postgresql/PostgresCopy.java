package dev.migrate.dialect.postgresql;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;

import org.postgresql.PGConnection;

/**
 * Sends the data lines of a {@code COPY … FROM stdin}. Apart from the dialect, so that
 * the driver's classes are needed only where such a statement is.
 */
final class PostgresCopy {

	private PostgresCopy() {
	}

	static void copyIn(Connection connection, String copy, String data) throws SQLException {
		try {
			connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(data));
		}
		catch (IOException ex) {
			throw new SQLException("The data of COPY could not be sent", ex);
		}
	}

}
