package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The URL of a private database in memory that reads and prints SQL as another one does.
 */
final class H2ScratchUrl {

	private static final String SETTINGS = "SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
			+ " WHERE SETTING_NAME IN ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER',"
			+ " 'CASE_INSENSITIVE_IDENTIFIERS', 'NON_KEYWORDS')";

	private H2ScratchUrl() {
	}

	static String like(Connection connection) throws SQLException {
		StringBuilder url = new StringBuilder("jdbc:h2:mem:");
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SETTINGS)) {
			while (rows.next()) {
				String value = rows.getString(2).toUpperCase(Locale.ROOT);
				url.append(';').append(rows.getString(1)).append('=').append(value);
			}
		}
		return url.toString();
	}

}
