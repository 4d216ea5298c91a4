package dev.migrate.revision;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What the real Alembic answers to questions about revision graphs. The text form is
 * described in {@code alembic/answer.py}, which makes the answers; a recording of them is
 * {@code alembic/answers.txt.gz}.
 */
final class AlembicAnswers {

	static final Path FOLDER = Path.of("src/test/resources/alembic");

	private static final Path RECORDING = FOLDER.resolve("answers.txt.gz");

	private final String text;

	private AlembicAnswers(String text) {
		this.text = text;
	}

	static AlembicAnswers recorded() {
		try (InputStream in = new GZIPInputStream(
				Objects.requireNonNull(AlembicAnswers.class.getResourceAsStream("/alembic/answers.txt.gz")))) {
			return new AlembicAnswers(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ask the Alembic of a Python installation.
	 */
	static AlembicAnswers ask(String python, List<Graph> graphs) throws IOException, InterruptedException {
		Path questions = Files.createTempFile("questions", ".txt");
		Path answers = Files.createTempFile("answers", ".txt");
		Files.writeString(questions, String.join("", graphs.stream().map(Graph::text).toList()));
		ProcessBuilder builder = new ProcessBuilder(python, FOLDER.resolve("answer.py").toString())
			.redirectInput(questions.toFile())
			.redirectOutput(answers.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		// Alembic keeps the dependencies of a revision in a set of strings
		builder.environment().put("PYTHONHASHSEED", "0");
		int exit = builder.start().waitFor();
		String text = Files.readString(answers);
		Files.delete(questions);
		Files.delete(answers);
		if (exit != 0) {
			throw new IOException(python + " answer.py ended with " + exit);
		}
		return new AlembicAnswers(text);
	}

	void record() {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(RECORDING))) {
			out.write(this.text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String version() {
		return this.text.lines().findFirst().orElseThrow();
	}

	List<Graph> graphs() {
		List<Graph> graphs = new ArrayList<>();
		for (String line : this.text.lines().skip(1).toList()) {
			String[] fields = line.split("\t", -1);
			switch (fields[0]) {
				case "G" -> graphs.add(new Graph(Long.parseLong(fields[1]), new ArrayList<>(), new ArrayList<>()));
				case "R" -> last(graphs).revisions()
					.add(new Revision(fields[1], list(fields[2]), new LinkedHashSet<>(list(fields[3])), list(fields[4]),
							"", null, fields[1]));
				case "Q" -> last(graphs).questions().add(new Question(fields[1], list(fields[2]), fields[3]));
				case "A" ->
					last(last(graphs).questions()).answer().addAll(Arrays.asList(fields).subList(1, fields.length));
				default -> throw new IllegalStateException(line);
			}
		}
		return graphs;
	}

	private static <T> T last(List<T> values) {
		return values.get(values.size() - 1);
	}

	static List<String> list(String text) {
		return text.isEmpty() ? List.of() : List.of(text.split(" "));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof AlembicAnswers answers && answers.text.equals(this.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	record Graph(long seed, List<Revision> revisions, List<Question> questions) {

		String text() {
			StringBuilder text = new StringBuilder("G\t" + this.seed + "\n");
			for (Revision revision : this.revisions) {
				line(text, "R", revision.id(), String.join(" ", revision.downRevisions()),
						String.join(" ", revision.branchLabels()), String.join(" ", revision.dependsOn()));
			}
			this.questions.forEach((question) -> line(text, "Q", question.command(), String.join(" ", question.rows()),
					question.argument()));
			return text.toString();
		}

		private static void line(StringBuilder text, String... fields) {
			text.append(String.join("\t", fields)).append('\n');
		}

	}

	/**
	 * A question.
	 *
	 * @param command the command
	 * @param rows the version rows
	 * @param argument the symbols or the range
	 * @param answer ok, error or crash, and what follows
	 */
	record Question(String command, List<String> rows, String argument, List<String> answer) {

		Question(String command, List<String> rows, String argument) {
			this(command, rows, argument, new ArrayList<>());
		}

		String outcome() {
			return this.answer.get(0);
		}

		@Override
		public String toString() {
			return this.command + " " + this.argument + " at " + this.rows;
		}

	}

}
