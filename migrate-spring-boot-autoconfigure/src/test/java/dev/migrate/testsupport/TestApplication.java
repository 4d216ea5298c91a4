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

import org.springframework.beans.BeanUtils;
import org.springframework.core.io.DefaultResourceLoader;

import dev.migrate.command.Migrate;
import dev.migrate.command.OfflineCommands;
import dev.migrate.command.RevisionFiles;
import dev.migrate.dialect.Dialects;
import dev.migrate.runtime.ConnectionSource;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.Migrator;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.TransactionMode;
import dev.migrate.script.IdStyle;
import dev.migrate.script.MigrationFactory;
import dev.migrate.script.ProjectLayout;
import dev.migrate.script.RevisionFormat;
import dev.migrate.script.ScriptDirectoryLoader;
import dev.migrate.script.ScriptLocations;
import dev.migrate.script.ScriptSettings;

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

	private String offlineDialect = "postgresql";

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

	public TestApplication factory(MigrationFactory factory) {
		this.factory = factory;
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
		ScriptDirectoryLoader loader = new ScriptDirectoryLoader(locations, new DefaultResourceLoader());
		Migrator migrator = new Migrator(connections, instances, this.settings);
		OfflineCommands offline = new OfflineCommands(() -> dialects.named(this.offlineDialect), this.settings,
				instances);
		RevisionFiles files = new RevisionFiles(ProjectLayout.of(this.folder, locations), locations,
				ScriptSettings.defaults(), RevisionFormat.SQL, IdStyle.RANDOM, Clock.systemUTC());
		return new Migrate(loader::load, migrator, instances, offline, files);
	}

}
