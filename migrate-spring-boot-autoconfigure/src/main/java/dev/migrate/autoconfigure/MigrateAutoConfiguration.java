package dev.migrate.autoconfigure;

import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.util.StringUtils;

import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.ObjectFilter;
import dev.migrate.autogenerate.Rewriter;
import dev.migrate.command.Migrate;
import dev.migrate.command.OfflineCommands;
import dev.migrate.command.RevisionFiles;
import dev.migrate.dialect.Dialects;
import dev.migrate.runtime.ConnectionSource;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.Migrator;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.script.ScriptDirectoryLoader;
import dev.migrate.script.ScriptLocations;
import dev.migrate.script.SourceFolders;

/**
 * Auto-configuration for database migrations: {@link Migrate} for the database that there
 * is, and, with {@code migrate.enabled=true}, the {@link MigrationRunner} that migrates
 * it on startup.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@Conditional(MigrateAutoConfiguration.DatabaseCondition.class)
@EnableConfigurationProperties(MigrateProperties.class)
@Import({ ModelConfigurations.Hibernate.class, ModelConfigurations.None.class })
public final class MigrateAutoConfiguration {

	/**
	 * The name of the auto-configured {@link Migrate} bean, that of the default database.
	 */
	static final String MIGRATE_BEAN_NAME = "migrate";

	@Bean
	@ConditionalOnMissingBean
	MigrateConnectionDetails migrateConnectionDetails(MigrateProperties properties) {
		return new PropertiesMigrateConnectionDetails(properties);
	}

	@Bean
	MigrationDataSources migrationDataSources(MigrateConnectionDetails connectionDetails,
			ObjectProvider<DataSource> dataSource, @MigrateDataSource ObjectProvider<DataSource> qualifiedDataSource) {
		return new MigrationDataSources(connectionDetails, dataSource, qualifiedDataSource);
	}

	@Bean
	MigrateSchemaManagementProvider migrateSchemaManagementProvider(MigrationDataSources dataSources,
			MigrateProperties properties) {
		return new MigrateSchemaManagementProvider(dataSources, properties.isEnabled());
	}

	@Bean
	AutogenerationBeans migrateAutogenerationBeans(MigrateProperties properties, ObjectProvider<ModelSource> model,
			ObjectProvider<ObjectFilter> filters, ObjectProvider<Rewriter> rewriters) {
		return new AutogenerationBeans(properties.getAutogenerate(), model, filters, rewriters);
	}

	@Bean(MIGRATE_BEAN_NAME)
	@ConditionalOnMissingBean
	Migrate migrate(MigrateProperties properties, MigrationDataSources dataSources, ResourceLoader resourceLoader,
			AutowireCapableBeanFactory beanFactory, ObjectProvider<ProjectDirectory> projectDirectory,
			AutogenerationBeans autogenerationBeans) {
		ClassLoader classLoader = Objects.requireNonNullElseGet(resourceLoader.getClassLoader(),
				MigrateAutoConfiguration.class::getClassLoader);
		Dialects dialects = Dialects.load(classLoader);
		MigrationInstances instances = new MigrationInstances(new BeanFactoryMigrationFactory(beanFactory),
				classLoader);
		ConnectionSource connections = new ConnectionSource(dataSources::get, dataSources::unpooled, dialects);
		ScriptLocations locations = new ScriptLocations(properties.getLocations(), packages(properties, beanFactory));
		RuntimeSettings settings = settings(properties);
		ProjectDirectory project = projectDirectory.getIfAvailable(ProjectDirectory::working);
		SourceFolders sources = new SourceFolders(properties.getRevision().layout(project, locations), classLoader);
		ScriptDirectoryLoader scripts = new ScriptDirectoryLoader(locations, resourceLoader);
		OfflineCommands offline = new OfflineCommands(
				() -> new OfflineProduct(dialects, properties.getDialect(), dataSources).dialect(), settings,
				instances);
		RevisionFiles files = properties.getRevision().files(project, locations);
		Migrator migrator = new Migrator(connections, instances, settings);
		// Commands see the sources too; an application that starts has no project
		boolean command = projectDirectory.getIfAvailable() != null;
		Migrate migrate = new Migrate((command ? scripts.withSources(sources) : scripts)::load, migrator, instances,
				offline, files, autogenerationBeans.autogeneration(migrator, settings, files, sources, instances));
		return properties.isProtected() ? migrate.protect() : migrate;
	}

	private static List<String> packages(MigrateProperties properties, BeanFactory beanFactory) {
		if (!properties.getPackages().isEmpty()) {
			return properties.getPackages();
		}
		if (!AutoConfigurationPackages.has(beanFactory)) {
			return List.of();
		}
		return AutoConfigurationPackages.get(beanFactory).stream().map((name) -> name + ".migrations").toList();
	}

	private static RuntimeSettings settings(MigrateProperties properties) {
		String schema = StringUtils.hasText(properties.getSchema()) ? properties.getSchema() : null;
		return new RuntimeSettings(schema, properties.getVersionTable(), properties.getHistoryTable(),
				properties.getTransaction(), properties.getConnectTimeout(), properties.getLock().getTimeout(),
				properties.getNaming().convention(), session(properties));
	}

	private static SessionSettings session(MigrateProperties properties) {
		String role = StringUtils.hasText(properties.getRole()) ? properties.getRole() : null;
		return new SessionSettings(properties.getLock().getMode(), properties.getDdl().getLockTimeout(),
				properties.getDdl().getRetries(), role);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("migrate.enabled")
	@Import(DatabaseInitializationDependencyConfigurer.class)
	static class RunnerConfiguration {

		private static final Log logger = LogFactory.getLog(MigrateAutoConfiguration.class);

		@Bean
		@ConditionalOnMissingBean
		MigrationRunner migrationRunner(Migrate migrate, MigrateProperties properties,
				ListableBeanFactory beanFactory) {
			for (String tool : OtherMigrationTools.findIn(beanFactory)) {
				logger.warn("%s is active beside Migrate; let only one of them change a schema".formatted(tool));
			}
			return new MigrationRunner(migrate, properties.getTarget(), properties.getMode());
		}

		@Bean
		ModelCheck migrateModelCheck(Migrate migrate, MigrateProperties properties) {
			return new ModelCheck(migrate, properties.getCheck());
		}

		@Bean
		static LazyInitializationExcludeFilter migrationRunnerLazyInitializationExcludeFilter() {
			// Nothing may ever ask for them, where no bean is known to use the database
			return LazyInitializationExcludeFilter.forBeanTypes(MigrationRunner.class, ModelCheck.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty("migrate.enabled")
	@ConditionalOnClass(AbstractEntityManagerFactoryBean.class)
	static class JpaConfiguration {

		@Bean
		static DdlAutoReplacement ddlAutoReplacement(ObjectProvider<MigrationDataSources> dataSources) {
			return new DdlAutoReplacement(dataSources);
		}

	}

	static final class DatabaseCondition extends AnyNestedCondition {

		DatabaseCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnBean(DataSource.class)
		private static final class DataSourceBeanCondition {

		}

		@ConditionalOnBean(JdbcConnectionDetails.class)
		private static final class JdbcConnectionDetailsCondition {

		}

		@ConditionalOnBean(MigrateConnectionDetails.class)
		private static final class MigrateConnectionDetailsCondition {

		}

		@ConditionalOnProperty("migrate.url")
		private static final class UrlCondition {

		}

	}

}
