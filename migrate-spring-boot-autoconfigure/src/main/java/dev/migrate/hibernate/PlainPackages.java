package dev.migrate.hibernate;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.hibernate.Hibernate;
import org.hibernate.cfg.EnvironmentSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;
import org.springframework.util.ClassUtils;

/**
 * Has a {@code package-info} for each package: that of the application, or one without
 * annotations. Hibernate looks for one with each entity and many of their attributes, and
 * does not remember that there is none: each time all jars of the class path are searched
 * in vain. It asks its class loaders in any order, so this one looks itself into all of
 * them before it makes one up.
 */
final class PlainPackages extends ClassLoader {

	private static final String PACKAGE_INFO = ".package-info";

	private final Set<ClassLoader> others;

	private PlainPackages(Set<ClassLoader> others) {
		super(null);
		this.others = others;
	}

	/**
	 * Let a bootstrap of Hibernate use such a class loader.
	 * @param settings the settings of the bootstrap, which are changed
	 * @param classLoader that of the entities, or {@code null} for that of the thread
	 */
	static void addTo(Map<Object, @Nullable Object> settings, @Nullable ClassLoader classLoader) {
		Set<ClassLoader> given = given(settings.get(EnvironmentSettings.CLASSLOADERS));
		Set<ClassLoader> others = new LinkedHashSet<>(given);
		others.addAll(Arrays.asList(classLoader, ClassUtils.getDefaultClassLoader(), Hibernate.class.getClassLoader()));
		others.removeIf(Objects::isNull);
		given.add(new PlainPackages(others));
		settings.put(EnvironmentSettings.CLASSLOADERS, List.copyOf(given));
	}

	/** One, several, or something that Hibernate ignores. */
	private static Set<ClassLoader> given(@Nullable Object setting) {
		Set<ClassLoader> classLoaders = new LinkedHashSet<>();
		if (setting instanceof Collection<?> several) {
			several.forEach((classLoader) -> classLoaders.add((ClassLoader) classLoader));
		}
		else if (setting instanceof ClassLoader[] several) {
			classLoaders.addAll(List.of(several));
		}
		else if (setting instanceof ClassLoader one) {
			classLoaders.add(one);
		}
		return classLoaders;
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		if (!name.endsWith(PACKAGE_INFO)) {
			throw new ClassNotFoundException(name);
		}
		for (ClassLoader other : this.others) {
			try {
				return other.loadClass(name);
			}
			catch (ClassNotFoundException | LinkageError ex) {
				// Perhaps the next one has it
			}
		}
		ClassWriter writer = new ClassWriter(0);
		writer.visit(Opcodes.V17, Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC,
				name.replace('.', '/'), null, "java/lang/Object", null);
		byte[] content = writer.toByteArray();
		return defineClass(name, content, 0, content.length);
	}

}
