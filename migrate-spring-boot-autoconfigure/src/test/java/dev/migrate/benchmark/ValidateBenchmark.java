package dev.migrate.benchmark;

import java.sql.SQLException;
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

import dev.migrate.autogenerate.Changes;

/**
 * Starting Hibernate until its metadata are known and comparing them with unchanged
 * tables in PostgreSQL, beside a start of Hibernate that validates the same tables.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 11)
public class ValidateBenchmark {

	@Param({ "50", "500", "1000" })
	public int tables;

	private GeneratedModel model;

	@Setup
	public void create() throws Exception {
		this.model = GeneratedModel.create(this.tables);
	}

	@TearDown
	public void close() throws Exception {
		this.model.close();
	}

	@Benchmark
	public Changes migrate() throws SQLException {
		return this.model.compare(this.model.read(), this.model.connection());
	}

	@Benchmark
	public void validate() {
		this.model.validate();
	}

}
