package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.hibernate.cfg.EnvironmentSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;
import org.springframework.util.ClassUtils;

/**
 * Has a {@code package-info} without annotations for each package. Hibernate looks for
 * one with each entity and many of their attributes, and does not remember that there is
 * none: each time all jars of the class path are searched in vain. A real one is found
 * first.
 */
final class PlainPackages extends ClassLoader {

	private static final String PACKAGE_INFO = ".package-info";

	private PlainPackages() {
		super(ClassUtils.getDefaultClassLoader());
	}

	/**
	 * Let a bootstrap of Hibernate use such a class loader.
	 * @param settings the settings of the bootstrap, which are changed
	 */
	static void addTo(Map<Object, @Nullable Object> settings) {
		Object given = settings.get(EnvironmentSettings.CLASSLOADERS);
		List<Object> classLoaders = new ArrayList<>();
		if (given instanceof Collection<?> several) {
			classLoaders.addAll(several);
		}
		else if (given instanceof ClassLoader[] several) {
			classLoaders.addAll(List.of(several));
		}
		else if (given != null) {
			classLoaders.add(given);
		}
		classLoaders.add(new PlainPackages());
		settings.put(EnvironmentSettings.CLASSLOADERS, classLoaders);
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		if (!name.endsWith(PACKAGE_INFO)) {
			throw new ClassNotFoundException(name);
		}
		ClassWriter writer = new ClassWriter(0);
		writer.visit(Opcodes.V17, Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNTHETIC,
				name.replace('.', '/'), null, "java/lang/Object", null);
		byte[] content = writer.toByteArray();
		return defineClass(name, content, 0, content.length);
	}

}
