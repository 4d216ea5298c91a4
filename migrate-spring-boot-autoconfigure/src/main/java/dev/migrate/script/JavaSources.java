package dev.migrate.script;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import javax.tools.JavaCompiler;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import dev.migrate.revision.Revision;
import dev.migrate.script.CompilerFiles.CompiledFile;

/**
 * The Java revisions in source folders.
 */
final class JavaSources {

	private static final Set<String> WITHOUT_CLASS = Set.of("package-info.java", "module-info.java");

	private final ProjectLayout layout;

	private final ClassLoader classLoader;

	private final @Nullable JavaCompiler compiler;

	private @Nullable Compilation last;

	/**
	 * Create sources.
	 * @param layout the project
	 * @param classLoader the application's class loader
	 * @param compiler the JDK's compiler, or {@code null} without a JDK
	 */
	JavaSources(ProjectLayout layout, ClassLoader classLoader, @Nullable JavaCompiler compiler) {
		this.layout = layout;
		this.classLoader = classLoader;
		this.compiler = compiler;
	}

	/**
	 * Read the revisions.
	 * @param locations where the application looks for revisions
	 * @param onClassPath the revisions on the class path
	 * @param metadataReaderFactory reads class files
	 * @param replaced collects the names of classes whose source is newer
	 * @return the revisions that have a source
	 */
	List<SourceScript> read(ScriptLocations locations, Collection<RevisionScript> onClassPath,
			MetadataReaderFactory metadataReaderFactory, Set<String> replaced) {
		Map<String, Path> unchanged = new TreeMap<>();
		Map<Path, FileTime> changed = new TreeMap<>();
		for (Path file : SourceFiles.find(this.layout.folders(RevisionFormat.JAVA, locations), RevisionFormat.JAVA)) {
			String className = this.layout.className(file);
			FileTime written = SourceFiles.lastModified(file);
			if (WITHOUT_CLASS.contains(file.getFileName().toString())) {
				continue;
			}
			if (isNewer(written, className)) {
				changed.put(file, written);
				replaced.add(className);
			}
			else {
				unchanged.put(className, file);
			}
		}
		List<SourceScript> sources = new ArrayList<>();
		ClassLoader own = null;
		if (!changed.isEmpty() && this.compiler != null) {
			Compilation compilation = compile(this.compiler, changed, locations);
			sources.addAll(compiled(compilation, metadataReaderFactory));
			own = compilation.classLoader();
		}
		else {
			changed.keySet().forEach((file) -> addNotCompiled(sources, file));
		}
		addUnchanged(sources, unchanged, onClassPath, own);
		return sources;
	}

	/**
	 * The class that a nested class is in.
	 * @param className the name of a class
	 * @return the name of the outermost class around it
	 */
	static String outermostClass(String className) {
		int end = className.indexOf('$');
		return (end < 0) ? className : className.substring(0, end);
	}

	private boolean isNewer(FileTime written, String className) {
		URL url = this.classLoader.getResource(className.replace('.', '/') + ".class");
		if (url == null) {
			return true;
		}
		Path classFile = OutermostFile.of(url);
		return classFile != null && written.compareTo(SourceFiles.lastModified(classFile)) > 0;
	}

	/**
	 * Compile a revision that is no file yet.
	 * @param script the revision
	 * @return the revision, or empty if there is no compiler
	 * @throws ScriptException if it does not compile
	 */
	Optional<JavaRevisionScript> compile(NewScript script) {
		if (this.compiler == null) {
			return Optional.empty();
		}
		Map<String, CompiledFile> classes = new SourceCompiler(this.compiler, this.classLoader, this.layout)
			.compile(script.file(), script.text());
		return Optional.of(new JavaRevisionScript(script.revision(), this.layout.className(script.file()), true,
				new SourceClassLoader(this.classLoader, classes, List.of())));
	}

	private synchronized Compilation compile(JavaCompiler compiler, Map<Path, FileTime> sources,
			ScriptLocations locations) {
		Compilation compilation = this.last;
		if (compilation == null || !compilation.sources().equals(sources)) {
			Map<String, CompiledFile> classes = new SourceCompiler(compiler, this.classLoader, this.layout)
				.compile(sources.keySet());
			List<String> packages = new ArrayList<>(locations.packages());
			packages.add(this.layout.revisionPackage());
			compilation = new Compilation(sources, classes, new SourceClassLoader(this.classLoader, classes, packages));
			this.last = compilation;
		}
		return compilation;
	}

	private List<SourceScript> compiled(Compilation compilation, MetadataReaderFactory metadataReaderFactory) {
		List<SourceScript> sources = new ArrayList<>();
		compilation.classes().forEach((className, file) -> {
			try {
				ClassFileIdentifiers
					.read(metadataReaderFactory.getMetadataReader(new ByteArrayResource(file.bytes())),
							this.layout.display(file.source()))
					.map((revision) -> new JavaRevisionScript(revision, className, true, compilation.classLoader()))
					.ifPresent((script) -> sources.add(new SourceScript(file.source(), script)));
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		return sources;
	}

	private void addNotCompiled(List<SourceScript> sources, Path file) {
		String source = this.layout.display(file);
		try {
			String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
			SourceIdentifiers.read(text, source)
				.map((revision) -> new JavaRevisionScript(revision, this.layout.className(file), false, null))
				.ifPresent((script) -> sources.add(new SourceScript(file, script)));
		}
		catch (IOException ex) {
			throw new ScriptException("The revision %s cannot be read: %s".formatted(source, NewFile.reason(ex)),
					"make it readable", ex);
		}
	}

	/**
	 * What was compiled may belong together with what was not: one class loader for both.
	 */
	private void addUnchanged(List<SourceScript> sources, Map<String, Path> unchanged,
			Collection<RevisionScript> onClassPath, @Nullable ClassLoader own) {
		for (RevisionScript script : onClassPath) {
			if (script instanceof JavaRevisionScript java) {
				Path file = unchanged.get(outermostClass(java.className()));
				if (file != null) {
					sources.add(new SourceScript(file, new JavaRevisionScript(
							withSource(java.revision(), this.layout.display(file)), java.className(), true, own)));
				}
			}
		}
	}

	private static Revision withSource(Revision revision, String source) {
		return new Revision(revision.id(), revision.downRevisions(), revision.branchLabels(), revision.dependsOn(),
				revision.message(), revision.createDate(), source);
	}

	/**
	 * What came of compiling.
	 *
	 * @param sources the sources, with the time of each
	 * @param classes the class files by class name
	 * @param classLoader what has the classes
	 */
	private record Compilation(Map<Path, FileTime> sources, Map<String, CompiledFile> classes,
			ClassLoader classLoader) {

	}

}
