package dev.migrate.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.migrate.command.Migrate;
import dev.migrate.command.RevisionDetails;

/**
 * What the commands of one run share.
 *
 * @param migrations gives the commands of the database; asking starts the application
 * @param initialization lays out the project
 * @param terminal where to write
 * @param options the options that every command has
 */
record Session(Supplier<Migrate> migrations, ProjectInitialization initialization, Terminal terminal,
		GlobalOptions options) {

	Migrate migrate() {
		return this.migrations.get();
	}

	PrintWriter out() {
		return this.terminal.out();
	}

	boolean isVerbose() {
		return this.options.verbose();
	}

	RevisionText text() {
		return new RevisionText(new Colours(this.terminal.isColoured()));
	}

	void print(List<String> lines) {
		lines.forEach(this::print);
	}

	/**
	 * Lines end in a line feed on every platform: the output is a contract.
	 */
	void print(String line) {
		out().print(line + "\n");
	}

	void print(Path file) {
		print(file.toString());
	}

	/**
	 * Write a script, which has its own line ends.
	 */
	void printScript(String script) {
		out().print((script.isEmpty() || script.endsWith("\n")) ? script : script + "\n");
	}

	/**
	 * Write revisions as JSON, as records or as a line each.
	 */
	void print(JsonOption json, List<RevisionDetails> revisions,
			BiFunction<RevisionText, RevisionDetails, String> line) {
		if (json.wanted()) {
			printJson(revisions);
			return;
		}
		for (RevisionDetails details : revisions) {
			print(isVerbose() ? text().describe(details, false) : List.of(line.apply(text(), details)));
		}
	}

	void printJson(List<RevisionDetails> revisions) {
		print(Json.of(RevisionJson.of(revisions)));
	}

	/**
	 * Tell why the exit code is not that of success, though nothing failed.
	 */
	void notice(String sentence) {
		this.terminal.err().print("migrate: " + sentence + "\n");
	}

}
