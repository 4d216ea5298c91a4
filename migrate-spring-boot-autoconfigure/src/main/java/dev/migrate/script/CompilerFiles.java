package dev.migrate.script;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

import org.jspecify.annotations.Nullable;

/**
 * What the compiler reads and writes: it reads the application's class path, from the
 * running application's class loaders, and writes into memory.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

	private final NestedJars nestedJars;

	private final Map<String, CompiledFile> compiled = new LinkedHashMap<>();

	/**
	 * Create the files.
	 * @param files the compiler's own
	 * @param classLoader the application's class loader
	 * @throws IOException if the class path cannot be read
	 */
	CompilerFiles(StandardJavaFileManager files, ClassLoader classLoader) throws IOException {
		super(files);
		Set<Path> classPath = new LinkedHashSet<>();
		for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
			if (!entry.isEmpty()) {
				classPath.add(Path.of(entry));
			}
		}
		List<URL> nested = new ArrayList<>();
		for (ClassLoader parent = classLoader; parent != null; parent = parent.getParent()) {
			if (parent instanceof URLClassLoader urls) {
				for (URL url : urls.getURLs()) {
					Path file = url.getProtocol().equals("file") ? OutermostFile.of(url) : null;
					if (file != null) {
						classPath.add(file);
					}
					else {
						nested.add(url);
					}
				}
			}
		}
		files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
		this.nestedJars = new NestedJars(nested);
	}

	/**
	 * The classes that were compiled.
	 * @return class files by class name
	 */
	Map<String, CompiledFile> compiled() {
		return this.compiled;
	}

	@Override
	public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
			throws IOException {
		Iterable<JavaFileObject> files = super.list(location, packageName, kinds, recurse);
		if (location != StandardLocation.CLASS_PATH || !kinds.contains(Kind.CLASS)) {
			return files;
		}
		List<JavaFileObject> all = new ArrayList<>(this.nestedJars.classes(packageName, recurse));
		files.forEach(all::add);
		return all;
	}

	@Override
	public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
		return (file instanceof NestedJars.ClassFile nested) ? nested.className()
				: super.inferBinaryName(location, file);
	}

	@Override
	public JavaFileObject getJavaFileForOutput(Location location, String className, Kind kind,
			@Nullable FileObject sibling) {
		CompiledFile file = new CompiledFile(className, (sibling != null) ? sibling.toUri() : null);
		this.compiled.put(className, file);
		return file;
	}

	/**
	 * A class file in memory.
	 */
	static final class CompiledFile extends SimpleJavaFileObject {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private final @Nullable URI source;

		private CompiledFile(String className, @Nullable URI source) {
			super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
			this.source = source;
		}

		byte[] bytes() {
			return this.bytes.toByteArray();
		}

		/**
		 * The file that the class was compiled from.
		 * @return the file
		 */
		Path source() {
			return Path.of(Objects.requireNonNull(this.source, "Compiled from nothing"));
		}

		@Override
		public OutputStream openOutputStream() {
			return this.bytes;
		}

	}

}
