package dev.migrate.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 20)
@Measurement(iterations = 8)
public class ApplyBenchmark {

	@Param({ "SQL", "JAVA" })
	public Format format;

	@Param({ "100", "1000" })
	public int revisions;

	@Param("on")
	public String fsync;

	private PostgresServer server;

	private GeneratedHistory history;

	private List<List<String>> statements;

	private Connection connection;

	private Migrate migrate;

	@Setup
	public void writeRevisions() throws IOException {
		this.server = PostgresServer.start(Map.of("fsync", this.fsync, "synchronous_commit", this.fsync));
		this.history = GeneratedHistory.write(this.format, this.revisions, 1);
		this.statements = this.history.statements();
	}

	@Setup(Level.Iteration)
	public void createDatabase() throws SQLException {
		this.connection = Databases.connectToNew(this.server);
		this.migrate = this.history.migrate(Databases.keptOpen(this.connection));
	}

	@TearDown(Level.Iteration)
	public void disconnect() throws SQLException {
		this.connection.close();
	}

	@TearDown
	public void close() throws Exception {
		this.history.close();
		this.server.close();
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
