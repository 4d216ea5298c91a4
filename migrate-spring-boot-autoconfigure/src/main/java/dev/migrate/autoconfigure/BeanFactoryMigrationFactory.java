package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

import dev.migrate.Migration;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.MigrationFactory;

/**
 * Creates Java revisions with the application's bean factory, so that their constructors
 * may ask for beans.
 */
class BeanFactoryMigrationFactory implements MigrationFactory {

	private final AutowireCapableBeanFactory beanFactory;

	BeanFactoryMigrationFactory(AutowireCapableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Migration create(Class<? extends Migration> type) {
		try {
			return this.beanFactory.createBean(type);
		}
		catch (BeansException ex) {
			if (findCause(ex, BeanCurrentlyInCreationException.class) != null) {
				throw new MigrationException(Kind.INSTANTIATION,
						"Revision class %s asks for %s, which itself waits for the migrations".formatted(type.getName(),
								dependency(ex)),
						"use op.jdbc() in the revision instead", ex);
			}
			throw ex;
		}
	}

	private static String dependency(BeansException ex) {
		if (ex instanceof UnsatisfiedDependencyException unsatisfied && unsatisfied.getInjectionPoint() != null
				&& unsatisfied.getInjectionPoint().getMethodParameter() != null) {
			return "a bean of type "
					+ unsatisfied.getInjectionPoint().getMethodParameter().getParameterType().getName();
		}
		return "a bean";
	}

	private static <T extends Throwable> @Nullable T findCause(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
