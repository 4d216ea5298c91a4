package dev.migrate.benchmark;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.springframework.beans.BeanUtils;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.FileSystemUtils;

import dev.migrate.command.Autogeneration;
import dev.migrate.command.Migrate;
import dev.migrate.command.ModelComparison;
import dev.migrate.command.OfflineCommands;
import dev.migrate.command.RevisionFiles;
import dev.migrate.command.RevisionVerifier;
import dev.migrate.dialect.Dialects;
import dev.migrate.operation.NamingConvention;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.runtime.ConnectionSource;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.Migrator;
import dev.migrate.runtime.RevisionRenderer;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptDirectoryLoader;
import dev.migrate.script.IdStyle;
import dev.migrate.script.ProjectLayout;
import dev.migrate.script.RevisionFormat;
import dev.migrate.script.ScriptLocations;
import dev.migrate.script.ScriptSettings;
import dev.migrate.script.SourceFolders;

/**
 * A linear history of revisions, written as an application has them: spread over a few
 * folders of a class path root behind the class path of this JVM.
 */
final class GeneratedHistory implements AutoCloseable {

	private static final String LOCATION = "db/migrate";

	private static final String PACKAGE = "sample.migrations";

	private static final int REVISIONS_PER_FOLDER = 200;

	private final Path root;

	private final URLClassLoader classLoader;

	private final DefaultResourceLoader resourceLoader;

	private final MigrationInstances instances;

	private GeneratedHistory(Path root) throws IOException {
		this.root = root;
		this.classLoader = new URLClassLoader(new URL[] { root.toUri().toURL() }, getClass().getClassLoader());
		this.resourceLoader = new DefaultResourceLoader(this.classLoader);
		this.instances = new MigrationInstances(BeanUtils::instantiateClass, this.classLoader);
	}

	/**
	 * Write a history.
	 * @param format the format of all revisions
	 * @param revisions the number of revisions
	 * @param mostChanges how many changes a revision has at most; they take turns with
	 * one, two, up to so many
	 * @return the history
	 */
	static GeneratedHistory write(Format format, int revisions, int mostChanges) throws IOException {
		Path root = Files.createTempDirectory("revisions");
		Random random = new Random(revisions);
		String previous = "";
		int change = 0;
		for (int i = 0; i < revisions; i++) {
			List<Change> changes = IntStream.range(change, change + 1 + i % mostChanges)
				.mapToObj(Change::number)
				.toList();
			change += changes.size();
			String id = "%012x".formatted(random.nextLong() >>> 16);
			String folder = "release" + i / REVISIONS_PER_FOLDER;
			switch (format) {
				case SQL -> writeSql(root, folder, id, previous, i, changes);
				case JAVA -> writeJava(root, folder, id, previous, i, changes);
			}
			previous = id;
		}
		if (format == Format.JAVA) {
			compile(root);
		}
		return new GeneratedHistory(root);
	}

	private static void writeSql(Path root, String folder, String id, String downRevision, int number,
			List<Change> changes) throws IOException {
		StringBuilder text = new StringBuilder("""
				-- Change %d of the orders
				--
				-- revision: %s
				-- down_revision: %s
				-- branch_labels:
				-- depends_on:
				-- create_date: %s

				-- migrate:upgrade
				""".formatted(number, id, downRevision, createDate(number)));
		changes.forEach((change) -> text.append(change.upgradeSql()));
		text.append("\n-- migrate:downgrade\n");
		reversed(changes).forEach((change) -> text.append(change.downgradeSql()));
		write(root.resolve(LOCATION).resolve(folder).resolve(id + "_change_" + number + "_of_the_orders.sql"), text);
	}

	private static void writeJava(Path root, String folder, String id, String downRevision, int number,
			List<Change> changes) throws IOException {
		String name = "R" + id + "_Change" + number + "OfTheOrders";
		StringBuilder text = new StringBuilder("""
				package %s.%s;

				import dev.migrate.*;

				import static dev.migrate.schema.Column.column;
				import static dev.migrate.schema.PrimaryKey.primaryKey;
				import static dev.migrate.schema.Types.*;
				import static dev.migrate.schema.UniqueConstraint.unique;

				@RevisionIdentifiers(revision = "%s", downRevision = {%s}, createDate = "%s",
						message = "Change %d of the orders")
				public class %s implements Migration {

					@Override
					public void upgrade(Operations op) {
				""".formatted(PACKAGE, folder, id, downRevision.isEmpty() ? "" : '"' + downRevision + '"',
				createDate(number), number, name));
		changes.forEach((change) -> text.append(change.upgradeJava()));
		text.append("\t}\n\n\t@Override\n\tpublic void downgrade(Operations op) {\n");
		reversed(changes).forEach((change) -> text.append(change.downgradeJava()));
		text.append("\t}\n\n}\n");
		write(root.resolve(PACKAGE.replace('.', '/')).resolve(folder).resolve(name + ".java"), text);
	}

	private static String createDate(int number) {
		return "20%02d-%02d-%02dT10:%02d:00Z".formatted(20 + number / 336 % 80, number / 28 % 12 + 1, number % 28 + 1,
				number % 60);
	}

	private static List<Change> reversed(List<Change> changes) {
		return IntStream.rangeClosed(1, changes.size()).mapToObj((i) -> changes.get(changes.size() - i)).toList();
	}

	private static void write(Path file, CharSequence text) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private static void compile(Path root) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			List<Path> sources = filesIn(root, ".java");
			List<String> options = List.of("-proc:none", "-g", "-parameters", "-classpath",
					System.getProperty("java.class.path"));
			if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
				.call()) {
				throw new IllegalStateException("The generated revisions cannot be compiled");
			}
			for (Path source : sources) {
				Files.delete(source);
			}
		}
	}

	private static List<Path> filesIn(Path root, String extension) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> Files.isRegularFile(file) && file.toString().endsWith(extension))
				.sorted()
				.toList();
		}
	}

	/**
	 * The files that hold the revisions.
	 */
	List<Path> files() throws IOException {
		return filesIn(this.root, "");
	}

	/**
	 * The commands of an application with this history.
	 */
	Migrate migrate(DataSource dataSource) {
		ConnectionSource connections = new ConnectionSource(() -> dataSource, () -> dataSource, dialects());
		RuntimeSettings settings = RuntimeSettings.defaults();
		ScriptLocations locations = locations();
		Migrator migrator = new Migrator(connections, this.instances, settings);
		ProjectLayout layout = ProjectLayout.of(this.root, locations);
		RevisionFiles files = new RevisionFiles(layout, locations, ScriptSettings.defaults(), RevisionFormat.SQL,
				IdStyle.RANDOM, Clock.systemUTC());
		ModelComparison comparison = new ModelComparison(migrator, () -> null, () -> {
			throw new IllegalStateException("A benchmark compares nothing");
		});
		return new Migrate(this::load, migrator, this.instances,
				new OfflineCommands(() -> dialects().named("postgresql"), settings, this.instances), files,
				new Autogeneration(comparison, files, settings.naming(), () -> null, new RevisionVerifier(comparison,
						new SourceFolders(layout, this.classLoader), this.instances, settings.naming())));
	}

	/**
	 * The statements of the upgrade, those of each revision in a list of their own.
	 */
	List<List<String>> statements() {
		RevisionRenderer renderer = new RevisionRenderer(dialects().named("postgresql"), this.instances,
				NamingConvention.NONE);
		ScriptDirectory directory = load();
		List<List<String>> statements = new ArrayList<>();
		for (Revision revision : directory.graph().revisions()) {
			statements.add(renderer.render(directory.script(revision.id()), Direction.UPGRADE));
		}
		return statements;
	}

	/**
	 * Read the revisions as an application that starts: with nothing kept from before.
	 */
	ScriptDirectory load() {
		return new ScriptDirectoryLoader(locations(), this.resourceLoader).load();
	}

	private static ScriptLocations locations() {
		return new ScriptLocations(List.of("classpath:" + LOCATION), List.of(PACKAGE));
	}

	private Dialects dialects() {
		return Dialects.load(this.classLoader);
	}

	@Override
	public void close() throws IOException {
		this.classLoader.close();
		FileSystemUtils.deleteRecursively(this.root);
	}

}
