package dev.migrate.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.util.FileSystemUtils;

import dev.migrate.command.Migrate;
import dev.migrate.revision.Step;
import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

/**
 * Applying revisions of one statement each to an empty database, beside plain JDBC that
 * sends the same statements and commits after each revision, and beside Flyway with the
 * same statements in a file each. Commits are flushed to disk, unless
 * {@code -p fsync=off} asks for the hardest comparison.
 * <p>
 * How long a disk takes for a new table changes from minute to minute by more than they
 * differ. So they take turns, one migration each, in the process of {@link Benchmarks}
 * and on one server, with connections of one pool.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(0)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ApplyBenchmark {

	/** So many that none of them waits for one. */
	private static final int CONNECTIONS = 3;

	private static final Map<String, PostgresServer> SERVERS = new HashMap<>();

	private static final Map<String, GeneratedHistory> HISTORIES = new HashMap<>();

	private static final Map<GeneratedHistory, List<List<String>>> STATEMENTS = new HashMap<>();

	private static final Map<GeneratedHistory, Path> FLYWAY_FILES = new HashMap<>();

	@Param({ "SQL", "JAVA" })
	public Format format;

	@Param({ "100", "1000" })
	public int revisions;

	@Param("on")
	public String fsync;

	private GeneratedHistory history;

	private List<List<String>> statements;

	private HikariDataSource pool;

	private Migrate migrate;

	/**
	 * Close what all runs of this process have shared.
	 */
	static void closeShared() throws Exception {
		for (GeneratedHistory history : HISTORIES.values()) {
			history.close();
		}
		for (Path files : FLYWAY_FILES.values()) {
			FileSystemUtils.deleteRecursively(files);
		}
		for (PostgresServer server : SERVERS.values()) {
			server.close();
		}
	}

	@Setup
	public void createDatabase() throws SQLException {
		this.history = HISTORIES.computeIfAbsent(this.format + " " + this.revisions, (key) -> write());
		this.statements = STATEMENTS.computeIfAbsent(this.history, GeneratedHistory::statements);
		this.pool = openPool(Databases.createOn(SERVERS.computeIfAbsent(this.fsync,
				(on) -> PostgresServer.start(Map.of("fsync", on, "synchronous_commit", on)))));
		this.migrate = this.history.migrate(this.pool);
	}

	private static HikariDataSource openPool(TestDatabase database) throws SQLException {
		HikariDataSource pool = database.pool(CONNECTIONS);
		List<Connection> open = new ArrayList<>();
		for (int i = 0; i < CONNECTIONS; i++) {
			open.add(pool.getConnection());
		}
		// Otherwise the server writes what the turns before have changed meanwhile
		try (Statement statement = open.get(0).createStatement()) {
			statement.execute("CHECKPOINT");
		}
		for (Connection connection : open) {
			connection.close();
		}
		return pool;
	}

	private GeneratedHistory write() {
		try {
			return GeneratedHistory.write(this.format, this.revisions, 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@TearDown
	public void disconnect() {
		this.pool.close();
	}

	@Benchmark
	public List<Step> migrate() {
		return this.migrate.upgrade("head");
	}

	@Benchmark
	public void plainJdbc() throws SQLException {
		try (Connection connection = this.pool.getConnection()) {
			connection.setAutoCommit(false);
			for (List<String> revision : this.statements) {
				for (String sql : revision) {
					try (Statement statement = connection.createStatement()) {
						statement.execute(sql);
					}
				}
				connection.commit();
			}
		}
	}

	@Benchmark
	public MigrateResult flyway(FlywayMigration migration) {
		return migration.flyway.migrate();
	}

	/**
	 * Flyway with the statements of {@link ApplyBenchmark}, on the same database.
	 */
	@State(Scope.Benchmark)
	public static class FlywayMigration {

		private Flyway flyway;

		@Setup
		public void configure(ApplyBenchmark benchmark) {
			Path files = FLYWAY_FILES.computeIfAbsent(benchmark.history, (history) -> write(benchmark.statements));
			this.flyway = Flyway.configure().dataSource(benchmark.pool).locations("filesystem:" + files).load();
		}

		private static Path write(List<List<String>> statements) {
			try {
				Path files = Files.createTempDirectory("flyway");
				for (int i = 0; i < statements.size(); i++) {
					Files.writeString(files.resolve("V%d__Change_%d_of_the_orders.sql".formatted(i + 1, i)),
							String.join(";\n", statements.get(i)) + ";\n");
				}
				return files;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
