package dev.migrate.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
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

	/** Of one migration each. */
	private static final int APPLY_ROUNDS = 10 * ROUNDS;

	/**
	 * Until the JVM has compiled what 100 revisions go through. It begins to do so in
	 * full when something was called 5,000 times, so at turn 50 for what is called once a
	 * revision.
	 */
	private static final int APPLY_WARM_UP = 100;

	private static final int LARGE_APPLY_ROUNDS = 2 * ROUNDS;

	private static final int LARGE_APPLY_WARM_UP = 8;

	private static final List<Comparison> COMPARISONS = List.of(
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 10),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 100),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.SQL, 1000),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 10),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 100),
			new Comparison("No-op start", NoOpStartBenchmark.class, "floor", Format.JAVA, 1000),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.SQL, 100, APPLY_WARM_UP, APPLY_ROUNDS)
				.and("flyway"),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.SQL, 1000, LARGE_APPLY_WARM_UP,
					LARGE_APPLY_ROUNDS)
				.and("flyway"),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.JAVA, 100, APPLY_WARM_UP, APPLY_ROUNDS),
			new Comparison("Apply", ApplyBenchmark.class, "plainJdbc", Format.JAVA, 1000, LARGE_APPLY_WARM_UP,
					LARGE_APPLY_ROUNDS),
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
				lines.addAll(comparison.run(options));
			}
		}
		ApplyBenchmark.closeShared();
		System.out.println();
		System.out.println("| | format | revisions, tables | median | compared with | ratio |");
		System.out.println("|---|---|---:|---:|---:|---:|");
		lines.forEach(System.out::println);
	}

	/**
	 * A benchmark and what it is compared with.
	 *
	 * @param title what is measured
	 * @param type the benchmark
	 * @param sides the methods that take turns: Migrate, what it is compared with, and
	 * whatever is compared with that too
	 * @param format the format of the revisions, or {@code null} if there are none
	 * @param size how many revisions, or tables
	 * @param warmUp how often they take turns in this process before it counts, or zero:
	 * each turn warms up, in a process of its own
	 * @param rounds how often they take turns
	 */
	private record Comparison(String title, Class<?> type, List<String> sides, @Nullable Format format, int size,
			int warmUp, int rounds) {

		/** Among the sides. */
		private static final int BASELINE = 1;

		/** In processes of their own, which warm up. */
		Comparison(String title, Class<?> type, String other, @Nullable Format format, int size) {
			this(title, type, List.of("migrate", other), format, size, 0, ROUNDS);
		}

		/** In this process. */
		Comparison(String title, Class<?> type, String other, Format format, int size, int warmUp, int rounds) {
			this(title, type, List.of("migrate", other), format, size, warmUp, rounds);
		}

		Comparison and(String further) {
			List<String> sides = new ArrayList<>(this.sides);
			sides.add(further);
			return new Comparison(this.title, this.type, sides, this.format, this.size, this.warmUp, this.rounds);
		}

		List<String> run(CommandLineOptions commandLine) throws RunnerException {
			double[][] times = new double[this.sides.size()][this.rounds];
			for (int round = -this.warmUp; round < this.rounds; round++) {
				for (int turn = 0; turn < this.sides.size(); turn++) {
					int side = Math.floorMod(round + turn, this.sides.size());
					double time = median(commandLine, this.sides.get(side));
					if (round >= 0) {
						times[side][round] = time;
					}
				}
			}
			List<String> lines = new ArrayList<>();
			for (int side = 0; side < this.sides.size(); side++) {
				if (side != BASELINE) {
					lines.add(line(side, times[side], times[BASELINE]));
				}
			}
			return lines;
		}

		private String line(int side, double[] times, double[] baseline) {
			double[] ratios = IntStream.range(0, this.rounds).mapToDouble((i) -> times[i] / baseline[i]).toArray();
			return String.format(Locale.ROOT, "| %s | %s | %d | %s %.2f ms | %s %.2f ms | %.2f |", this.title,
					Objects.toString(this.format, ""), this.size, this.sides.get(side), median(times),
					this.sides.get(BASELINE), median(baseline), median(ratios));
		}

		private static double median(double[] values) {
			return new ListStatistics(values).getPercentile(50);
		}

		private double median(CommandLineOptions commandLine, String method) throws RunnerException {
			ChainedOptionsBuilder options = new OptionsBuilder().parent(commandLine)
				.include(this.type.getName() + "\\." + method + "$")
				.param((this.format != null) ? "revisions" : "tables", String.valueOf(this.size));
			if (this.warmUp > 0) {
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
