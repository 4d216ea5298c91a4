package dev.migrate.autoconfigure;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.actuate.MigrationsEndpoint;
import dev.migrate.autoconfigure.app.App;
import dev.migrate.autoconfigure.app.Person;
import dev.migrate.command.Migrate;
import dev.migrate.revision.MigrateException;
import dev.migrate.runtime.DatabaseStatus;
import dev.migrate.runtime.MigrationException;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class MigrateAutoConfigurationTests {

	private static final String PACKAGES = "migrate.packages=" + App.class.getPackageName() + ".migrations";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				MigrateAutoConfiguration.class, MigrationsEndpointAutoConfiguration.class))
		.withPropertyValues(PACKAGES, App.LOCATIONS, "migrate.connect-timeout=0s");

	private ApplicationContextRunner on(TestDatabase database) {
		return this.runner.withPropertyValues(database.springProperties());
	}

	private static ApplicationContextRunner withJpa(ApplicationContextRunner runner) {
		return runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(EntityConfiguration.class);
	}

	@Test
	void whenThereIsNoDatabaseThenBacksOff() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
			.withPropertyValues("migrate.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrate.class));
	}

	@ParameterizedTest
	@EnumSource
	void whenEnabledThenMigratesBeforeUsersOfTheDatabase(Product product) {
		TestDatabase database = product.create();
		on(database).withPropertyValues("migrate.enabled=true")
			.withUserConfiguration(UserOfTheDatabase.class)
			.run((context) -> assertThat(context.getBean("people")).isEqualTo(List.of("somebody")));
	}

	@ParameterizedTest
	@EnumSource
	void whenNamingIsSetThenConstraintsWithoutANameGetOne(Product product) {
		TestDatabase database = product.create();
		on(database)
			.withPropertyValues("migrate.enabled=true", "migrate.naming.primary-key=pk_of_{table}",
					"migrate.naming.unique=")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(database.texts((product == Product.SQLITE)
				? "SELECT substr(sql, instr(sql, 'pk_of'), 12) FROM sqlite_master WHERE name = 'person'"
				: "SELECT lower(constraint_name) FROM information_schema.table_constraints "
						+ "WHERE lower(table_name) = 'person' AND constraint_type = 'PRIMARY KEY'"))
			.containsExactly("pk_of_person");
	}

	@Test
	void whenNamingHasAnUnknownTokenThenFails() {
		on(Product.H2.create()).withPropertyValues("migrate.naming.check={tabel}")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("The naming convention '{tabel}' has the token '{tabel}'; "
						+ "for check constraints there are {hash}, {table}"));
	}

	@ParameterizedTest
	@EnumSource
	void whenNotEnabledThenExecutesNothingAndStillAnswers(Product product) {
		TestDatabase database = product.create();
		on(database).run((context) -> {
			assertThat(context).doesNotHaveBean(MigrationRunner.class);
			assertThat(context.getBean(Migrate.class).status().status()).isEqualTo(DatabaseStatus.UNVERSIONED);
			assertThat(context.getBean(Migrate.class).status().pending()).hasSize(2);
			assertThat(context.getBean(MigrateSchemaManagementProvider.class)
				.getSchemaManagement(context.getBean(DataSource.class))).isEqualTo(SchemaManagement.UNMANAGED);
		});
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void whenProtectedThenADowngradeNeedsAConfirmation() {
		TestDatabase database = Product.H2.create();
		on(database).withPropertyValues("migrate.enabled=true", "migrate.protected=true").run((context) -> {
			Migrate migrate = context.getBean(Migrate.class);
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.downgrade("base"))
				.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(MigrationException.Kind.PROTECTED));
			assertThat(database.texts("SELECT name FROM person")).containsExactly("somebody");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "verify", "wait" })
	void whenAnotherProcessMigratesThenNothingIsExecuted(String mode) {
		TestDatabase database = Product.H2.create();
		ApplicationContextRunner runner = on(database).withPropertyValues("migrate.enabled=true",
				"migrate.lock.timeout=0s");
		runner.withPropertyValues("migrate.mode=" + mode)
			.run((context) -> assertThat(context).getFailure().rootCause().isInstanceOf(MigrationException.class));
		assertThat(database.tables()).isEmpty();
		runner.run((context) -> assertThat(context).hasNotFailed());
		runner.withPropertyValues("migrate.mode=" + mode).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenEnabledThenSchemaIsManaged() {
		on(Product.H2.create()).withPropertyValues("migrate.enabled=true")
			.run((context) -> assertThat(context.getBean(SchemaManagementProvider.class)
				.getSchemaManagement(context.getBean(DataSource.class))).isEqualTo(SchemaManagement.MANAGED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.jpa.hibernate.ddl-auto=create", "spring.jpa.hibernate.ddl-auto=create-drop",
			"spring.jpa.hibernate.ddl-auto=update", "spring.jpa.properties.hibernate.hbm2ddl.auto=create",
			"spring.jpa.generate-ddl=true",
			"spring.jpa.properties.jakarta.persistence.schema-generation.database.action=drop-and-create" })
	void whenDdlAutoIsSetThenItIsReplacedWithOneWarning(String property, CapturedOutput output) {
		TestDatabase database = Product.H2.create();
		withJpa(on(database)).withPropertyValues("migrate.enabled=true", property).run((context) -> {
			assertThat(context).hasNotFailed();
			// Any of these settings would have made the table anew, or dropped it
			assertThat(database.texts("SELECT name FROM person")).containsExactly("somebody");
			assertThat(context.getBean(EntityManagerFactory.class).getProperties())
				.containsEntry("hibernate.hbm2ddl.auto", "none");
		});
		assertThat(database.texts("SELECT name FROM person")).containsExactly("somebody");
		assertThat(output.getAll().split("Ignoring ", -1)).hasSize(2);
		assertThat(output).contains("migrate.enabled=true migrates this database");
	}

	@Test
	void whenDdlAutoIsValidateThenItStays() {
		withJpa(on(Product.H2.create()))
			.withPropertyValues("migrate.enabled=true", "migrate.target=people",
					"spring.jpa.hibernate.ddl-auto=validate")
			.run((context) -> assertThat(context.getBean(EntityManagerFactory.class).getProperties())
				.containsEntry("hibernate.hbm2ddl.auto", "validate"));
	}

	@Test
	void whenInitializationIsLazyThenMigratesOnStartup() {
		TestDatabase database = Product.H2.create();
		on(database).withPropertyValues("migrate.enabled=true")
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(database.tables()).contains("person", "migrate_version"));
	}

	@Test
	void whenSchemaIsEmptyThenThatOfTheConnectionIsUsed() {
		on(Product.H2.create()).withPropertyValues("migrate.enabled=true", "migrate.schema=")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenNotEnabledThenDdlAutoWorksAsEver() {
		TestDatabase database = Product.H2.create();
		withJpa(on(database)).withPropertyValues("spring.jpa.hibernate.ddl-auto=create")
			.run((context) -> assertThat(database.tables()).containsExactly("person"));
	}

	@Test
	void whenUrlIsSetThenOtherUserMigratesTheDatabaseOfTheApplication() {
		TestDatabase database = Product.POSTGRESQL.create();
		database.jdbc().sql("DROP ROLE IF EXISTS schema_owner").update();
		database.jdbc().sql("CREATE ROLE schema_owner LOGIN PASSWORD 'secret'").update();
		database.jdbc().sql("GRANT ALL ON SCHEMA public TO schema_owner").update();
		withJpa(on(database))
			.withPropertyValues("migrate.enabled=true", "migrate.url=" + database.url(), "migrate.user=schema_owner",
					"migrate.password=secret", "spring.jpa.hibernate.ddl-auto=create")
			.run((context) -> assertThat(
					database.texts("SELECT tableowner::text FROM pg_tables WHERE tablename = 'person'"))
				.containsExactly("schema_owner"));
		assertThat(database.texts("SELECT applied_by FROM migrate_history")).containsOnly("schema_owner");
	}

	@Test
	void whenOnlyUserIsSetThenTheUrlOfTheApplicationIsUsed() {
		TestDatabase database = Product.POSTGRESQL.create();
		database.jdbc().sql("DROP ROLE IF EXISTS other_owner").update();
		database.jdbc().sql("CREATE ROLE other_owner LOGIN PASSWORD 'secret'").update();
		database.jdbc().sql("GRANT ALL ON SCHEMA public TO other_owner").update();
		on(database).withPropertyValues("migrate.enabled=true", "migrate.user=other_owner", "migrate.password=secret")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(database.texts("SELECT applied_by FROM migrate_history")).containsOnly("other_owner");
	}

	@Test
	void whenUrlIsSetThenNoDataSourceIsNeeded() {
		TestDatabase database = Product.POSTGRESQL.create();
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
			.withPropertyValues(PACKAGES, App.LOCATIONS, "migrate.enabled=true", "migrate.url=" + database.url(),
					"migrate.user=" + database.user(), "migrate.password=" + database.password())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class));
		assertThat(database.tables()).contains("person", "migrate_version");
	}

	@Test
	void whenConnectionDetailsAreABeanThenTheyWin() {
		TestDatabase database = Product.POSTGRESQL.create();
		on(Product.H2.create()).withPropertyValues("migrate.enabled=true")
			.withBean(MigrateConnectionDetails.class, () -> new FixedConnectionDetails(database))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(database.tables()).contains("person");
	}

	@Test
	void whenDataSourceIsQualifiedThenItIsMigrated() {
		this.runner.withPropertyValues("migrate.enabled=true")
			.withUserConfiguration(TwoDataSources.class)
			.run((context) -> {
				assertThat(JdbcClient.create(context.getBean("qualified", DataSource.class))
					.sql("SELECT name FROM person")
					.query(String.class)
					.list()).containsExactly("somebody");
				assertThat(context.getBean(MigrateSchemaManagementProvider.class)
					.getSchemaManagement(context.getBean("main", DataSource.class)))
					.isEqualTo(SchemaManagement.UNMANAGED);
			});
	}

	@Test
	void whenSeveralDataSourcesAreAlikeThenFailureSaysWhatToDo() {
		this.runner.withPropertyValues("migrate.enabled=true")
			.withUserConfiguration(AlikeDataSources.class)
			.run((context) -> assertThat(rootOf(context.getStartupFailure()))
				.hasMessage("There is not exactly one DataSource to migrate; mark one with @MigrateDataSource or "
						+ "@Primary, or set migrate.url"));
	}

	@Test
	void whenSeveralDataSourcesAreAlikeThenEndpointSaysWhatToDo() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=migrations")
			.withUserConfiguration(AlikeDataSources.class)
			.run((context) -> {
				MigrationsEndpoint endpoint = context.getBean(MigrationsEndpoint.class);
				assertThat(endpoint.migrations(null)).isNotNull()
					.extracting((answer) -> answer.databases().get("default").error())
					.asString()
					.startsWith("There is not exactly one DataSource to migrate");
				assertThat(endpoint.revision("aaaa1111", null)).isNotNull()
					.extracting((revision) -> revision.applied())
					.isNull();
			});
	}

	@Test
	void whenRevisionAsksForABeanThatWaitsThenFailureSaysWhatToDo() {
		on(Product.H2.create())
			.withPropertyValues("migrate.enabled=true", "migrate.packages=dev.migrate.autoconfigure.failing",
					"migrate.locations=classpath:nowhere")
			.withInitializer(
					(context) -> ((org.springframework.beans.factory.support.DefaultListableBeanFactory) context
						.getBeanFactory()).setAllowCircularReferences(false))
			.run((context) -> assertThat(rootOf(context.getStartupFailure()))
				.hasMessageContaining("R1_AsksForJdbcTemplate asks for a bean of type "
						+ "org.springframework.jdbc.core.JdbcTemplate, which itself waits for the migrations; "
						+ "use op.jdbc() in the revision instead"));
	}

	@Test
	void whenDatabaseIsDownThenFailureHasTheDriversMessage() {
		this.runner
			.withPropertyValues("migrate.enabled=true", "spring.datasource.url=jdbc:postgresql://localhost:1/nothing",
					"migrate.connect-timeout=300ms")
			.run((context) -> assertThat(rootOf(context.getStartupFailure()))
				.hasMessageContaining("The database cannot be reached within 0s: Connection to localhost:1 refused"));
	}

	@Test
	void whenDatabaseDoesNotExistThenFailsWithoutWaiting(CapturedOutput output) {
		TestDatabase database = Product.POSTGRESQL.create();
		on(new TestDatabase(database.url() + "_missing", database.user(), database.password()))
			.withPropertyValues("migrate.enabled=true", "migrate.connect-timeout=30s")
			.run((context) -> assertThat(rootOf(context.getStartupFailure()))
				.hasMessageStartingWith("The database cannot be reached: FATAL: database"));
		assertThat(output).doesNotContain("Waiting up to 30s for the database");
	}

	@Test
	void whenFlywayIsActiveTooThenWarns(CapturedOutput output) {
		on(Product.H2.create()).withPropertyValues("migrate.enabled=true")
			.withBean(Flyway.class,
					() -> Flyway.configure().dataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "").load())
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("Flyway is active beside Migrate; let only one of them change a schema");
	}

	@Test
	void whenUserDefinesRunnerThenBacksOff() {
		TestDatabase database = Product.H2.create();
		on(database).withPropertyValues("migrate.enabled=true")
			.withBean("mine", MigrationRunner.class, () -> new MigrationRunner(null, "head") {

				@Override
				public void afterPropertiesSet() {
				}

			})
			.run((context) -> assertThat(context).hasSingleBean(MigrationRunner.class).hasBean("mine"));
		assertThat(database.tables()).isEmpty();
	}

	private static Throwable rootOf(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof MigrateException)) {
			cause = cause.getCause();
		}
		return cause;
	}

	@Configuration(proxyBeanMethods = false)
	static class UserOfTheDatabase {

		@Bean
		List<String> people(JdbcTemplate jdbc) {
			return jdbc.queryForList("SELECT name FROM person", String.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@org.springframework.boot.persistence.autoconfigure.EntityScan(basePackageClasses = Person.class)
	static class EntityConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDataSources {

		@Bean
		@Primary
		DataSource main() {
			return Product.H2.create().dataSource();
		}

		@Bean(defaultCandidate = false)
		@MigrateDataSource
		DataSource qualified() {
			return Product.H2.create().dataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AlikeDataSources {

		@Bean
		DataSource one() {
			return Product.H2.create().dataSource();
		}

		@Bean
		DataSource two() {
			return Product.H2.create().dataSource();
		}

	}

	private record FixedConnectionDetails(TestDatabase database) implements MigrateConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.database.url();
		}

		@Override
		public String getUsername() {
			return this.database.user();
		}

		@Override
		public String getPassword() {
			return this.database.password();
		}

	}

}
