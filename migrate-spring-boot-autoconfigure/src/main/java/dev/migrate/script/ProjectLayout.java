package dev.migrate.script;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ResourceUtils;

/**
 * Where a project keeps the sources of its revisions.
 *
 * @param directory the project's folder
 * @param javaFolder the root of its Java sources
 * @param resourceFolder the folder of its SQL revisions
 * @param revisionPackage the package of its Java revisions
 */
public record ProjectLayout(Path directory, Path javaFolder, Path resourceFolder, String revisionPackage) {

	private static final String RESOURCES = "src/main/resources";

	private static final Set<String> OUTPUT_FOLDERS = Set.of("target", "build", "out", "bin");

	private static final List<String> PROJECT_FILES = List.of("src/main", "pom.xml", "build.gradle",
			"build.gradle.kts");

	/**
	 * The layout that Maven and Gradle have.
	 * @param directory the project's folder
	 * @param locations where the application looks for revisions: new ones are written
	 * where its first location and its first package come from
	 * @return the layout
	 */
	public static ProjectLayout of(Path directory, ScriptLocations locations) {
		Path root = directory.toAbsolutePath().normalize();
		Path resourceFolder = locations.locations()
			.stream()
			.findFirst()
			.map((location) -> sourceOf(root, location))
			.orElse(root.resolve(RESOURCES + "/db/migrate"));
		String revisionPackage = locations.packages().stream().findFirst().orElse("migrations");
		return new ProjectLayout(root, root.resolve("src/main/java"), resourceFolder, revisionPackage);
	}

	/**
	 * Find the folder of the running application's project.
	 * @param codeSource where the class with the main method was loaded from: a folder of
	 * classes or a jar, also an executable one
	 * @return the folder that holds the {@code target} folder of the code source, else
	 * the working directory
	 */
	public static Path findDirectory(@Nullable URL codeSource) {
		Path path = (codeSource != null) ? OutermostFile.of(codeSource) : null;
		Path output = (path != null) ? path.toAbsolutePath().normalize() : null;
		for (; output != null && output.getFileName() != null; output = output.getParent()) {
			Path project = output.getParent();
			if (project != null && OUTPUT_FOLDERS.contains(output.getFileName().toString()) && isProject(project)) {
				return project;
			}
		}
		return Path.of("").toAbsolutePath();
	}

	private static boolean isProject(Path folder) {
		return PROJECT_FILES.stream().anyMatch((name) -> Files.exists(folder.resolve(name)));
	}

	/**
	 * The same layout with another folder for one format.
	 * @param format the format
	 * @param folder the root of its sources, relative to the project's folder or absolute
	 * @return the layout
	 */
	public ProjectLayout withSourceFolder(RevisionFormat format, Path folder) {
		Path resolved = this.directory.resolve(folder).normalize();
		return switch (format) {
			case JAVA -> new ProjectLayout(this.directory, resolved, this.resourceFolder, this.revisionPackage);
			case SQL -> new ProjectLayout(this.directory, this.javaFolder, resolved, this.revisionPackage);
		};
	}

	/**
	 * The folder that new revisions are written to.
	 * @param format the format
	 * @return the folder, which need not exist
	 */
	public Path folder(RevisionFormat format) {
		return switch (format) {
			case JAVA -> packageFolder(this.revisionPackage);
			case SQL -> this.resourceFolder;
		};
	}

	/**
	 * The folders that hold the sources of revisions, with their subfolders.
	 * @param format the format
	 * @param locations where the application looks for revisions
	 * @return the folders, which need not exist
	 */
	public List<Path> folders(RevisionFormat format, ScriptLocations locations) {
		List<Path> folders = new ArrayList<>();
		folders.add(folder(format));
		switch (format) {
			case JAVA -> locations.packages().forEach((name) -> folders.add(packageFolder(name)));
			case SQL -> locations.locations().forEach((location) -> folders.add(sourceOf(this.directory, location)));
		}
		return folders.stream().distinct().toList();
	}

	/**
	 * A file or folder as a person names it.
	 * @param path the path
	 * @return its path from the project's folder, with slashes; the whole path if it lies
	 * outside
	 */
	public String display(Path path) {
		Path absolute = path.toAbsolutePath().normalize();
		if (!absolute.startsWith(this.directory)) {
			return absolute.toString();
		}
		String relative = this.directory.relativize(absolute).toString().replace('\\', '/');
		return relative.isEmpty() ? "." : relative;
	}

	/**
	 * The name of the class in a Java source.
	 * @param file the source
	 * @return the name of its outermost class
	 */
	String className(Path file) {
		String path = this.javaFolder.relativize(file).toString();
		int end = path.length() - RevisionFormat.JAVA.extension().length();
		return path.substring(0, end).replace('\\', '/').replace('/', '.');
	}

	/**
	 * The name that a resource has on the class path.
	 * @param file its source
	 * @return its path from the root of the resources; the path of the file if it is no
	 * resource
	 */
	String resourceName(Path file) {
		Path resources = this.directory.resolve(RESOURCES);
		return file.startsWith(resources) ? resources.relativize(file).toString().replace('\\', '/') : file.toString();
	}

	private Path packageFolder(String name) {
		return this.javaFolder.resolve(name.replace('.', '/'));
	}

	private static Path sourceOf(Path directory, String location) {
		if (location.startsWith(ResourceUtils.FILE_URL_PREFIX)) {
			return Path.of(location.substring(ResourceUtils.FILE_URL_PREFIX.length())).toAbsolutePath().normalize();
		}
		String path = location.substring(location.indexOf(':') + 1);
		return directory.resolve(RESOURCES).resolve(path.startsWith("/") ? path.substring(1) : path).normalize();
	}

}
