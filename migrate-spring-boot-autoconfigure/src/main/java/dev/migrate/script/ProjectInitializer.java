package dev.migrate.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Lays what Migrate needs into a project: folders for revisions, the wrapper scripts and
 * the property that switches it on. What exists is never changed.
 */
public final class ProjectInitializer {

	private static final String RESOURCES = "src/main/resources";

	private static final List<String> PROPERTIES_FILES = List.of("application.properties", "application.yml",
			"application.yaml", "config/application.properties", "config/application.yml", "config/application.yaml");

	private static final String PROPERTIES = """
			# Revisions are applied when the application starts, in place of Hibernate's ddl-auto
			migrate.enabled=true
			""";

	private static final String YAML = """
			# Revisions are applied when the application starts, in place of Hibernate's ddl-auto
			migrate:
			  enabled: true
			""";

	private static final Pattern ANY_PROPERTY = Pattern.compile("(?m)^\\s*migrate(\\.[\\w.-]+\\s*[=:]|:)");

	private final ProjectLayout layout;

	private final String mainClass;

	private final List<Path> created = new ArrayList<>();

	private final List<Path> existing = new ArrayList<>();

	private ProjectInitializer(ProjectLayout layout, String mainClass) {
		this.layout = layout;
		this.mainClass = mainClass;
	}

	/**
	 * Initialize a project.
	 * @param layout the project
	 * @param mainClass the name of the class with the main method, which the wrapper
	 * scripts call, or {@code null} if they are to find it
	 * @return what was done
	 * @throws ScriptException if something cannot be written
	 */
	public static InitializedProject initialize(ProjectLayout layout, @Nullable String mainClass) {
		return new ProjectInitializer(layout, (mainClass != null) ? mainClass : "").initialize();
	}

	private InitializedProject initialize() {
		for (RevisionFormat format : RevisionFormat.values()) {
			createFolder(this.layout.folder(format));
		}
		for (WrapperScript script : WrapperScript.values()) {
			Path file = this.layout.directory().resolve(script.fileName());
			if (create(file, script.text(this.mainClass)) && script.isExecutable()) {
				makeExecutable(file);
			}
		}
		Path resources = this.layout.directory().resolve(RESOURCES);
		for (String name : PROPERTIES_FILES) {
			Path file = resources.resolve(name);
			if (Files.exists(file)) {
				this.existing.add(file);
				return new InitializedProject(this.created, this.existing, propertiesToAdd(file), file);
			}
		}
		Path file = resources.resolve(PROPERTIES_FILES.get(0));
		create(file, PROPERTIES);
		return new InitializedProject(this.created, this.existing, "", file);
	}

	private void createFolder(Path folder) {
		if (Files.isDirectory(folder)) {
			this.existing.add(folder);
			return;
		}
		try {
			Files.createDirectories(folder);
			this.created.add(folder);
		}
		catch (IOException ex) {
			throw failure(folder, ex);
		}
	}

	private boolean create(Path file, String text) {
		try {
			NewFile.create(file, text);
			this.created.add(file);
			return true;
		}
		catch (FileAlreadyExistsException ex) {
			this.existing.add(file);
			return false;
		}
		catch (IOException ex) {
			throw failure(file, ex);
		}
	}

	private static void makeExecutable(Path file) {
		try {
			Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
			permissions.add(PosixFilePermission.OWNER_EXECUTE);
			permissions.add(PosixFilePermission.GROUP_EXECUTE);
			permissions.add(PosixFilePermission.OTHERS_EXECUTE);
			Files.setPosixFilePermissions(file, permissions);
		}
		catch (UnsupportedOperationException ex) {
			// Windows does not ask for it
		}
		catch (IOException ex) {
			throw failure(file, ex);
		}
	}

	private static String propertiesToAdd(Path file) {
		try {
			if (ANY_PROPERTY.matcher(Files.readString(file)).find()) {
				return "";
			}
		}
		catch (IOException ex) {
			throw failure(file, ex);
		}
		return file.toString().endsWith(".properties") ? PROPERTIES : YAML;
	}

	private static ScriptException failure(Path file, IOException ex) {
		return new ScriptException(
				"The project cannot be initialized, %s cannot be written: %s".formatted(file, NewFile.reason(ex)),
				"make the folder writable", ex);
	}

}
