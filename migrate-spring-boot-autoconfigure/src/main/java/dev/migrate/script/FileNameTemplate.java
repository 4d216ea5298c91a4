package dev.migrate.script;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.lang.model.SourceVersion;

import dev.migrate.revision.Revision;

/**
 * The template for the names of new files, see {@link ScriptSettings#fileTemplate()}.
 */
final class FileNameTemplate {

	private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");

	/** Date and time in UTC, as the create date. */
	private static final Map<String, DateTimeFormatter> DATES = Map.of("year", date("yyyy"), "month", date("MM"), "day",
			date("dd"), "hour", date("HH"), "minute", date("mm"), "second", date("ss"));

	private static final String TOKENS = "{rev}, {slug}, {epoch}, {year}, {month}, {day}, {hour}, {minute}, {second}";

	private final String template;

	FileNameTemplate(String template) {
		this.template = template;
	}

	/**
	 * The place of a new file.
	 * @param revision the revision
	 * @param createDate when it is written
	 * @param format its format
	 * @return the names of folders, then the name of the file without its ending; in Java
	 * packages, then a class
	 * @throws ScriptException if the template gives no such name
	 */
	List<String> expand(Revision revision, Instant createDate, RevisionFormat format) {
		List<String> names = new ArrayList<>();
		for (String segment : this.template.split("/", -1)) {
			names.add(expandSegment(segment, revision, createDate, format));
		}
		if (format == RevisionFormat.JAVA) {
			names.set(names.size() - 1, className(names.get(names.size() - 1)));
			names.forEach(this::requireIdentifier);
		}
		for (String name : names) {
			if (name.isBlank() || name.equals(".") || name.equals("..") || name.indexOf('\\') >= 0) {
				throw new ScriptException("The file template '%s' gives the name '%s', which no file can have"
					.formatted(this.template, name), "correct migrate.revision.file-template");
			}
		}
		return names;
	}

	private String expandSegment(String segment, Revision revision, Instant createDate, RevisionFormat format) {
		StringBuilder name = new StringBuilder();
		Matcher matcher = TOKEN.matcher(segment);
		while (matcher.find()) {
			String value = value(matcher.group(1), revision, createDate, format);
			matcher.appendReplacement(name, Matcher.quoteReplacement(value));
		}
		matcher.appendTail(name);
		while (!name.isEmpty() && "_- ".indexOf(name.charAt(name.length() - 1)) >= 0) {
			name.setLength(name.length() - 1);
		}
		return name.toString();
	}

	private String value(String token, Revision revision, Instant createDate, RevisionFormat format) {
		DateTimeFormatter date = DATES.get(token);
		if (date != null) {
			return date.format(createDate);
		}
		return switch (token) {
			case "rev" -> revision.id().replaceAll("[^A-Za-z0-9_.]", "_");
			case "slug" -> (format == RevisionFormat.JAVA) ? Slug.camelCase(revision.message())
					: Slug.snakeCase(revision.message());
			case "epoch" -> String.valueOf(createDate.getEpochSecond());
			default -> throw new ScriptException(
					"The file template '%s' has the unknown token '{%s}'".formatted(this.template, token),
					"the tokens are " + TOKENS);
		};
	}

	/** An id may begin with a digit; a template may begin with a letter of its own. */
	private String className(String name) {
		String last = this.template.substring(this.template.lastIndexOf('/') + 1);
		boolean ownLetter = !last.isEmpty() && Character.isJavaIdentifierStart(last.charAt(0));
		StringBuilder className = new StringBuilder(ownLetter ? "" : "R");
		name.chars().forEach((c) -> className.append(Character.isJavaIdentifierPart(c) ? (char) c : '_'));
		return className.toString();
	}

	private void requireIdentifier(String name) {
		if (!SourceVersion.isName(name) || name.indexOf('.') >= 0) {
			throw new ScriptException("The file template '%s' gives the package '%s', which Java cannot have"
				.formatted(this.template, name), "let its folders begin with a letter, as in 'y{year}/{rev}_{slug}'");
		}
	}

	private static DateTimeFormatter date(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
	}

}
