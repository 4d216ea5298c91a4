package dev.migrate.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.jspecify.annotations.Nullable;

/**
 * Puts off the start of persistence units: hands out factories that Hibernate builds only
 * if they are used.
 */
public final class DeferringPersistenceProvider implements PersistenceProvider {

	private final PersistenceProvider hibernate;

	private final String name;

	private final Consumer<PersistenceUnit> units;

	/**
	 * Create a provider.
	 * @param hibernate what starts persistence units
	 * @param name what they are called in messages
	 * @param units is told each that is put off
	 */
	public DeferringPersistenceProvider(PersistenceProvider hibernate, String name, Consumer<PersistenceUnit> units) {
		this.hibernate = hibernate;
		this.name = name;
		this.units = units;
	}

	@Override
	public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo info,
			@Nullable Map<?, ?> settings) {
		Map<Object, @Nullable Object> all = new HashMap<>((settings != null) ? settings : Map.of());
		Object integrators = info.getProperties().get(JpaSettings.INTEGRATOR_PROVIDER);
		if (integrators != null) {
			all.putIfAbsent(JpaSettings.INTEGRATOR_PROVIDER, integrators);
		}
		return defer(all, info.getClassLoader(),
				(given) -> this.hibernate.createContainerEntityManagerFactory(info, given));
	}

	@Override
	public EntityManagerFactory createEntityManagerFactory(@Nullable String name, @Nullable Map<?, ?> settings) {
		return defer((settings != null) ? settings : Map.of(), null,
				(given) -> this.hibernate.createEntityManagerFactory(name, given));
	}

	@Override
	public EntityManagerFactory createEntityManagerFactory(PersistenceConfiguration configuration) {
		Map<String, Object> own = new HashMap<>(configuration.properties());
		return defer(own, null, (given) -> {
			given.forEach((name, value) -> configuration.property(String.valueOf(name), value));
			try {
				return this.hibernate.createEntityManagerFactory(configuration);
			}
			finally {
				configuration.properties().keySet().retainAll(own.keySet());
				configuration.properties().putAll(own);
			}
		});
	}

	private EntityManagerFactory defer(Map<?, ?> settings, @Nullable ClassLoader classLoader,
			Function<Map<?, ?>, EntityManagerFactory> start) {
		DeferredPersistenceUnit unit = new DeferredPersistenceUnit(this.name, settings, classLoader, start);
		this.units.accept(unit);
		return (EntityManagerFactory) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { SessionFactoryImplementor.class }, (proxy, method, arguments) -> {
					switch (method.getName()) {
						case "close" -> {
							unit.close();
							return null;
						}
						case "hashCode" -> {
							return System.identityHashCode(proxy);
						}
						case "equals" -> {
							return proxy == arguments[0];
						}
						case "toString" -> {
							return "Persistence unit '" + this.name + "', not started";
						}
						default -> {
							try {
								return method.invoke(unit.start(), arguments);
							}
							catch (InvocationTargetException ex) {
								throw ex.getTargetException();
							}
						}
					}
				});
	}

	@Override
	public void generateSchema(PersistenceUnitInfo info, Map<?, ?> settings) {
		this.hibernate.generateSchema(info, settings);
	}

	@Override
	public boolean generateSchema(String name, Map<?, ?> settings) {
		return this.hibernate.generateSchema(name, settings);
	}

	@Override
	public ProviderUtil getProviderUtil() {
		return this.hibernate.getProviderUtil();
	}

}
