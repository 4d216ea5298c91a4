package dev.migrate.autoconfigure;

import java.nio.file.Path;
import java.time.Clock;

import org.jspecify.annotations.Nullable;

import dev.migrate.command.RevisionFiles;
import dev.migrate.script.IdStyle;
import dev.migrate.script.ProjectLayout;
import dev.migrate.script.RevisionFormat;
import dev.migrate.script.ScriptLocations;
import dev.migrate.script.ScriptSettings;

/**
 * Properties of the files of new revisions.
 */
public class NewRevisionProperties {

	/**
	 * Language that new revisions are written in.
	 */
	private RevisionFormat format = RevisionFormat.JAVA;

	/**
	 * Style of new ids: random, timestamp, or sequence as in '001'.
	 */
	private IdStyle idStyle = IdStyle.RANDOM;

	/**
	 * Name of new files, with the tokens {rev}, {slug}, {year}, {month}, {day}, {hour},
	 * {minute}, {second} and {epoch}.
	 */
	private String fileTemplate = ScriptSettings.DEFAULT_FILE_TEMPLATE;

	/**
	 * Text file to write in place of the built-in template.
	 */
	private @Nullable Path template;

	/**
	 * Folder of the sources of revisions. Defaults to 'src/main/java' for Java and to
	 * 'src/main/resources/db/migrate' for SQL.
	 */
	private @Nullable Path sourceDirectory;

	/**
	 * Command to execute on each new file, as a formatter.
	 */
	private @Nullable String postWrite;

	public RevisionFormat getFormat() {
		return this.format;
	}

	public void setFormat(RevisionFormat format) {
		this.format = format;
	}

	public IdStyle getIdStyle() {
		return this.idStyle;
	}

	public void setIdStyle(IdStyle idStyle) {
		this.idStyle = idStyle;
	}

	public String getFileTemplate() {
		return this.fileTemplate;
	}

	public void setFileTemplate(String fileTemplate) {
		this.fileTemplate = fileTemplate;
	}

	public @Nullable Path getTemplate() {
		return this.template;
	}

	public void setTemplate(@Nullable Path template) {
		this.template = template;
	}

	public @Nullable Path getSourceDirectory() {
		return this.sourceDirectory;
	}

	public void setSourceDirectory(@Nullable Path sourceDirectory) {
		this.sourceDirectory = sourceDirectory;
	}

	public @Nullable String getPostWrite() {
		return this.postWrite;
	}

	public void setPostWrite(@Nullable String postWrite) {
		this.postWrite = postWrite;
	}

	ProjectLayout layout(ProjectDirectory directory, ScriptLocations locations) {
		ProjectLayout layout = ProjectLayout.of(directory.path(), locations);
		return (this.sourceDirectory != null) ? layout.withSourceFolder(this.format, this.sourceDirectory) : layout;
	}

	RevisionFiles files(ProjectDirectory directory, ScriptLocations locations) {
		ScriptSettings settings = new ScriptSettings(this.fileTemplate, this.template, this.postWrite);
		return new RevisionFiles(layout(directory, locations), locations, settings, this.format, this.idStyle,
				Clock.systemUTC());
	}

}
