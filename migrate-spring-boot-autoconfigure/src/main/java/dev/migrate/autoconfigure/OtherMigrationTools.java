package dev.migrate.autoconfigure;

import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds other migration tools that are active in the application.
 */
final class OtherMigrationTools {

	private static final Map<String, String> BEAN_TYPES = Map.of("org.flywaydb.core.Flyway", "Flyway",
			"liquibase.integration.spring.SpringLiquibase", "Liquibase");

	private OtherMigrationTools() {
	}

	/**
	 * The names of the active tools.
	 * @param beanFactory the application's beans
	 * @return the names, sorted
	 */
	static List<String> findIn(ListableBeanFactory beanFactory) {
		ClassLoader classLoader = OtherMigrationTools.class.getClassLoader();
		return BEAN_TYPES.entrySet()
			.stream()
			.filter((tool) -> ClassUtils.isPresent(tool.getKey(), classLoader))
			.filter((tool) -> beanFactory.getBeanNamesForType(ClassUtils.resolveClassName(tool.getKey(), classLoader),
					true, false).length > 0)
			.map(Map.Entry::getValue)
			.sorted()
			.toList();
	}

}
