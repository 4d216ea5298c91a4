package dev.migrate.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs each benchmark in turns with what it is compared with, and prints the best
 * iterations, the least disturbed ones, as a Markdown table.
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
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.JAVA, 100));

	private static final int ROUNDS = 3;

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
		System.out.println("| | format | revisions | Migrate | compared with | ratio |");
		System.out.println("|---|---|---:|---:|---:|---:|");
		lines.forEach(System.out::println);
	}

	/**
	 * A benchmark and what it is compared with.
	 */
	private record Comparison(String title, Class<?> type, String other, Format format, int revisions) {

		String run(CommandLineOptions commandLine) throws RunnerException {
			double migrate = Double.MAX_VALUE;
			double baseline = Double.MAX_VALUE;
			for (int i = 0; i < ROUNDS; i++) {
				migrate = Math.min(migrate, best(commandLine, "migrate"));
				baseline = Math.min(baseline, best(commandLine, this.other));
			}
			return String.format(Locale.ROOT, "| %s | %s | %d | %.2f ms | %s %.2f ms | %.2f |", this.title, this.format,
					this.revisions, migrate, this.other, baseline, migrate / baseline);
		}

		private double best(CommandLineOptions commandLine, String method) throws RunnerException {
			Options options = new OptionsBuilder().parent(commandLine)
				.include(this.type.getName() + "\\." + method + "$")
				.param("format", this.format.name())
				.param("revisions", String.valueOf(this.revisions))
				.build();
			Collection<RunResult> results = new Runner(options).run();
			return results.iterator().next().getPrimaryResult().getStatistics().getMin();
		}

	}

}
