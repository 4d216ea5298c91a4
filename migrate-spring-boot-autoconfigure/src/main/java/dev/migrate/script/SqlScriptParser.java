package dev.migrate.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;

/**
 * Parses SQL revisions: a header of comment lines, then sections. A line that begins with
 * {@code -- migrate:} begins a section wherever it stands.
 */
final class SqlScriptParser {

	private static final String NAME = "migrate";

	private static final String DIRECTIVE = "-- " + NAME + ":";

	/** What a person may take for a directive: else it would silently be a comment. */
	private static final Pattern LIKE_DIRECTIVE = Pattern.compile("[ \\t]*--+[ \\t]*migrate[ \\t]*:.*",
			Pattern.CASE_INSENSITIVE);

	private static final List<String> KEYS = List.of("revision", "down_revision", "branch_labels", "depends_on",
			"create_date");

	/** What a person may take for a key: else it would silently be prose. */
	private static final Pattern LIKE_KEY = Pattern.compile("(" + String.join("|", KEYS) + ")[ \\t]*[:=].*",
			Pattern.CASE_INSENSITIVE);

	private static final String REMEDY_HEADER = "write the header as '-- message', '--', '-- revision: ID', "
			+ "'-- down_revision: ID'";

	private final String source;

	private final Map<String, String> header = new HashMap<>();

	private final List<SqlSection> sections = new ArrayList<>();

	private @Nullable String message;

	private boolean keysMayFollow;

	private SqlScriptParser(String source) {
		this.source = source;
	}

	/**
	 * Parse a script.
	 * @param text the text of the file
	 * @param source the file, as shown in messages
	 * @return the script
	 * @throws ScriptException if it is no revision
	 * @throws dev.migrate.revision.RevisionException if an identifier may not be one
	 */
	static SqlRevisionScript parse(String text, String source) {
		return new SqlScriptParser(source).parse(unixLines(text));
	}

	/**
	 * Whether a line of comment is taken for a message.
	 * @param comment the comment, without what begins it
	 * @return whether it is neither a key of the header nor like a directive
	 */
	static boolean isProse(String comment) {
		int colon = endOfKey(comment);
		boolean key = colon > 0 && KEYS.contains(comment.substring(0, colon));
		return !key && !LIKE_KEY.matcher(comment).lookingAt() && !LIKE_DIRECTIVE.matcher("-- " + comment).lookingAt();
	}

	private static String unixLines(String text) {
		String content = (!text.isEmpty() && text.charAt(0) == '\uFEFF') ? text.substring(1) : text;
		return (content.indexOf('\r') < 0) ? content : content.replace("\r\n", "\n");
	}

	private SqlRevisionScript parse(String text) {
		requireLinesOfText(text);
		requireExactDirectives(text);
		int directive = nextDirective(text, 0);
		int line = parseHeader((directive < 0) ? text : text.substring(0, directive));
		if (!this.header.containsKey("revision")) {
			throw error("has no line '-- revision: ID' in its header", REMEDY_HEADER);
		}
		if (directive < 0) {
			throw error("has no line '-- migrate:upgrade'", "write one above the statements of the upgrade");
		}
		for (int start = directive; start >= 0;) {
			int end = nextDirective(text, start + DIRECTIVE.length());
			String section = text.substring(start, (end < 0) ? text.length() : end);
			parseSection(section, line);
			line += lineFeeds(section);
			start = end;
		}
		if (this.sections.stream().noneMatch((section) -> section.direction() == Direction.UPGRADE)) {
			throw error("has no line '-- migrate:upgrade'", "write one above the statements of the upgrade");
		}
		return new SqlRevisionScript(revision(), this.sections, Checksum.ofSections(text.substring(directive)));
	}

	private void requireLinesOfText(String text) {
		int nul = text.indexOf('\0');
		if (nul >= 0) {
			throw error("has the character NUL on line " + (lineFeeds(text.substring(0, nul)) + 1),
					"save it as plain text in UTF-8");
		}
		if (text.indexOf('\n') < 0 && text.indexOf('\r') >= 0) {
			throw error("has no line feed, only carriage returns", "save it with line feeds as line ends");
		}
	}

	private void requireExactDirectives(String text) {
		for (int dashes = text.indexOf("--"); dashes >= 0;) {
			int start = text.lastIndexOf('\n', dashes) + 1;
			int end = text.indexOf('\n', dashes);
			// Every start of an application reads every line of comment: few are worth a
			// pattern
			if (isFollowedByName(text, dashes) && !text.startsWith(DIRECTIVE, start)) {
				requireNoDirective(text.substring(start, (end < 0) ? text.length() : end), text, start);
			}
			dashes = (end < 0) ? -1 : text.indexOf("--", end);
		}
	}

	private static boolean isFollowedByName(String text, int dashes) {
		int i = dashes;
		while (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
			i++;
		}
		return text.regionMatches(true, i, NAME, 0, NAME.length());
	}

	private void requireNoDirective(String line, String text, int start) {
		if (LIKE_DIRECTIVE.matcher(line).lookingAt()) {
			throw error(
					"has the line '%s', line %d, which begins no section".formatted(line.strip(),
							lineFeeds(text.substring(0, start)) + 1),
					"begin it with '-- migrate:', in lower case and without indentation");
		}
	}

	private static int nextDirective(String text, int from) {
		int found = text.indexOf(DIRECTIVE, from);
		while (found > 0 && text.charAt(found - 1) != '\n') {
			found = text.indexOf(DIRECTIVE, found + 1);
		}
		return found;
	}

	private static int lineFeeds(String text) {
		int count = 0;
		for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
			count++;
		}
		return count;
	}

	private int parseHeader(String text) {
		int line = 1;
		int start = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
			parseHeaderLine(text.substring(start, end).strip(), line);
			line++;
			start = end + 1;
		}
		parseHeaderLine(text.substring(start).strip(), line);
		return line;
	}

	private void parseHeaderLine(String line, int number) {
		if (line.isEmpty()) {
			return;
		}
		if (!line.startsWith("--")) {
			throw error("has text that is no comment above '-- migrate:upgrade', on line " + number,
					"move it below a line '-- migrate:upgrade' or '-- migrate:downgrade'");
		}
		String comment = line.substring(2).strip();
		if (comment.isEmpty()) {
			this.keysMayFollow = true;
			return;
		}
		int colon = endOfKey(comment);
		if (colon > 0 && (this.keysMayFollow || KEYS.contains(comment.substring(0, colon)))) {
			addKey(comment.substring(0, colon), comment.substring(colon + 1).strip(), number);
		}
		else if (LIKE_KEY.matcher(comment).lookingAt()) {
			throw error("has the line '%s', line %d, which gives no key".formatted(line, number),
					"write it as '-- %s: VALUE', in lower case"
						.formatted(comment.split("[ \t:=]")[0].toLowerCase(Locale.ROOT)));
		}
		else if (this.message == null) {
			this.message = comment;
		}
	}

	/** The place of the colon in {@code key: value}, or -1 if the comment is prose. */
	private static int endOfKey(String comment) {
		int end = 0;
		while (end < comment.length() && isKeyCharacter(comment.charAt(end))) {
			end++;
		}
		boolean key = end > 0 && comment.startsWith(":", end)
				&& (end + 1 == comment.length() || Character.isWhitespace(comment.charAt(end + 1)));
		return key ? end : -1;
	}

	private static boolean isKeyCharacter(char c) {
		return (c >= 'a' && c <= 'z') || c == '_';
	}

	private void addKey(String key, String value, int number) {
		if (!KEYS.contains(key)) {
			throw error("has the unknown key '%s' in its header, on line %d".formatted(key, number),
					"the keys are " + String.join(", ", KEYS));
		}
		if (this.header.putIfAbsent(key, value) != null) {
			throw error("has the key '%s' twice in its header, on line %d".formatted(key, number), "leave one of them");
		}
	}

	private void parseSection(String section, int line) {
		int end = section.indexOf('\n');
		String directive = section.substring(DIRECTIVE.length(), (end < 0) ? section.length() : end).strip();
		String[] words = StringUtils.tokenizeToStringArray(directive, " \t");
		String name = (words.length > 0) ? words[0] : "";
		Direction direction = switch (name) {
			case "upgrade" -> Direction.UPGRADE;
			case "downgrade" -> Direction.DOWNGRADE;
			default -> throw error("has the unknown section '-- migrate:%s' on line %d".formatted(name, line),
					"the sections are '-- migrate:upgrade' and '-- migrate:downgrade'");
		};
		String dialect = null;
		Boolean transaction = null;
		for (String option : List.of(words).subList(1, words.length)) {
			if ((transaction != null && option.startsWith("transaction="))
					|| (dialect != null && option.startsWith("dialect="))) {
				throw error("has a section with two options '%s' on line %d"
					.formatted(option.substring(0, option.indexOf('=')), line), "leave one of them");
			}
			if (option.equals("transaction=false") || option.equals("transaction=true")) {
				transaction = option.endsWith("true");
			}
			else if (option.startsWith("dialect=") && option.length() > "dialect=".length()) {
				dialect = option.substring("dialect=".length());
			}
			else {
				throw error("has the unknown option '%s' on line %d".formatted(option, line),
						"the options are transaction=false and dialect=NAME");
			}
		}
		for (SqlSection other : this.sections) {
			if (other.direction() == direction && Objects.equals(other.dialect(), dialect)) {
				throw error("has the section '-- migrate:%s'%s twice, again on line %d".formatted(name,
						(dialect != null) ? " for " + dialect : "", line), "join the two");
			}
		}
		this.sections.add(new SqlSection(direction, dialect, !Boolean.FALSE.equals(transaction),
				(end < 0) ? "" : section.substring(end + 1), line + 1));
	}

	private Revision revision() {
		return new Revision(value("revision"), list("down_revision"), new LinkedHashSet<>(list("branch_labels")),
				list("depends_on"), Objects.toString(this.message, ""),
				CreateDates.parse(value("create_date"), this.source), this.source);
	}

	private String value(String key) {
		return this.header.getOrDefault(key, "");
	}

	private List<String> list(String key) {
		String value = value(key);
		if (value.indexOf(',') < 0) {
			return value.isEmpty() ? List.of() : List.of(value);
		}
		return Arrays.stream(value.split(",")).map(String::strip).filter((item) -> !item.isEmpty()).toList();
	}

	private ScriptException error(String problem, String remedy) {
		return new ScriptException("The SQL revision %s %s".formatted(this.source, problem), remedy);
	}

}
