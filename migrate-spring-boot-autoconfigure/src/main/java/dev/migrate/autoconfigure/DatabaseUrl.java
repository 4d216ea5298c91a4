package dev.migrate.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * A database URL in the form that SQLAlchemy and most platforms write it,
 * {@code postgresql://user:password@host:5432/database}, also with a driver as in
 * {@code postgresql+asyncpg://}. The parts are never shown in messages: one of them is a
 * password.
 *
 * @param jdbcUrl the URL for JDBC, without user and password
 * @param user the user, or {@code null}
 * @param password the password, or {@code null}
 */
record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {

	private static final Pattern SCHEME = Pattern.compile("postgres(ql)?(\\+\\w+)?");

	/**
	 * Whether a URL has this form.
	 * @param url a URL
	 * @return whether it can be parsed
	 */
	static boolean matches(String url) {
		int end = url.indexOf("://");
		return end > 0 && SCHEME.matcher(url.substring(0, end)).matches();
	}

	/**
	 * Parse a URL.
	 * @param url a URL of this form
	 * @param property where it was set, for messages
	 * @return its parts
	 * @throws MigrationException if it cannot be parsed
	 */
	static DatabaseUrl parse(String url, String property) {
		try {
			URI uri = new URI(url);
			if (uri.getHost() == null || uri.getRawPath() == null || uri.getRawPath().length() < 2) {
				throw invalid(property);
			}
			StringBuilder jdbcUrl = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
			if (uri.getPort() >= 0) {
				jdbcUrl.append(':').append(uri.getPort());
			}
			jdbcUrl.append(uri.getRawPath());
			if (uri.getRawQuery() != null) {
				jdbcUrl.append('?').append(uri.getRawQuery());
			}
			String login = uri.getRawUserInfo();
			if (login == null) {
				return new DatabaseUrl(jdbcUrl.toString(), null, null);
			}
			int colon = login.indexOf(':');
			return (colon < 0) ? new DatabaseUrl(jdbcUrl.toString(), decode(login), null) : new DatabaseUrl(
					jdbcUrl.toString(), decode(login.substring(0, colon)), decode(login.substring(colon + 1)));
		}
		catch (URISyntaxException ex) {
			throw invalid(property);
		}
	}

	private static MigrationException invalid(String property) {
		return new MigrationException(Kind.UNREACHABLE, "The database URL in %s cannot be read".formatted(property),
				"write it like postgresql://user:password@host:5432/database, with special characters of user and "
						+ "password percent-encoded");
	}

	private static String decode(String text) {
		// A plus sign stands for itself here
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return this.jdbcUrl;
	}

}
