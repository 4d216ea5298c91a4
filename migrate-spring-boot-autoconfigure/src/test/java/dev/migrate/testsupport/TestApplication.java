package dev.migrate.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.io.DefaultResourceLoader;

import dev.migrate.autogenerate.ComparisonSettings;
import dev.migrate.autogenerate.Exclusions;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.Renames;
import dev.migrate.autogenerate.Rewriter;
import dev.migrate.command.Autogeneration;
import dev.migrate.command.Migrate;
import dev.migrate.command.ModelComparison;
import dev.migrate.command.OfflineCommands;
import dev.migrate.command.RevisionFiles;
import dev.migrate.command.RevisionVerifier;
import dev.migrate.dialect.Dialects;
import dev.migrate.runtime.ConnectionSource;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.Migrator;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.TransactionMode;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.script.IdStyle;
import dev.migrate.script.MigrationFactory;
import dev.migrate.script.ProjectLayout;
import dev.migrate.script.RevisionFormat;
import dev.migrate.script.ScriptDirectoryLoader;
import dev.migrate.script.ScriptLocations;
import dev.migrate.script.ScriptSettings;
import dev.migrate.script.SourceFolders;

/**
 * An application as the engine sees it: a folder of SQL revisions, packages of Java
 * revisions, a database and settings.
 */
public final class TestApplication {

	private final Path folder;

	private final DataSource dataSource;

	private RuntimeSettings settings = new RuntimeSettings(null, "migrate_version", "migrate_history",
			TransactionMode.PER_REVISION, Duration.ZERO, Duration.ofSeconds(30));

	private List<String> packages = List.of();

	private RevisionFormat format = RevisionFormat.SQL;

	private boolean sources;

	private String offlineDialect = "postgresql";

	private @Nullable ModelSource model;

	private @Nullable Rewriter rewriter;

	private MigrationFactory factory = BeanUtils::instantiateClass;

	public TestApplication(Path folder, DataSource dataSource) {
		this.folder = folder;
		this.dataSource = dataSource;
	}

	public TestApplication settings(UnaryOperator<RuntimeSettings> change) {
		this.settings = change.apply(this.settings);
		return this;
	}

	public TestApplication packages(String... packages) {
		this.packages = List.of(packages);
		return this;
	}

	/**
	 * Write new revisions in a format, and read the Java sources of the folder too.
	 */
	public TestApplication sources(RevisionFormat format) {
		this.format = format;
		this.sources = true;
		return this;
	}

	public TestApplication factory(MigrationFactory factory) {
		this.factory = factory;
		return this;
	}

	/**
	 * Give the application entities that want these objects.
	 */
	public TestApplication model(SchemaObject... objects) {
		Model model = Model.of(new Schema(List.of(objects)));
		this.model = (dialect) -> model;
		return this;
	}

	public TestApplication rewriter(Rewriter rewriter) {
		this.rewriter = rewriter;
		return this;
	}

	public TestApplication offlineDialect(String name) {
		this.offlineDialect = name;
		return this;
	}

	/**
	 * Write an SQL revision with the given sections.
	 */
	public TestApplication sql(String id, String downRevisions, String sections) {
		return file(id + ".sql", header(id, downRevisions) + sections);
	}

	/**
	 * Write an SQL revision that creates a table, and drops it again.
	 */
	public TestApplication table(String id, String downRevisions, String table) {
		return sql(id, downRevisions, """
				-- migrate:upgrade
				CREATE TABLE %1$s (id bigint PRIMARY KEY, name varchar(50));

				-- migrate:downgrade
				DROP TABLE %1$s;
				""".formatted(table));
	}

	/**
	 * Write a chain of SQL revisions that create a table each.
	 * @param prefix what the names of revisions and tables begin with; behind it they
	 * have numbers from 1
	 * @param downRevision what the first one stands on
	 * @param count how many
	 */
	public TestApplication tables(String prefix, String downRevision, int count) {
		for (int i = 1; i <= count; i++) {
			table(prefix + i, (i == 1) ? downRevision : prefix + (i - 1), prefix + i);
		}
		return this;
	}

	public static String header(String id, String downRevisions) {
		return """
				-- Message of %s
				--
				-- revision: %s
				-- down_revision: %s
				-- create_date: 2026-11-20T10:30:00Z

				""".formatted(id, id, downRevisions);
	}

	public TestApplication file(String name, String content) {
		try {
			Path file = this.folder.resolve(name);
			Files.createDirectories(file.getParent());
			Files.writeString(file, content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public TestApplication delete(String name) {
		try {
			Files.delete(this.folder.resolve(name));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Migrate migrate() {
		ClassLoader classLoader = getClass().getClassLoader();
		Dialects dialects = Dialects.load(classLoader);
		MigrationInstances instances = new MigrationInstances(this.factory, classLoader);
		ConnectionSource connections = new ConnectionSource(() -> this.dataSource, () -> this.dataSource, dialects);
		ScriptLocations locations = new ScriptLocations(List.of("file:" + this.folder), this.packages);
		ProjectLayout layout = ProjectLayout.of(this.folder, locations);
		ScriptDirectoryLoader loader = new ScriptDirectoryLoader(locations, new DefaultResourceLoader());
		ScriptDirectoryLoader scripts = this.sources ? loader.withSources(new SourceFolders(layout, classLoader))
				: loader;
		Migrator migrator = new Migrator(connections, instances, this.settings);
		OfflineCommands offline = new OfflineCommands(() -> dialects.named(this.offlineDialect), this.settings,
				instances);
		RevisionFiles files = new RevisionFiles(layout, locations, ScriptSettings.defaults(), this.format,
				IdStyle.RANDOM, Clock.systemUTC());
		ModelComparison comparison = new ModelComparison(migrator, () -> this.model, this::comparisonSettings);
		Autogeneration autogeneration = new Autogeneration(comparison, files, this.settings.naming(),
				() -> this.rewriter, new RevisionVerifier(comparison, new SourceFolders(layout, classLoader), instances,
						this.settings.naming()));
		return new Migrate(scripts::load, migrator, instances, offline, files, autogeneration);
	}

	private ComparisonSettings comparisonSettings() {
		Exclusions exclusions = new Exclusions(List.of(this.settings.versionTable(), this.settings.historyTable()),
				List.of());
		return new ComparisonSettings(List.of(), exclusions, Renames.NONE, this.settings.naming());
	}

}
