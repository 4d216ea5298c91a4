package dev.migrate.autoconfigure;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * A {@link SchemaManagementProvider} that reports what is migrated on startup as managed.
 */
class MigrateSchemaManagementProvider implements SchemaManagementProvider {

	private final MigrationDataSources dataSources;

	private final boolean enabled;

	MigrateSchemaManagementProvider(MigrationDataSources dataSources, boolean enabled) {
		this.dataSources = dataSources;
		this.enabled = enabled;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		return (this.enabled && this.dataSources.manages(dataSource)) ? SchemaManagement.MANAGED
				: SchemaManagement.UNMANAGED;
	}

}
