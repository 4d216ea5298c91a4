package dev.migrate.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.JpaVendorAdapter;

/**
 * Takes Hibernate's {@code ddl-auto} out of action where the schema is migrated, however
 * it was asked for. What only looks at the schema, {@code validate}, stays.
 */
class DdlAutoReplacement implements BeanPostProcessor, Ordered {

	private static final Log logger = LogFactory.getLog(DdlAutoReplacement.class);

	private static final String HIBERNATE = "hibernate.hbm2ddl.auto";

	private static final List<String> PROPERTIES = List.of(HIBERNATE,
			"jakarta.persistence.schema-generation.database.action",
			"javax.persistence.schema-generation.database.action");

	private static final Set<String> HARMLESS = Set.of("", "none", "validate");

	private final ObjectProvider<MigrationDataSources> dataSources;

	DdlAutoReplacement(ObjectProvider<MigrationDataSources> dataSources) {
		this.dataSources = dataSources;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractEntityManagerFactoryBean factory && isManaged(factory)) {
			replace(factory, beanName);
		}
		return bean;
	}

	private boolean isManaged(EntityManagerFactoryInfo factory) {
		DataSource dataSource = factory.getDataSource();
		return dataSource == null || this.dataSources.getObject().manages(dataSource);
	}

	private static void replace(AbstractEntityManagerFactoryBean factory, String beanName) {
		Map<String, @Nullable Object> properties = factory.getJpaPropertyMap();
		Map<String, @Nullable Object> effective = new HashMap<>(vendorProperties(factory.getJpaVendorAdapter()));
		effective.putAll(properties);
		boolean validates = false;
		for (String name : PROPERTIES) {
			String value = String.valueOf(effective.getOrDefault(name, "")).toLowerCase(Locale.ROOT).strip();
			if (!HARMLESS.contains(value)) {
				logger.warn("Ignoring %s=%s of '%s': migrate.enabled=true migrates this database; remove the setting"
					.formatted(name, value, beanName));
				properties.put(name, "none");
			}
			validates |= value.equals("validate");
		}
		if (!validates) {
			// Also over what only Hibernate sees, in persistence.xml or system properties
			properties.put(HIBERNATE, "none");
		}
	}

	private static Map<String, ?> vendorProperties(@Nullable JpaVendorAdapter adapter) {
		return (adapter != null) ? adapter.getJpaPropertyMap() : Map.of();
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
