package dev.migrate.benchmark;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.hibernate.boot.Metadata;
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

import dev.migrate.autogenerate.Changes;
import dev.migrate.hibernate.MetadataModel;

/**
 * Comparing entities, of which Hibernate's metadata are there, with their unchanged
 * tables in PostgreSQL, beside the same queries whose rows are only fetched.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class ComparisonBenchmark {

	@Param({ "50", "500", "1000" })
	public int tables;

	private GeneratedModel model;

	private Metadata metadata;

	private Queries queries;

	@Setup
	public void create() throws Exception {
		this.model = GeneratedModel.create(this.tables);
		this.metadata = this.model.metadata();
		this.queries = Queries.of(this.model.connection(),
				(connection) -> this.model.compare(MetadataModel.of(this.metadata, this.model.dialect()), connection));
	}

	@TearDown
	public void close() throws Exception {
		this.model.close();
	}

	@Benchmark
	public Changes migrate() throws SQLException {
		return this.model.compare(MetadataModel.of(this.metadata, this.model.dialect()), this.model.connection());
	}

	@Benchmark
	public void queries(Blackhole blackhole) throws SQLException {
		this.queries.fetch(blackhole);
	}

}
