package dev.migrate.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

import dev.migrate.command.Migrate;
import dev.migrate.revision.Step;
import dev.migrate.testsupport.PostgresServer;

/**
 * Applying revisions of one statement each to an empty database, beside plain JDBC that
 * sends the same statements and commits after each revision. Commits are flushed to disk,
 * unless {@code -p fsync=off} asks for the hardest comparison.
 * <p>
 * How long a disk takes for a new table changes from minute to minute by more than the
 * two differ. So they take turns, one migration each, in the process of
 * {@link Benchmarks} and on one server.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(0)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ApplyBenchmark {

	private static final Map<String, PostgresServer> SERVERS = new HashMap<>();

	private static final Map<String, GeneratedHistory> HISTORIES = new HashMap<>();

	private static final Map<GeneratedHistory, List<List<String>>> STATEMENTS = new HashMap<>();

	@Param({ "SQL", "JAVA" })
	public Format format;

	@Param({ "100", "1000" })
	public int revisions;

	@Param("on")
	public String fsync;

	private GeneratedHistory history;

	private List<List<String>> statements;

	private Connection connection;

	private Migrate migrate;

	/**
	 * Close what all runs of this process have shared.
	 */
	static void closeShared() throws Exception {
		for (GeneratedHistory history : HISTORIES.values()) {
			history.close();
		}
		for (PostgresServer server : SERVERS.values()) {
			server.close();
		}
	}

	@Setup
	public void createDatabase() throws SQLException {
		this.history = HISTORIES.computeIfAbsent(this.format + " " + this.revisions, (key) -> write());
		this.statements = STATEMENTS.computeIfAbsent(this.history, GeneratedHistory::statements);
		this.connection = Databases.connectToNew(SERVERS.computeIfAbsent(this.fsync,
				(on) -> PostgresServer.start(Map.of("fsync", on, "synchronous_commit", on))));
		this.migrate = this.history.migrate(Databases.keptOpen(this.connection));
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
	public void disconnect() throws SQLException {
		this.connection.close();
	}

	@Benchmark
	public List<Step> migrate() {
		return this.migrate.upgrade("head");
	}

	@Benchmark
	public void plainJdbc() throws SQLException {
		this.connection.setAutoCommit(false);
		for (List<String> revision : this.statements) {
			for (String sql : revision) {
				try (Statement statement = this.connection.createStatement()) {
					statement.execute(sql);
				}
			}
			this.connection.commit();
		}
	}

}
