package dev.migrate.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import dev.migrate.autoconfigure.app.App;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.hibernate.entities.Units;
import dev.migrate.revision.MigrateException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where the model of an application comes from.
 */
class ModelSourceTests {

	private static final List<String> SEEN = Collections.synchronizedList(new ArrayList<>());

	private static final Dialect DIALECT = Dialects.load(ModelSourceTests.class.getClassLoader()).named("h2");

	private final TestDatabase database = Product.H2.create();

	@BeforeEach
	void prepare() {
		SEEN.clear();
	}

	/** The context that a command has. */
	private ConfigurableApplicationContext command(Class<?> application, String... properties) {
		SpringApplication command = application(application);
		command.setApplicationContextFactory((type) -> new CommandApplicationContext());
		command.addInitializers((context) -> context.getBeanFactory()
			.registerSingleton("migrateProjectDirectory", new ProjectDirectory(Path.of("."))));
		return command.run(arguments(properties));
	}

	private static SpringApplication application(Class<?> application) {
		SpringApplication started = new SpringApplication(application, Observation.class);
		started.setWebApplicationType(WebApplicationType.NONE);
		return started;
	}

	private String[] arguments(String... properties) {
		List<String> arguments = new ArrayList<>();
		for (String property : this.database.springProperties()) {
			arguments.add("--" + property);
		}
		for (String property : properties) {
			arguments.add("--" + property);
		}
		return arguments.toArray(String[]::new);
	}

	private static Model read(ConfigurableApplicationContext context) {
		return context.getBean(ModelSource.class).read(DIALECT);
	}

	private static List<String> tables(Model model) {
		return model.schema().tables().stream().map((table) -> table.name().toString()).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "async" })
	void commandReadsTheModelAndBuildsNoSessionFactory(String bootstrap) {
		try (ConfigurableApplicationContext context = command(App.class, "spring.jpa.hibernate.ddl-auto=create",
				"spring.jpa.bootstrap=" + bootstrap)) {
			Model model = read(context);

			assertThat(tables(model)).containsExactly("person");
			assertThat(read(context)).isEqualTo(model);
		}
		assertThat(SEEN).contains("integrated").doesNotContain("created");
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void factoryOfACommandIsBuiltWhenItIsUsed() {
		try (ConfigurableApplicationContext context = command(App.class)) {
			EntityManagerFactory factory = context.getBean(EntityManagerFactory.class);
			assertThat(SEEN).isEmpty();

			try (EntityManager entityManager = factory.createEntityManager()) {
				assertThat(entityManager.createNativeQuery("SELECT 1").getSingleResult()).isEqualTo(1);
			}
			assertThat(SEEN).containsExactly("integrated", "created");
			assertThat(tables(read(context))).containsExactly("person");
		}
		assertThat(SEEN).endsWith("closed").containsOnlyOnce("created");
	}

	@Test
	void modelsOfSeveralPersistenceUnitsAreMerged() {
		try (ConfigurableApplicationContext context = command(TwoUnits.class)) {
			assertThat(tables(read(context))).containsExactly("one", "shared", "two");
		}
	}

	@Test
	void persistenceUnitOfAnotherDatabaseIsNotInTheModel() {
		try (ConfigurableApplicationContext context = command(TwoDatabases.class)) {
			assertThat(tables(read(context))).containsExactly("one", "shared");
		}
	}

	@Test
	void persistenceUnitsThatContradictAreRefused() {
		try (ConfigurableApplicationContext context = command(Contradiction.class)) {
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> read(context))
				.withMessage("The persistence units 'first' and 'second' want the table 'shared' differently"
						+ " (name, title); let their mappings agree, or map it in one of them only");
		}
	}

	@Test
	void mappingThatHibernateRefusesIsOneSentence() {
		try (ConfigurableApplicationContext context = command(Rejected.class)) {
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> read(context))
				.withMessageStartingWith("Hibernate cannot read the entities of the persistence unit 'first': ")
				.withMessageContaining("Unmappable.names")
				.withMessageEndingWith("; correct the mapping");
		}
	}

	@Test
	void sequenceOfAnotherIncrementIsNoObstacle() {
		this.database.jdbc().sql("CREATE SEQUENCE numbered_seq INCREMENT BY 1").update();
		try (ConfigurableApplicationContext context = command(Numbering.class)) {
			assertThat(read(context).schema().objects(Sequence.class))
				.extracting((sequence) -> sequence.options().increment())
				.containsExactly(50L);
			assertThatExceptionOfType(PersistenceException.class)
				.isThrownBy(() -> context.getBean(EntityManagerFactory.class).createEntityManager())
				.withStackTraceContaining("increment size");
		}
	}

	@Test
	void applicationWithoutEntitiesHasNoModel() {
		try (ConfigurableApplicationContext context = command(Empty.class)) {
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> read(context))
				.withMessage("There is no model: no entity is found; put classes with @Entity below the application's"
						+ " package, or name their packages with @EntityScan");
		}
	}

	@Test
	void applicationWithoutEntityManagerFactoryHasNoModel() {
		runner(true).run((context) -> assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> context.getBean(ModelSource.class).read(DIALECT))
			.withMessageStartingWith("There is no model: Hibernate is not set up for the database that is migrated;"));
	}

	@Test
	void applicationWithoutHibernateHasNoModel() {
		runner(true).withClassLoader(new FilteredClassLoader("org.hibernate"))
			.run((context) -> assertThatExceptionOfType(MigrateException.class)
				.isThrownBy(() -> context.getBean(ModelSource.class).read(DIALECT))
				.withMessageStartingWith("There is no model: Hibernate is not on the class path;"));
	}

	@Test
	void applicationThatRunsKeepsNoModelUnlessItChecks() {
		runner(false).run((context) -> assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> context.getBean(ModelSource.class).read(DIALECT))
			.withMessageStartingWith("There is no model: an application that runs keeps none;"));
	}

	@Test
	void ownModelSourceTakesTheirPlace() {
		Model own = Model.of(new Schema(List.of()));
		runner(true).withBean(ModelSource.class, () -> (dialect) -> own)
			.run((context) -> assertThat(context.getBean(ModelSource.class).read(DIALECT)).isSameAs(own));
	}

	private ApplicationContextRunner runner(boolean command) {
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class))
			.withPropertyValues(this.database.springProperties());
		return command ? runner.withInitializer((context) -> ((ConfigurableApplicationContext) context).getBeanFactory()
			.registerSingleton("migrateProjectDirectory", new ProjectDirectory(Path.of(".")))) : runner;
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "create" })
	void applicationThatChecksKeepsTheMetadataOfItsOwnStart(String ddlAuto) {
		Model wanted;
		try (ConfigurableApplicationContext context = command(App.class)) {
			wanted = read(context);
		}
		SEEN.clear();
		try (ConfigurableApplicationContext context = application(App.class).run(arguments("migrate.check=warn",
				"spring.jpa.bootstrap=async", "spring.jpa.hibernate.ddl-auto=" + ddlAuto))) {
			assertThat(read(context)).isEqualTo(wanted);
			assertThat(SEEN).containsExactly("integrated", "created");
		}
	}

	/** What an application sees of Hibernate's start, through settings of its own. */
	@Configuration(proxyBeanMethods = false)
	static class Observation {

		@Bean
		HibernatePropertiesCustomizer observation() {
			return (properties) -> {
				properties.put("hibernate.session_factory_observer", new SessionFactoryObserver() {
					@Override
					public void sessionFactoryCreated(SessionFactory factory) {
						SEEN.add("created");
					}

					@Override
					public void sessionFactoryClosed(SessionFactory factory) {
						SEEN.add("closed");
					}
				});
				properties.put("hibernate.integrator_provider",
						(IntegratorProvider) () -> List.of(new ObservingIntegrator()));
			};
		}

	}

	static class ObservingIntegrator implements Integrator {

		@Override
		public void integrate(org.hibernate.boot.Metadata metadata, org.hibernate.boot.spi.BootstrapContext context,
				org.hibernate.engine.spi.SessionFactoryImplementor factory) {
			SEEN.add("integrated");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
	@EntityScan("dev.migrate.autoconfigure.failing")
	static class Empty {

	}

	private static LocalContainerEntityManagerFactoryBean factory(DataSource dataSource, Class<?>... entities) {
		LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
		factory.setDataSource(dataSource);
		factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		factory.setManagedTypes(
				PersistenceManagedTypes.of(List.of(entities).stream().map(Class::getName).toArray(String[]::new)));
		factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "none"));
		return factory;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
	static class TwoUnits {

		@Bean
		LocalContainerEntityManagerFactoryBean first(DataSource dataSource) {
			return factory(dataSource, Units.One.class, Units.Shared.class);
		}

		@Bean
		LocalContainerEntityManagerFactoryBean second(DataSource dataSource) {
			return factory(dataSource, Units.Two.class, Units.Shared.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
	static class TwoDatabases {

		@Bean
		LocalContainerEntityManagerFactoryBean first(DataSource dataSource) {
			return factory(dataSource, Units.One.class, Units.Shared.class);
		}

		@Bean
		LocalContainerEntityManagerFactoryBean second() {
			return factory(Product.H2.create().dataSource(), Units.Two.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
	static class Contradiction {

		@Bean
		LocalContainerEntityManagerFactoryBean first(DataSource dataSource) {
			return factory(dataSource, Units.Shared.class);
		}

		@Bean
		LocalContainerEntityManagerFactoryBean second(DataSource dataSource) {
			return factory(dataSource, Units.Other.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
	static class Numbering {

		@Bean
		LocalContainerEntityManagerFactoryBean first(DataSource dataSource) {
			return factory(dataSource, Units.Numbered.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
	static class Rejected {

		@Bean
		LocalContainerEntityManagerFactoryBean first(DataSource dataSource) {
			return factory(dataSource, Units.Unmappable.class);
		}

	}

}
