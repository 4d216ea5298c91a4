package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import javax.sql.DataSource;

import jakarta.persistence.spi.PersistenceProvider;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.JpaVendorAdapter;

import dev.migrate.hibernate.DeferringPersistenceProvider;
import dev.migrate.hibernate.PersistenceUnit;
import dev.migrate.hibernate.StartedPersistenceUnit;

/**
 * The persistence units of an application, with exactly its settings. A command puts off
 * their start; an application that compares its model when it starts keeps their
 * metadata.
 */
class PersistenceUnits implements BeanPostProcessor, Ordered {

	private final Map<String, PersistenceUnit> units = new ConcurrentHashMap<>();

	private final ListableBeanFactory beanFactory;

	private final boolean command;

	PersistenceUnits(ListableBeanFactory beanFactory, boolean command) {
		this.beanFactory = beanFactory;
		this.command = command;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof AbstractEntityManagerFactoryBean factory
				&& provider(factory) instanceof HibernatePersistenceProvider provider) {
			if (this.command) {
				factory.setPersistenceProvider(
						new DeferringPersistenceProvider(provider, beanName, (unit) -> this.units.put(beanName, unit)));
			}
			else {
				keepMetadata(factory, beanName);
			}
		}
		return bean;
	}

	private static @Nullable PersistenceProvider provider(AbstractEntityManagerFactoryBean factory) {
		JpaVendorAdapter adapter = factory.getJpaVendorAdapter();
		return (factory.getPersistenceProvider() == null && adapter != null) ? adapter.getPersistenceProvider()
				: factory.getPersistenceProvider();
	}

	private void keepMetadata(AbstractEntityManagerFactoryBean factory, String beanName) {
		Map<String, Object> settings = factory.getJpaPropertyMap();
		JpaVendorAdapter adapter = factory.getJpaVendorAdapter();
		Object setting = settings.get(JpaSettings.INTEGRATOR_PROVIDER);
		if (setting == null && adapter != null) {
			setting = adapter.getJpaPropertyMap().get(JpaSettings.INTEGRATOR_PROVIDER);
		}
		StartedPersistenceUnit unit = new StartedPersistenceUnit(beanName);
		settings.put(JpaSettings.INTEGRATOR_PROVIDER, unit.integratorProvider(setting));
		this.units.put(beanName, unit);
	}

	/**
	 * The units of a database.
	 * @param managed whether a data source is one of that database
	 * @return the units, in the order of their names
	 */
	List<PersistenceUnit> of(Predicate<DataSource> managed) {
		List<PersistenceUnit> found = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(AbstractEntityManagerFactoryBean.class)) {
			AbstractEntityManagerFactoryBean factory = this.beanFactory.getBean(name,
					AbstractEntityManagerFactoryBean.class);
			DataSource dataSource = factory.getDataSource();
			if (dataSource == null || managed.test(dataSource)) {
				// Comes to an end, should it run in the background
				factory.getNativeEntityManagerFactory();
				PersistenceUnit unit = this.units.get(BeanFactoryUtils.transformedBeanName(name));
				if (unit != null) {
					found.add(unit);
				}
			}
		}
		found.sort(Comparator.comparing(PersistenceUnit::name));
		return found;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
