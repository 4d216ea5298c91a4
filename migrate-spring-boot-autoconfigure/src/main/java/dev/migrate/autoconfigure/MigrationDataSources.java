package dev.migrate.autoconfigure;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Chooses where migrations get their connections from: a {@link MigrateDataSource
 * qualified} {@code DataSource}, a connection of their own, or the application's
 * {@code DataSource}. Nothing is created before it is needed.
 */
class MigrationDataSources {

	private final MigrateConnectionDetails connectionDetails;

	private final ObjectProvider<DataSource> applicationDataSource;

	private final ObjectProvider<DataSource> qualifiedDataSource;

	private final SingletonSupplier<DataSource> migrationDataSource = SingletonSupplier.of(this::choose);

	MigrationDataSources(MigrateConnectionDetails connectionDetails, ObjectProvider<DataSource> applicationDataSource,
			ObjectProvider<DataSource> qualifiedDataSource) {
		this.connectionDetails = connectionDetails;
		this.applicationDataSource = applicationDataSource;
		this.qualifiedDataSource = qualifiedDataSource;
	}

	/**
	 * What migrations use.
	 * @return the data source
	 */
	DataSource get() {
		return this.migrationDataSource.obtain();
	}

	/**
	 * The same database without a pool.
	 * @return a data source that opens a new connection each time, or that of
	 * {@link #get()} if one cannot be derived
	 */
	DataSource unpooled() {
		DataSource dataSource = get();
		try {
			return DataSourceBuilder.derivedFrom(dataSource).type(SimpleDriverDataSource.class).build();
		}
		catch (RuntimeException ex) {
			return dataSource;
		}
	}

	/**
	 * The URL of what migrations use, without a connection.
	 * @return the URL, or {@code null} if it is not known
	 */
	@Nullable String url() {
		String url = this.connectionDetails.getJdbcUrl();
		if (url != null && this.qualifiedDataSource.getIfAvailable() == null) {
			return url;
		}
		return (unpooled() instanceof SimpleDriverDataSource derived) ? derived.getUrl() : null;
	}

	/**
	 * Whether the schema that a data source works on is the one that is migrated.
	 * @param dataSource a data source of the application
	 * @return whether it is
	 */
	boolean manages(DataSource dataSource) {
		return dataSource.equals(get()) || (this.qualifiedDataSource.getIfAvailable() == null
				&& dataSource.equals(this.applicationDataSource.getIfUnique()));
	}

	private DataSource choose() {
		DataSource qualified = this.qualifiedDataSource.getIfAvailable();
		if (qualified != null) {
			return qualified;
		}
		String url = this.connectionDetails.getJdbcUrl();
		if (StringUtils.hasText(url)) {
			requireDriver(url);
			return own(DataSourceBuilder.create().url(url));
		}
		DataSource application = this.applicationDataSource.getIfUnique();
		if (application == null) {
			throw new MigrationException(Kind.UNSUPPORTED, "There is not exactly one DataSource to migrate",
					"mark one with @MigrateDataSource or @Primary, or set migrate.url");
		}
		return (this.connectionDetails.getUsername() != null) ? own(DataSourceBuilder.derivedFrom(application))
				: application;
	}

	/** The URL may hold a password: it is not shown. */
	private void requireDriver(String url) {
		if (!url.startsWith("jdbc:")) {
			throw new MigrationException(Kind.UNREACHABLE, "The URL in migrate.url is none of JDBC",
					"write it like jdbc:postgresql://host:5432/database, with migrate.user and migrate.password");
		}
		if (this.connectionDetails.getDriverClassName() == null
				&& DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.UNKNOWN) {
			throw new MigrationException(Kind.UNREACHABLE, "The URL in migrate.url is of a database that is not known",
					"write it like jdbc:postgresql://host:5432/database");
		}
	}

	private DataSource own(DataSourceBuilder<?> builder) {
		builder.type(SimpleDriverDataSource.class);
		setIfPresent(this.connectionDetails.getUsername(), builder::username);
		setIfPresent(this.connectionDetails.getPassword(), builder::password);
		setIfPresent(this.connectionDetails.getDriverClassName(), builder::driverClassName);
		return builder.build();
	}

	private static void setIfPresent(@Nullable String value, java.util.function.Consumer<String> setter) {
		if (StringUtils.hasText(value)) {
			setter.accept(value);
		}
	}

}
