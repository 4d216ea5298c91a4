package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.tool.schema.Action;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator.ActionGrouping;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * Sees the metadata of a bootstrap, complete and in the order in which Hibernate creates
 * columns.
 */
final class MetadataIntegrator implements Integrator {

	private final Consumer<Metadata> consumer;

	private MetadataIntegrator(Consumer<Metadata> consumer) {
		this.consumer = consumer;
	}

	/**
	 * Provide an integrator, behind those that the application has.
	 * @param setting what the application has set as provider, or {@code null}
	 * @param consumer is given the metadata
	 * @return the provider to set
	 */
	static IntegratorProvider behind(@Nullable Object setting, Consumer<Metadata> consumer) {
		IntegratorProvider others = provider(setting);
		return () -> {
			List<Integrator> integrators = new ArrayList<>(others.getIntegrators());
			integrators.add(new MetadataIntegrator(consumer));
			return integrators;
		};
	}

	/** The setting is an instance, a class or the name of one. */
	private static IntegratorProvider provider(@Nullable Object setting) {
		if (setting == null) {
			return List::of;
		}
		if (setting instanceof IntegratorProvider provider) {
			return provider;
		}
		Class<?> type = (setting instanceof Class<?> given) ? given
				: ClassUtils.resolveClassName(setting.toString(), null);
		return (IntegratorProvider) BeanUtils.instantiateClass(type);
	}

	@Override
	public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
		// Not twice: the order of foreign keys follows that of what they reference
		if (!createsInOrder(metadata)) {
			((MetadataImplementor) metadata).orderColumns(true);
		}
		this.consumer.accept(metadata);
	}

	private static boolean createsInOrder(Metadata metadata) {
		Map<String, Object> settings = metadata.getDatabase()
			.getServiceRegistry()
			.requireService(ConfigurationService.class)
			.getSettings();
		for (ActionGrouping grouping : ActionGrouping.interpret(metadata, settings)) {
			if (creates(grouping.databaseAction()) || creates(grouping.scriptAction())) {
				return true;
			}
		}
		return false;
	}

	private static boolean creates(Action action) {
		return switch (action) {
			case CREATE, CREATE_DROP, CREATE_ONLY -> true;
			default -> false;
		};
	}

}
