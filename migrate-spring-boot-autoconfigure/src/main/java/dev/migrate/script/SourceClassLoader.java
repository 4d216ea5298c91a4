package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.script.CompilerFiles.CompiledFile;

/**
 * Has the classes that were compiled in memory, and those beside them: all classes of the
 * revisions' packages come from here, so that they may use each other's package-private
 * members.
 */
final class SourceClassLoader extends ClassLoader {

	static {
		registerAsParallelCapable();
	}

	private final Map<String, CompiledFile> compiled;

	private final List<String> packages;

	/**
	 * Create a class loader.
	 * @param parent the application's class loader
	 * @param compiled the classes that were compiled
	 * @param packages the revisions' packages
	 */
	SourceClassLoader(ClassLoader parent, Map<String, CompiledFile> compiled, List<String> packages) {
		super("revisions", parent);
		this.compiled = compiled;
		this.packages = packages;
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			if (loaded == null && isOwn(name)) {
				byte[] bytes = bytes(name);
				if (bytes != null) {
					loaded = defineClass(name, bytes, 0, bytes.length);
				}
			}
			return (loaded != null) ? loaded : super.loadClass(name, resolve);
		}
	}

	private boolean isOwn(String name) {
		return this.compiled.containsKey(name)
				|| this.packages.stream().anyMatch((prefix) -> name.startsWith(prefix + "."));
	}

	private byte @Nullable [] bytes(String name) throws ClassNotFoundException {
		CompiledFile file = this.compiled.get(name);
		if (file != null) {
			return file.bytes();
		}
		try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
			return (in != null) ? in.readAllBytes() : null;
		}
		catch (IOException ex) {
			throw new ClassNotFoundException(name, ex);
		}
	}

}
