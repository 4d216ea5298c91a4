package dev.migrate.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import dev.migrate.actuate.MigrationsEndpoint;
import dev.migrate.command.Migrate;

/**
 * Auto-configuration for the Actuator endpoint {@code migrations}.
 */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
public final class MigrationsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnBean(Migrate.class)
	@ConditionalOnMissingBean
	MigrationsEndpoint migrationsEndpoint(Map<String, Migrate> migrates) {
		Map<String, Migrate> databases = new LinkedHashMap<>();
		migrates.forEach((name, migrate) -> databases
			.put(name.equals(MigrateAutoConfiguration.MIGRATE_BEAN_NAME) ? "default" : name, migrate));
		return new MigrationsEndpoint(databases);
	}

}
