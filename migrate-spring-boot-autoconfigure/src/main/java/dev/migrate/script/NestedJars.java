package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import javax.tools.SimpleJavaFileObject;

/**
 * The classes in jars that only a class loader can open: those inside an executable jar.
 * A compiler reads them from here, so that nothing is unpacked.
 */
final class NestedJars {

	private static final String CLASS_EXTENSION = ".class";

	private final Map<String, List<ClassFile>> packages = new HashMap<>();

	/**
	 * Open jars.
	 * @param jars their URLs
	 * @throws IOException if one cannot be opened
	 */
	NestedJars(List<URL> jars) throws IOException {
		for (URL url : jars) {
			if (url.openConnection() instanceof JarURLConnection connection) {
				// Shared with the class loader, which closes it
				JarFile jar = connection.getJarFile();
				jar.stream().forEach((entry) -> add(jar, entry));
			}
		}
	}

	private void add(JarFile jar, JarEntry entry) {
		String name = entry.getName();
		if (name.endsWith(CLASS_EXTENSION) && !name.startsWith("META-INF/")) {
			String className = name.substring(0, name.length() - CLASS_EXTENSION.length()).replace('/', '.');
			String packageName = className.substring(0, Math.max(className.lastIndexOf('.'), 0));
			this.packages.computeIfAbsent(packageName, (key) -> new ArrayList<>())
				.add(new ClassFile(jar, entry, className));
		}
	}

	/**
	 * The classes of a package.
	 * @param name the package
	 * @param recurse whether those of its subpackages are meant too
	 * @return the classes, perhaps none
	 */
	List<ClassFile> classes(String name, boolean recurse) {
		if (!recurse) {
			return this.packages.getOrDefault(name, List.of());
		}
		return this.packages.entrySet()
			.stream()
			.filter((entry) -> name.isEmpty() || (entry.getKey() + ".").startsWith(name + "."))
			.flatMap((entry) -> entry.getValue().stream())
			.toList();
	}

	/**
	 * A class in a jar.
	 */
	static final class ClassFile extends SimpleJavaFileObject {

		private final JarFile jar;

		private final JarEntry entry;

		private final String className;

		private ClassFile(JarFile jar, JarEntry entry, String className) {
			super(URI.create("nested:///class"), Kind.CLASS);
			this.jar = jar;
			this.entry = entry;
			this.className = className;
		}

		String className() {
			return this.className;
		}

		@Override
		public String getName() {
			return this.jar.getName() + "!/" + this.entry.getName();
		}

		@Override
		public boolean isNameCompatible(String simpleName, Kind kind) {
			return kind == Kind.CLASS && this.entry.getName().endsWith(simpleName + CLASS_EXTENSION);
		}

		@Override
		public InputStream openInputStream() throws IOException {
			return this.jar.getInputStream(this.entry);
		}

	}

}
