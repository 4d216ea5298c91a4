package dev.migrate.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Finds revisions on the class path, also inside an executable jar, and in folders. Class
 * files are read, not loaded.
 */
public final class ScriptDirectoryLoader {

	private final ScriptLocations locations;

	private final ResourcePatternResolver resolver;

	private final MetadataReaderFactory metadataReaderFactory;

	private final @Nullable SourceFolders sources;

	/**
	 * Create a loader.
	 * @param locations where to look
	 * @param resourceLoader loads resources and class files
	 */
	public ScriptDirectoryLoader(ScriptLocations locations, ResourceLoader resourceLoader) {
		// A resource loader may ask the thread for its class loader: it is asked once, as
		// the threads that read files may have another
		this(locations, new DefaultResourceLoader(resourceLoader.getClassLoader()));
	}

	private ScriptDirectoryLoader(ScriptLocations locations, DefaultResourceLoader resourceLoader) {
		this(locations, new RevisionFileResolver(resourceLoader), MetadataReaderFactory.create(resourceLoader), null);
	}

	private ScriptDirectoryLoader(ScriptLocations locations, ResourcePatternResolver resolver,
			MetadataReaderFactory metadataReaderFactory, @Nullable SourceFolders sources) {
		this.locations = locations;
		this.resolver = resolver;
		this.metadataReaderFactory = metadataReaderFactory;
		this.sources = sources;
	}

	/**
	 * A loader that looks into the source folders of the project too.
	 * @param sources the source folders, which win over the class path
	 * @return the loader
	 */
	public ScriptDirectoryLoader withSources(SourceFolders sources) {
		return new ScriptDirectoryLoader(this.locations, this.resolver, this.metadataReaderFactory, sources);
	}

	/**
	 * Read all revisions.
	 * @return the revisions, perhaps none
	 * @throws ScriptException if a file cannot be read or is no revision
	 * @throws dev.migrate.revision.RevisionException if the revisions do not form a graph
	 */
	public ScriptDirectory load() {
		Stream<? extends RevisionScript> sql = files().entrySet()
			.parallelStream()
			.map((file) -> readSql(file.getKey(), file.getValue()));
		Stream<? extends RevisionScript> java = classFiles().parallelStream()
			.map(this::readClass)
			.filter(Objects::nonNull);
		List<RevisionScript> scripts = Stream.<RevisionScript>concat(sql, java).toList();
		return (this.sources != null) ? this.sources.overlay(this.locations, scripts, this.metadataReaderFactory)
				: new ScriptDirectory(this.locations, scripts);
	}

	private Map<Resource, String> files() {
		Map<Resource, String> files = new LinkedHashMap<>();
		for (String location : this.locations.locations()) {
			String root = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
			int prefix = root.indexOf(':');
			String path = root.substring(prefix + 1);
			boolean classPath = prefix < 0 || root.startsWith("classpath");
			if (!classPath) {
				requireFolder(root);
			}
			String pattern = (classPath ? "classpath*:" + path : root) + "/**/*.sql";
			for (Resource file : resources(pattern)) {
				files.putIfAbsent(file, source(file, path));
			}
		}
		return files;
	}

	private void requireFolder(String root) {
		if (!this.resolver.getResource(root + "/").exists()) {
			throw new ScriptException("The folder %s, where revisions are looked for, does not exist".formatted(root),
					"create it, or correct migrate.locations");
		}
	}

	/** The file as a person names it: its path from the location's root. */
	private static String source(Resource file, String root) {
		try {
			// To ask a file for its URL is to ask the file system
			String path = (file instanceof FileSystemResource local) ? local.getPath()
					: StringUtils.uriDecode(file.getURL().getPath(), StandardCharsets.UTF_8);
			int start = path.lastIndexOf(root.endsWith("/") ? root : root + "/");
			return (start < 0) ? path : path.substring(start);
		}
		catch (IOException ex) {
			return file.getDescription();
		}
	}

	private List<Resource> classFiles() {
		List<Resource> files = new ArrayList<>();
		for (String name : this.locations.packages()) {
			String path = ClassUtils.convertClassNameToResourcePath(name);
			files.addAll(resources("classpath*:" + path + "/**/*.class"));
		}
		return List.copyOf(new LinkedHashSet<>(files));
	}

	private List<Resource> resources(String pattern) {
		try {
			return List.of(this.resolver.getResources(pattern));
		}
		catch (IOException ex) {
			throw new ScriptException("Revisions cannot be looked for in '%s': %s".formatted(pattern, ex.getMessage()),
					"correct migrate.locations or migrate.packages", ex);
		}
	}

	/**
	 * Read an SQL revision.
	 * @param file the file
	 * @param source the file, as shown in messages
	 * @return the revision
	 * @throws ScriptException if it cannot be read or is no revision
	 */
	static RevisionScript readSql(Resource file, String source) {
		try {
			return SqlScriptParser.parse(decode(file.getContentAsByteArray()), source);
		}
		catch (CharacterCodingException ex) {
			throw new ScriptException("The SQL revision %s is not encoded in UTF-8".formatted(source),
					"save it as UTF-8", ex);
		}
		catch (IOException ex) {
			throw new ScriptException("The SQL revision %s cannot be read: %s".formatted(source, ex.getMessage()),
					"make it readable", ex);
		}
	}

	private static String decode(byte[] bytes) throws CharacterCodingException {
		String text = new String(bytes, StandardCharsets.UTF_8);
		// The replacement character is rarely in a script: only then is it worth a second
		// look
		return (text.indexOf('\uFFFD') < 0) ? text
				: StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
	}

	private @Nullable RevisionScript readClass(Resource file) {
		try {
			// Read at once: a stream of a file reads it piecewise
			MetadataReader reader = this.metadataReaderFactory
				.getMetadataReader(new ByteArrayResource(file.getContentAsByteArray()));
			String className = reader.getClassMetadata().getClassName();
			return ClassFileIdentifiers.read(reader, className)
				.map((revision) -> new JavaRevisionScript(revision, className))
				.orElse(null);
		}
		catch (IOException ex) {
			throw new ScriptException("The class file %s cannot be read: %s".formatted(file, ex.getMessage()),
					"build the application again", ex);
		}
	}

}
