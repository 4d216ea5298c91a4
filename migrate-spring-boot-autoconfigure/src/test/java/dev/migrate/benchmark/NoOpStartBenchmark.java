package dev.migrate.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;

import dev.migrate.command.Migrate;
import dev.migrate.revision.Step;
import dev.migrate.testsupport.PostgresServer;

/**
 * A start with nothing to migrate, beside what no such start can do without: reading the
 * bytes of all revision files, and one query for the version rows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 20, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class NoOpStartBenchmark {

	@Param({ "SQL", "JAVA" })
	public Format format;

	@Param({ "10", "100", "1000" })
	public int revisions;

	private GeneratedHistory history;

	private List<Path> files;

	private Connection connection;

	private Migrate migrate;

	@Setup
	public void apply() throws IOException, SQLException {
		this.history = GeneratedHistory.write(this.format, this.revisions, 3);
		this.files = this.history.files();
		this.connection = Databases.connectToNew(PostgresServer.shared());
		this.migrate = this.history.migrate(Databases.keptOpen(this.connection));
		this.migrate.upgrade("head");
	}

	@TearDown
	public void close() throws IOException, SQLException {
		this.connection.close();
		this.history.close();
	}

	@Benchmark
	public List<Step> migrate() {
		List<Step> steps = this.migrate.upgrade("head");
		if (!steps.isEmpty()) {
			throw new IllegalStateException("There was something to do");
		}
		return steps;
	}

	@Benchmark
	public String floor(Blackhole blackhole) throws IOException, SQLException {
		for (Path file : this.files) {
			blackhole.consume(Files.readAllBytes(file));
		}
		try (Statement statement = this.connection.createStatement();
				ResultSet rows = statement.executeQuery("select version_num from migrate_version")) {
			rows.next();
			return rows.getString(1);
		}
	}

}
