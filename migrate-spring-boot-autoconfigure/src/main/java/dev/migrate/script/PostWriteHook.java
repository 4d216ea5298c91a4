package dev.migrate.script;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A command that is executed on each new revision file, a formatter for instance. It is
 * split at blanks, except inside single or double quotes, and executed without a shell in
 * the project's folder, with nothing to read. <code>{file}</code> stands for the path of
 * the file, which otherwise is the last argument.
 */
final class PostWriteHook {

	private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

	private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

	private static final String FILE = "{file}";

	private final String command;

	private final Path directory;

	PostWriteHook(String command, Path directory) {
		this.command = command;
		this.directory = directory;
	}

	/**
	 * Execute the command.
	 * @param file the new file
	 * @return what the command printed
	 * @throws ScriptException if it cannot be started or fails; the file stays
	 */
	String execute(Path file) {
		try {
			Process process = new ProcessBuilder(words(file)).directory(this.directory.toFile())
				.redirectErrorStream(true)
				.redirectInput(ProcessBuilder.Redirect.from(nothing()))
				.start();
			String output = new String(process.getInputStream().readAllBytes(), nativeCharset()).strip();
			int exitCode = process.waitFor();
			if (exitCode != 0) {
				throw failure(file, "fails on it with exit code " + exitCode + (output.isEmpty() ? "" : ": " + output),
						null);
			}
			return output;
		}
		catch (IOException ex) {
			throw failure(file, "cannot be executed: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failure(file, "was interrupted", ex);
		}
	}

	private ScriptException failure(Path file, String problem, @Nullable Exception cause) {
		return new ScriptException(
				"The revision %s is written, but the command '%s' %s".formatted(file, this.command, problem),
				"execute it again, or correct migrate.revision.post-write", cause);
	}

	private List<String> words(Path file) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(this.command);
		while (matcher.find()) {
			words.add(QUOTED.matcher(matcher.group())
				.replaceAll((quoted) -> Matcher
					.quoteReplacement((quoted.group(1) != null) ? quoted.group(1) : quoted.group(2)))
				.replace(FILE, file.toString()));
		}
		if (!this.command.contains(FILE)) {
			words.add(file.toString());
		}
		return words;
	}

	private static File nothing() {
		return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
	}

	private static Charset nativeCharset() {
		return Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));
	}

}
