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
import org.openjdk.jmh.util.ListStatistics;

/**
 * Runs each benchmark in turns with what it is compared with, as a machine's speed
 * changes by the minute, and prints the medians of the rounds as a Markdown table.
 */
public final class Benchmarks {

	private static final List<Comparison> COMPARISONS = List.of(
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 10),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 100),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 1000),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 10),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 100),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 1000),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.SQL, 100),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.SQL, 1000),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.JAVA, 100),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.JAVA, 1000),
			new Comparison("Reflection", ReflectionBenchmark.class, "queries", null, 1000),
			new Comparison("Comparison", ComparisonBenchmark.class, "queries", null, 50),
			new Comparison("Comparison", ComparisonBenchmark.class, "queries", null, 500),
			new Comparison("Comparison", ComparisonBenchmark.class, "queries", null, 1000),
			new Comparison("Start and comparison", ValidateBenchmark.class, "validate", null, 50),
			new Comparison("Start and comparison", ValidateBenchmark.class, "validate", null, 500),
			new Comparison("Start and comparison", ValidateBenchmark.class, "validate", null, 1000));

	private static final int ROUNDS = Integer.getInteger("rounds", 5);

	private Benchmarks() {
	}

	/**
	 * Run the benchmarks.
	 * @param args a regular expression that selects benchmark classes, then options of
	 * JMH
	 */
	public static void main(String[] args) throws RunnerException, CommandLineOptionException {
		Pattern selection = Pattern.compile((args.length > 0) ? args[0] : "");
		CommandLineOptions options = new CommandLineOptions(Arrays.stream(args).skip(1).toArray(String[]::new));
		List<String> lines = new ArrayList<>();
		for (Comparison comparison : COMPARISONS) {
			if (selection.matcher(comparison.type().getName()).find()) {
				lines.add(comparison.run(options));
			}
		}
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
	 */
	private record Comparison(String title, Class<?> type, String other, @Nullable Format format, int size) {

		String run(CommandLineOptions commandLine) throws RunnerException {
			double[] migrate = new double[ROUNDS];
			double[] baseline = new double[ROUNDS];
			double[] ratios = new double[ROUNDS];
			for (int i = 0; i < ROUNDS; i++) {
				migrate[i] = median(commandLine, "migrate");
				baseline[i] = median(commandLine, this.other);
				ratios[i] = migrate[i] / baseline[i];
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
			if (this.format != null) {
				options.param("format", this.format.name());
			}
			Collection<RunResult> results = new Runner(options.build()).run();
			return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
		}

	}

}
