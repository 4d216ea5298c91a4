package dev.migrate.fidelity;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.migrate.autogenerate.Model;
import dev.migrate.dialect.Dialect;
import dev.migrate.hibernate.DeferringPersistenceProvider;
import dev.migrate.hibernate.PersistenceUnit;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateSettings;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/**
 * Starts Hibernate as Spring Boot does: its naming strategies, Bean Validation active.
 * The connection stays open, as in a pool: H2 has checks that need the session which made
 * them.
 */
public final class HibernateBootstrap {

	private final List<String> classNames;

	private final Map<String, String> settings;

	private final ClassLoader classLoader;

	HibernateBootstrap(List<Class<?>> classes, Map<String, String> settings) {
		this(classes.stream().map(Class::getName).toList(), settings, HibernateBootstrap.class.getClassLoader());
	}

	HibernateBootstrap(List<String> classNames, Map<String, String> settings, ClassLoader classLoader) {
		this.classNames = classNames;
		this.settings = settings;
		this.classLoader = classLoader;
	}

	/** Let Hibernate create everything in an empty database, undisturbed. */
	public void create(Connection connection) {
		start(factory(connection, "create-only", HibernateBootstrap::ignore)).destroy();
	}

	/** Start, and let Hibernate look whether the database has what it needs. */
	public void validate(Connection connection) {
		start(factory(connection, "validate", HibernateBootstrap::ignore)).destroy();
	}

	/**
	 * Read the metadata before anything is created, since the exporter changes them.
	 * @return what the reader made of the metadata
	 */
	<T> T read(Connection connection, Function<Metadata, T> reader) {
		List<T> read = new ArrayList<>();
		start(factory(connection, "none", (metadata) -> {
			((MetadataImplementor) metadata).orderColumns(true);
			read.add(reader.apply(metadata));
		})).destroy();
		return read.get(0);
	}

	/**
	 * Start, and stay so.
	 * @param consumer is given the metadata, which can be read until the end
	 * @return what ends it
	 */
	public DisposableBean open(Connection connection, Consumer<Metadata> consumer) {
		return start(factory(connection, "none", consumer));
	}

	/** Begin a start, as commands do, and end it when the model is known. */
	public Model model(Connection connection, Dialect dialect) {
		List<PersistenceUnit> units = new ArrayList<>();
		LocalContainerEntityManagerFactoryBean factory = factory(connection, "none", HibernateBootstrap::ignore);
		factory.setPersistenceProvider(new DeferringPersistenceProvider(
				new HibernateJpaVendorAdapter().getPersistenceProvider(), "default", units::add));
		start(factory);
		return withClassLoader(() -> units.get(0).read(dialect));
	}

	private static void ignore(Metadata metadata) {
	}

	private LocalContainerEntityManagerFactoryBean factory(Connection connection, String ddlAuto,
			Consumer<Metadata> consumer) {
		LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
		factory.setBeanClassLoader(this.classLoader);
		factory.setPersistenceUnitName("default");
		factory.setDataSource(new SingleConnectionDataSource(connection, true));
		factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		factory.setManagedTypes(PersistenceManagedTypes.of(this.classNames, List.of()));
		factory.setJpaPropertyMap(properties(ddlAuto, consumer));
		return factory;
	}

	private LocalContainerEntityManagerFactoryBean start(LocalContainerEntityManagerFactoryBean factory) {
		return withClassLoader(() -> {
			factory.afterPropertiesSet();
			return factory;
		});
	}

	private <T> T withClassLoader(Supplier<T> work) {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(this.classLoader);
		try {
			return work.get();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private Map<String, Object> properties(String ddlAuto, Consumer<Metadata> consumer) {
		Map<String, Object> properties = new HashMap<>(new HibernateProperties()
			.determineHibernateProperties(this.settings, new HibernateSettings().ddlAuto(() -> ddlAuto)));
		properties.put("hibernate.hbm2ddl.halt_on_error", "true");
		properties.put("hibernate.hbm2ddl.create_namespaces", "true");
		properties.put("hibernate.integrator_provider", (IntegratorProvider) () -> List.of(new Integrator() {

			@Override
			public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
				consumer.accept(metadata);
			}

		}));
		return properties;
	}

}
