package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Adapts {@link MigrateProperties} to {@link MigrateConnectionDetails}.
 */
final class PropertiesMigrateConnectionDetails implements MigrateConnectionDetails {

	private final MigrateProperties properties;

	PropertiesMigrateConnectionDetails(MigrateProperties properties) {
		this.properties = properties;
	}

	@Override
	public @Nullable String getJdbcUrl() {
		DatabaseUrl url = databaseUrl();
		return (url != null) ? url.jdbcUrl() : this.properties.getUrl();
	}

	@Override
	public @Nullable String getUsername() {
		DatabaseUrl url = databaseUrl();
		return (this.properties.getUser() == null && url != null) ? url.user() : this.properties.getUser();
	}

	@Override
	public @Nullable String getPassword() {
		DatabaseUrl url = databaseUrl();
		return (this.properties.getPassword() == null && url != null) ? url.password() : this.properties.getPassword();
	}

	private @Nullable DatabaseUrl databaseUrl() {
		String url = this.properties.getUrl();
		return (url != null && DatabaseUrl.matches(url)) ? DatabaseUrl.parse(url, "migrate.url") : null;
	}

}
