package dev.migrate.autoconfigure;

import org.hibernate.SessionFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.util.ClassUtils;

import dev.migrate.autogenerate.ModelSource;
import dev.migrate.hibernate.HibernateModelSource;
import dev.migrate.revision.MigrateException;

/**
 * Where the wanted schema comes from, for commands and for an application that compares
 * its model when it starts.
 */
final class ModelConfigurations {

	private ModelConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ AbstractEntityManagerFactoryBean.class, SessionFactory.class })
	@ConditionalOnMissingBean(ModelSource.class)
	@Conditional(ModelCondition.class)
	static class Hibernate {

		@Bean
		static PersistenceUnits migratePersistenceUnits(ListableBeanFactory beanFactory) {
			boolean command = beanFactory.getBeanNamesForType(ProjectDirectory.class).length > 0;
			return new PersistenceUnits(beanFactory, command);
		}

		@Bean
		ModelSource hibernateModelSource(PersistenceUnits units, MigrationDataSources dataSources) {
			return new HibernateModelSource(() -> units.of(dataSources::manages));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(ModelSource.class)
	static class None {

		@Bean
		ModelSource missingModelSource(ResourceLoader resourceLoader) {
			return (dialect) -> {
				throw ClassUtils.isPresent("org.hibernate.SessionFactory", resourceLoader.getClassLoader())
						? new MigrateException("There is no model: an application that runs keeps none",
								"use a command, or set migrate.check")
						: new MigrateException("There is no model: Hibernate is not on the class path",
								"add spring-boot-starter-data-jpa, or declare a bean of type ModelSource");
			};
		}

	}

	static final class ModelCondition extends AnyNestedCondition {

		ModelCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnBean(ProjectDirectory.class)
		private static final class CommandCondition {

		}

		@ConditionalOnProperty(name = "migrate.check", havingValue = "warn")
		private static final class WarnCondition {

		}

		@ConditionalOnProperty(name = "migrate.check", havingValue = "fail")
		private static final class FailCondition {

		}

	}

}
