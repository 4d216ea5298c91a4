package dev.migrate.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.ObjectFilter;
import dev.migrate.autogenerate.Rewriter;
import dev.migrate.command.AutogenerateRequest;
import dev.migrate.command.Migrate;
import dev.migrate.command.RevisionRequest;
import dev.migrate.revision.MigrateException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The comparison on startup, and the beans and properties that it asks for.
 */
@ExtendWith(OutputCaptureExtension.class)
class ModelCheckTests {

	private static final String TEXT = "Entities and database differ in 1 thing:";

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.H2.create();

	private ApplicationContextRunner runner() {
		new TestApplication(this.folder, this.database.dataSource()).sql("a1", "", """
				-- migrate:upgrade
				CREATE TABLE users (id bigint PRIMARY KEY);
				""");
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class))
			.withUserConfiguration(ModelConfiguration.class)
			.withPropertyValues(this.database.springProperties())
			.withPropertyValues("migrate.enabled=true", "migrate.packages=none",
					"migrate.project-directory=" + this.folder, "migrate.locations=file:" + this.folder);
	}

	@Test
	void whenOffThenNothingIsCompared(CapturedOutput output) {
		runner().run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("differ").doesNotContain("The model was read");
	}

	@Test
	void whenWarnThenStartsWithAWarning(CapturedOutput output) {
		runner().withPropertyValues("migrate.check=warn").run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains(TEXT).contains("    added column 'users.phone_number'");
	}

	@Test
	void whenWarnAndNoModelThenStartsWithAWarning(CapturedOutput output) {
		runner().withPropertyValues("migrate.check=warn", "without-model=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("Entities and database were not compared: There is no model");
	}

	@Test
	void whenFailThenStartFails() {
		runner().withPropertyValues("migrate.check=fail")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(MigrateException.class)
				.hasMessageContaining(TEXT)
				.hasMessageContaining("    added column 'users.phone_number'"));
	}

	@Test
	void whenFailAndLazyThenStartFails() {
		runner().withPropertyValues("migrate.check=fail")
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(context).getFailure().hasMessageContaining(TEXT));
	}

	@Test
	void whenAlikeThenStarts(CapturedOutput output) {
		runner().withPropertyValues("migrate.check=fail", "migrate.autogenerate.exclude-kinds=column")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("differ");
	}

	@Test
	void whenTablesAreExcludedThenTheyAreLeftAlone() {
		this.database.jdbc().sql("CREATE TABLE other_orders (id bigint)").update();
		runner().withPropertyValues("migrate.check=fail", "migrate.autogenerate.exclude-tables=other_*,users")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenThereIsAFilterThenItDecides() {
		runner().withPropertyValues("migrate.check=fail")
			.withBean(ObjectFilter.class, () -> (kind, object, part) -> !part.equals("phone_number"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenSchemasAreIncludedThenTheyAreCompared() {
		this.database.jdbc().sql("CREATE SCHEMA sales").update();
		this.database.jdbc().sql("CREATE TABLE sales.orders (id bigint)").update();
		runner().withPropertyValues("migrate.check=fail", "migrate.autogenerate.include-schemas=sales")
			.run((context) -> assertThat(context).getFailure().hasMessageContaining("removed table 'sales.orders'"));
	}

	@Test
	void whenKindIsUnknownThenASentenceNamesThem() {
		runner().withPropertyValues("migrate.check=fail", "migrate.autogenerate.exclude-kinds=columns")
			.run((context) -> assertThat(context).getFailure()
				.hasMessage("'columns' is no kind of object that a comparison can leave out; correct "
						+ "migrate.autogenerate.exclude-kinds; the kinds are cast, check, column, enum, foreign_key, "
						+ "index, primary_key, sequence, struct, table, unique, view"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "archive_.+", "(users", "archive_%" })
	void whenPatternIsUnreadableThenASentenceSaysWhatStandsForAnyCharacters(String pattern) {
		runner().withPropertyValues("migrate.check=fail", "migrate.autogenerate.exclude-tables[0]=" + pattern)
			.run((context) -> assertThat(context).getFailure()
				.hasMessage("'" + pattern + "' cannot be read as the name of a table; correct "
						+ "migrate.autogenerate.exclude-tables; * stands for any characters, as in archive_*"));
	}

	@Test
	void rewriterChangesWhatIsWritten() {
		runner().withBean(Rewriter.class, () -> (operations) -> List.of())
			.run((context) -> assertThat(context.getBean(Migrate.class)
				.autogenerateSql(RevisionRequest.of("x"), AutogenerateRequest.DEFAULTS)).isEmpty());
	}

	@Test
	void failureIsExplainedWithTheDifferences(CapturedOutput output) {
		new TestApplication(this.folder, this.database.dataSource()).table("a1", "", "users");
		SpringApplication application = new SpringApplication(Application.class, ModelConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(() -> application.run("--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.user(), "--migrate.enabled=true",
				"--migrate.packages=none", "--migrate.locations=file:" + this.folder, "--migrate.check=fail",
				"--spring.flyway.enabled=false", "--spring.liquibase.enabled=false"));

		assertThat(output).contains("APPLICATION FAILED TO START").containsIgnoringWhitespaces("""
				Description:

				Entities and database differ in 2 things:
				    added column 'users.phone_number'
				    removed column 'users.name'.

				Action:

				Write a revision by migrate generate and start with it, or set migrate.check=warn.
				""");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class ModelConfiguration {

		/** Waits for the migration, as what Hibernate maps does. */
		@Bean
		@DependsOnDatabaseInitialization
		@ConditionalOnBooleanProperty(name = "without-model", havingValue = false, matchIfMissing = true)
		ModelSource modelSource(DataSource dataSource) {
			List<Integer> rows = JdbcClient.create(dataSource).sql("SELECT 1 FROM users").query(Integer.class).list();
			assertThat(rows).isEmpty();
			Table users = Table.of(QualifiedName.parse("users"),
					List.of(column("id", bigint()).notNull(), column("phone_number", varchar(20)), primaryKey("id")));
			return (dialect) -> {
				System.out.println("The model was read");
				return Model.of(new Schema(List.of(users)));
			};
		}

	}

}
