package dev.migrate.hibernate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;

import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import dev.migrate.testsupport.TestDatabase;

/**
 * Starts Hibernate as Spring Boot would.
 */
final class HibernateBootstrap {

	private final TestDatabase database;

	private final Class<?>[] entities;

	private final Map<String, Object> properties = new TreeMap<>();

	HibernateBootstrap(TestDatabase database, Class<?>... entities) {
		this.database = database;
		this.entities = entities;
	}

	HibernateBootstrap with(String property, Object value) {
		this.properties.put(property, value);
		return this;
	}

	/** Let Hibernate create the schema. */
	void create() {
		start(Map.of("hibernate.hbm2ddl.auto", "create-only", "hibernate.hbm2ddl.create_namespaces", "true",
				"hibernate.hbm2ddl.halt_on_error", "true"))
			.close();
	}

	/** Look at the metadata as a command does, before Hibernate goes on with it. */
	<T> T read(Function<Metadata, T> reader) {
		AtomicReference<T> read = new AtomicReference<>();
		IntegratorProvider provider = () -> List.of(new Integrator() {
			@Override
			public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
				((MetadataImplementor) metadata).orderColumns(true);
				read.set(reader.apply(metadata));
			}
		});
		start(Map.of("hibernate.integrator_provider", provider)).close();
		return read.get();
	}

	private EntityManagerFactory start(Map<String, Object> further) {
		LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
		factory.setDataSource(this.database.dataSource());
		factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		factory.setManagedTypes(
				PersistenceManagedTypes.of(Arrays.stream(this.entities).map(Class::getName).toArray(String[]::new)));
		factory.getJpaPropertyMap()
			.put("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName());
		factory.getJpaPropertyMap()
			.put("hibernate.implicit_naming_strategy", SpringImplicitNamingStrategy.class.getName());
		factory.getJpaPropertyMap().putAll(this.properties);
		factory.getJpaPropertyMap().putAll(further);
		factory.afterPropertiesSet();
		return factory.getObject();
	}

}
