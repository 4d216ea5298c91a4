package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a new file with tokens in it. These are replaced:
 * <ul>
 * <li><code>${comment}</code>: the message as Javadoc or as a line of comment
 * <li><code>${identifiers}</code>: in Java the annotation, in SQL the lines of the header
 * that name revision, parents, labels, dependencies and create date
 * <li><code>${package}</code>, <code>${imports}</code>, <code>${class}</code>: in Java
 * <li><code>${upgrade}</code>, <code>${downgrade}</code>: the statements
 * <li><code>${revision}</code>, <code>${down_revision}</code>,
 * <code>${branch_labels}</code>, <code>${depends_on}</code>, <code>${create_date}</code>,
 * <code>${message}</code>: the identifiers as plain text, lists separated by commas
 * </ul>
 * A token alone on its line may become several lines, all indented as it is, or none if
 * there is nothing to say. <code>$${</code> stands for <code>${</code>.
 */
final class ScriptTemplate {

	private static final Pattern TOKEN = Pattern
		.compile("(?m)\\$\\$\\{|^([ \\t]*)\\$\\{(\\w+)}[ \\t]*\\R|\\$\\{(\\w+)}");

	private static final int ALONE_INDENT = 1;

	private static final int ALONE = 2;

	private static final int INLINE = 3;

	private final String name;

	private final String text;

	private ScriptTemplate(String name, String text) {
		this.name = name;
		this.text = text.replace("\r\n", "\n");
	}

	/**
	 * The template that is built in.
	 * @param format the format
	 * @return the template
	 */
	static ScriptTemplate builtIn(RevisionFormat format) {
		String resource = "revision." + format.name().toLowerCase(Locale.ROOT) + ".template";
		return new ScriptTemplate(resource, resource(resource));
	}

	/**
	 * Read a template.
	 * @param file the file
	 * @return the template
	 * @throws ScriptException if it cannot be read
	 */
	static ScriptTemplate read(Path file) {
		try {
			return new ScriptTemplate(file.toString(), Files.readString(file));
		}
		catch (CharacterCodingException ex) {
			throw new ScriptException("The template %s is not encoded in UTF-8".formatted(file), "save it as UTF-8",
					ex);
		}
		catch (IOException ex) {
			throw new ScriptException("The template %s cannot be read: %s".formatted(file, NewFile.reason(ex)),
					"correct migrate.revision.template", ex);
		}
	}

	/**
	 * A text file that lies beside this class.
	 * @param name its name
	 * @return its text
	 */
	static String resource(String name) {
		try (InputStream in = ScriptTemplate.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("No resource " + name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether the template is for a format.
	 * @param file the file of the template
	 * @param format the format
	 * @return whether the file's name ends as those of the format do, or as those of none
	 */
	static boolean serves(Path file, RevisionFormat format) {
		String name = file.toString();
		for (RevisionFormat other : RevisionFormat.values()) {
			if (name.endsWith(other.extension())) {
				return other == format;
			}
		}
		return true;
	}

	/**
	 * Write the text.
	 * @param values the values of the tokens
	 * @return the text
	 * @throws ScriptException if it has a token without value
	 */
	String render(Map<String, String> values) {
		StringBuilder rendered = new StringBuilder();
		Matcher matcher = TOKEN.matcher(this.text);
		while (matcher.find()) {
			String replacement;
			if (matcher.group(ALONE) != null) {
				replacement = lines(matcher.group(ALONE_INDENT), value(values, matcher.group(ALONE)));
			}
			else if (matcher.group(INLINE) != null) {
				replacement = value(values, matcher.group(INLINE));
			}
			else {
				replacement = "${";
			}
			matcher.appendReplacement(rendered, Matcher.quoteReplacement(replacement));
		}
		return matcher.appendTail(rendered).toString();
	}

	private String value(Map<String, String> values, String token) {
		String value = values.get(token);
		if (value == null) {
			throw new ScriptException("The template %s has the unknown token '${%s}'".formatted(this.name, token),
					"the tokens are " + String.join(", ", new TreeSet<>(values.keySet())));
		}
		return value;
	}

	private static String lines(String indent, String value) {
		StringBuilder lines = new StringBuilder();
		value.lines().forEach((line) -> lines.append(line.isBlank() ? "" : indent).append(line).append('\n'));
		return lines.toString();
	}

}
