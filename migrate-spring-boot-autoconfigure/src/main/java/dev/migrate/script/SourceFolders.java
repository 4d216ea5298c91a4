package dev.migrate.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The revisions in a project's source folders, so that one takes part as soon as it is
 * written. SQL is read. Java is compiled in memory where its source is newer than its
 * class, or has none; without a compiler such a revision is known but not compiled. A
 * source wins over what is on the class path under its id or in its place.
 */
public final class SourceFolders {

	private final ProjectLayout layout;

	private final JavaSources javaSources;

	/**
	 * Create source folders.
	 * @param layout the project, whose folders need not exist
	 * @param classLoader the application's class loader
	 */
	public SourceFolders(ProjectLayout layout, ClassLoader classLoader) {
		this(layout, classLoader, ToolProvider.getSystemJavaCompiler());
	}

	SourceFolders(ProjectLayout layout, ClassLoader classLoader, @Nullable JavaCompiler compiler) {
		this.layout = layout;
		this.javaSources = new JavaSources(layout, classLoader, compiler);
	}

	/**
	 * Read a revision that is no file yet, as if it were one.
	 * @param script the revision
	 * @return the revision, or empty if it is Java and there is no compiler
	 * @throws ScriptException if it does not compile, or is no revision
	 */
	public Optional<RevisionScript> read(NewScript script) {
		if (script.format() == RevisionFormat.SQL) {
			return Optional.of(SqlScriptParser.parse(script.text(), this.layout.display(script.file())));
		}
		return this.javaSources.compile(script).map((compiled) -> compiled);
	}

	/**
	 * Lay the sources over the class path.
	 * @param locations where the application looks for revisions
	 * @param onClassPath the revisions that it has found
	 * @param metadataReaderFactory reads class files
	 * @return both
	 * @throws ScriptException if a source cannot be read, does not compile or is no
	 * revision
	 * @throws dev.migrate.revision.RevisionException if the revisions do not form a graph
	 */
	ScriptDirectory overlay(ScriptLocations locations, Collection<RevisionScript> onClassPath,
			MetadataReaderFactory metadataReaderFactory) {
		Set<String> replaced = new HashSet<>();
		List<SourceScript> sources = new ArrayList<>(sqlSources(locations, replaced));
		sources.addAll(this.javaSources.read(locations, onClassPath, metadataReaderFactory, replaced));

		List<RevisionScript> scripts = new ArrayList<>();
		Map<String, Path> files = new HashMap<>();
		for (SourceScript source : sources) {
			scripts.add(source.script());
			files.put(source.script().revision().id(), source.file());
		}
		for (RevisionScript script : onClassPath) {
			if (!files.containsKey(script.revision().id()) && !replaced.contains(placeOnClassPath(script))) {
				scripts.add(script);
			}
		}
		return new ScriptDirectory(locations, scripts, files);
	}

	private List<SourceScript> sqlSources(ScriptLocations locations, Set<String> replaced) {
		List<SourceScript> sources = new ArrayList<>();
		for (Path file : SourceFiles.find(this.layout.folders(RevisionFormat.SQL, locations), RevisionFormat.SQL)) {
			replaced.add(this.layout.resourceName(file));
			sources.add(new SourceScript(file,
					ScriptDirectoryLoader.readSql(new FileSystemResource(file), this.layout.display(file))));
		}
		return sources;
	}

	private static String placeOnClassPath(RevisionScript script) {
		return (script instanceof JavaRevisionScript java) ? JavaSources.outermostClass(java.className())
				: script.revision().source();
	}

}
