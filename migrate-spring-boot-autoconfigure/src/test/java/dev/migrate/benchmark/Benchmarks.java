package dev.migrate.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;

/**
 * Runs each benchmark in turns with what it is compared with, as a machine's speed
 * changes by the minute, and prints the medians of the rounds as a Markdown table.
 */
public final class Benchmarks {

	private static final int ROUNDS = Integer.getInteger("rounds", 5);

	/** Of one migration each, of which a third warms up. */
	private static final int APPLY_ROUNDS = 12 * ROUNDS;

	private static final List<Comparison> COMPARISONS = List.of(
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 10),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 100),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 1000),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 10),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 100),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 1000),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.SQL, 100, APPLY_ROUNDS),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.SQL, 1000, APPLY_ROUNDS / 4),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.JAVA, 100, APPLY_ROUNDS),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.JAVA, 1000, APPLY_ROUNDS / 4),
			new Comparison("Reflection", ReflectionBenchmark.class, "queries", null, 1000),
			new Comparison("Comparison", ComparisonBenchmark.class, "queries", null, 50),
			new Comparison("Comparison", ComparisonBenchmark.class, "queries", null, 500),
			new Comparison("Comparison", ComparisonBenchmark.class, "queries", null, 1000),
			new Comparison("Start and comparison", ValidateBenchmark.class, "validate", null, 50),
			new Comparison("Start and comparison", ValidateBenchmark.class, "validate", null, 500),
			new Comparison("Start and comparison", ValidateBenchmark.class, "validate", null, 1000));

	private Benchmarks() {
	}

	/**
	 * Run the benchmarks.
	 * @param args a regular expression that selects benchmark classes, then options of
	 * JMH
	 */
	public static void main(String[] args) throws Exception {
		Pattern selection = Pattern.compile((args.length > 0) ? args[0] : "");
		CommandLineOptions options = new CommandLineOptions(Arrays.stream(args).skip(1).toArray(String[]::new));
		List<String> lines = new ArrayList<>();
		for (Comparison comparison : COMPARISONS) {
			if (selection.matcher(comparison.type().getName()).find()) {
				lines.add(comparison.run(options));
			}
		}
		ApplyBenchmark.closeShared();
		System.out.println();
		System.out.println("| | format | revisions, tables | Migrate | compared with | ratio |");
		System.out.println("|---|---|---:|---:|---:|---:|");
		lines.forEach(System.out::println);
	}

	/**
	 * A benchmark and what it is compared with.
	 *
	 * @param title what is measured
	 * @param type the benchmark
	 * @param other the method that Migrate is compared with
	 * @param format the format of the revisions, or {@code null} if there are none
	 * @param size how many revisions, or tables
	 * @param rounds how often the two take turns in this process, or zero: each time in
	 * one of its own
	 */
	private record Comparison(String title, Class<?> type, String other, @Nullable Format format, int size,
			int rounds) {

		Comparison(String title, Class<?> type, String other, @Nullable Format format, int size) {
			this(title, type, other, format, size, 0);
		}

		String run(CommandLineOptions commandLine) throws RunnerException {
			int warmUp = this.rounds / 3;
			int measured = (this.rounds > 0) ? this.rounds - warmUp : ROUNDS;
			double[] migrate = new double[measured];
			double[] baseline = new double[measured];
			double[] ratios = new double[measured];
			for (int i = -warmUp; i < measured; i++) {
				double first = median(commandLine, (i % 2 == 0) ? "migrate" : this.other);
				double second = median(commandLine, (i % 2 == 0) ? this.other : "migrate");
				if (i >= 0) {
					migrate[i] = (i % 2 == 0) ? first : second;
					baseline[i] = (i % 2 == 0) ? second : first;
					ratios[i] = migrate[i] / baseline[i];
				}
			}
			return String.format(Locale.ROOT, "| %s | %s | %d | %.2f ms | %s %.2f ms | %.2f |", this.title,
					Objects.toString(this.format, ""), this.size, median(migrate), this.other, median(baseline),
					median(ratios));
		}

		private static double median(double[] values) {
			return new ListStatistics(values).getPercentile(50);
		}

		private double median(CommandLineOptions commandLine, String method) throws RunnerException {
			ChainedOptionsBuilder options = new OptionsBuilder().parent(commandLine)
				.include(this.type.getName() + "\\." + method + "$")
				.param((this.format != null) ? "revisions" : "tables", String.valueOf(this.size));
			if (this.rounds > 0) {
				options.verbosity(VerboseMode.SILENT);
			}
			if (this.format != null) {
				options.param("format", this.format.name());
			}
			Collection<RunResult> results = new Runner(options.build()).run();
			return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
		}

	}

}
