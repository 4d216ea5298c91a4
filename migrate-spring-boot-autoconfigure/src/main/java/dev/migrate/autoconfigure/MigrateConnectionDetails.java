package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * Details required for migrations to connect to a database with a connection of their
 * own.
 */
public interface MigrateConnectionDetails extends ConnectionDetails {

	/**
	 * JDBC URL of the database.
	 * @return the URL, or {@code null} to use the application's {@code DataSource}
	 */
	@Nullable String getJdbcUrl();

	/**
	 * User to connect as.
	 * @return the user, or {@code null}
	 */
	@Nullable String getUsername();

	/**
	 * Password of the user.
	 * @return the password, or {@code null}
	 */
	@Nullable String getPassword();

	/**
	 * Name of the JDBC driver class.
	 * @return the driver of the URL, or {@code null} if there is no URL
	 */
	default @Nullable String getDriverClassName() {
		String url = getJdbcUrl();
		return (url != null) ? DatabaseDriver.fromJdbcUrl(url).getDriverClassName() : null;
	}

}
