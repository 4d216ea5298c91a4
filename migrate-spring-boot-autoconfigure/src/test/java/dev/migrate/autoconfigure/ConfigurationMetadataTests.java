package dev.migrate.autoconfigure;

import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an IDE shows of the properties.
 */
class ConfigurationMetadataTests {

	@Test
	void everyPropertyHasADescriptionAndItsDefault() throws Exception {
		Map<String, String> defaults = new TreeMap<>();
		try (InputStream metadata = MigrateProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			for (JsonNode property : JsonMapper.shared().readTree(metadata).get("properties")) {
				String name = property.get("name").asString();
				if (name.startsWith("migrate.")) {
					assertThat(property.path("description").asString("")).as(name).endsWith(".");
					defaults.put(name, property.path("defaultValue").toString().replace("\"", ""));
				}
			}
		}
		assertThat(defaults)
			.containsExactlyEntriesOf(new TreeMap<>(Map.ofEntries(Map.entry("migrate.connect-timeout", "30s"),
					Map.entry("migrate.check", "off"), Map.entry("migrate.autogenerate.include-schemas", ""),
					Map.entry("migrate.autogenerate.exclude-tables", ""),
					Map.entry("migrate.autogenerate.exclude-kinds", ""), Map.entry("migrate.naming.primary-key", ""),
					Map.entry("migrate.naming.unique", ""), Map.entry("migrate.naming.foreign-key", ""),
					Map.entry("migrate.naming.check", ""), Map.entry("migrate.naming.exclude", ""),
					Map.entry("migrate.dialect", ""), Map.entry("migrate.project-directory", ""),
					Map.entry("migrate.revision.file-template", "{rev}_{slug}"),
					Map.entry("migrate.revision.format", "java"), Map.entry("migrate.revision.id-style", "random"),
					Map.entry("migrate.revision.post-write", ""), Map.entry("migrate.revision.source-directory", ""),
					Map.entry("migrate.revision.template", ""), Map.entry("migrate.enabled", "false"),
					Map.entry("migrate.history-table", "migrate_history"),
					Map.entry("migrate.locations", "[classpath:db/migrate]"), Map.entry("migrate.lock.timeout", "5m"),
					Map.entry("migrate.lock.mode", "session"), Map.entry("migrate.ddl.lock-timeout", "5s"),
					Map.entry("migrate.ddl.retries", "10"), Map.entry("migrate.role", ""),
					Map.entry("migrate.packages", ""), Map.entry("migrate.password", ""),
					Map.entry("migrate.mode", "upgrade"), Map.entry("migrate.protected", "false"),
					Map.entry("migrate.schema", ""), Map.entry("migrate.target", "head"),
					Map.entry("migrate.transaction", "per-revision"), Map.entry("migrate.url", ""),
					Map.entry("migrate.user", ""), Map.entry("migrate.version-table", "migrate_version"))));
	}

}
