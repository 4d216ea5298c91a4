package dev.migrate.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;
import dev.migrate.revision.Revision;

/**
 * The text of a new revision in Java, laid out as spring-javaformat does.
 */
final class JavaSource {

	private static final int LINE_LENGTH = 120;

	private static final int COMMENT_LENGTH = 90;

	private static final int TAB_LENGTH = 4;

	private JavaSource() {
	}

	/**
	 * The values for a template.
	 * @param revision the revision
	 * @param packageName the package of the class, or an empty text
	 * @param className the name of the class
	 * @param body its statements
	 * @return the values by token
	 */
	static Map<String, String> values(Revision revision, String packageName, String className, RevisionBody body) {
		Map<String, String> values = TemplateValues.identifiers(revision);
		String message = TemplateValues.line(revision.message());
		values.put("package", packageName);
		values.put("imports", imports(body.imports()));
		values.put("class", className);
		values.put("comment", comment(message));
		values.put("identifiers", annotation(revision, message));
		values.put("upgrade", body.upgrade().strip());
		values.put("downgrade", body.downgrade().strip());
		return values;
	}

	private static String imports(List<String> needed) {
		SortedSet<String> java = new TreeSet<>();
		SortedSet<String> others = new TreeSet<>();
		SortedSet<String> statics = new TreeSet<>();
		others.add(Migration.class.getName());
		others.add(Operations.class.getName());
		others.add(RevisionIdentifiers.class.getName());
		for (String name : needed) {
			SortedSet<String> group = name.startsWith("static ") ? statics
					: (name.startsWith("java.") || name.startsWith("javax.")) ? java : others;
			group.add(name);
		}
		return List.of(java, others, statics)
			.stream()
			.filter((group) -> !group.isEmpty())
			.map((group) -> group.stream().map((name) -> "import " + name + ";\n").collect(Collectors.joining()))
			.collect(Collectors.joining("\n"));
	}

	/** The message as a sentence. */
	private static String comment(String message) {
		if (message.isEmpty()) {
			return "";
		}
		String text = escapeJavadoc(message).strip().replaceAll(" +", " ") + (message.matches(".*[.!?]") ? "" : ".");
		if (text.length() + "/**  */".length() <= COMMENT_LENGTH) {
			return "/** " + text + " */";
		}
		return fill(List.of(text.split(" ")), "/**\n * ", "\n * ", COMMENT_LENGTH) + "\n */";
	}

	private static String annotation(Revision revision, String message) {
		List<String> attributes = new ArrayList<>();
		attributes.add("revision = " + literal(revision.id()));
		addList(attributes, "downRevision", revision.downRevisions());
		addList(attributes, "branchLabels", revision.branchLabels());
		addList(attributes, "dependsOn", revision.dependsOn());
		if (revision.createDate() != null) {
			attributes.add("createDate = " + literal(TemplateValues.createDate(revision.createDate())));
		}
		if (!message.isEmpty()) {
			attributes.add("message = " + literal(message));
		}
		for (int i = 0; i < attributes.size(); i++) {
			attributes.set(i, attributes.get(i) + ((i < attributes.size() - 1) ? "," : ")"));
		}
		return fill(attributes, "@RevisionIdentifiers(", "\n\t\t", LINE_LENGTH);
	}

	private static void addList(List<String> attributes, String name, Collection<String> values) {
		if (values.isEmpty()) {
			return;
		}
		List<String> literals = values.stream().map(JavaSource::literal).toList();
		String value = (literals.size() == 1) ? literals.get(0) : "{ " + String.join(", ", literals) + " }";
		String attribute = name + " = " + value;
		if (2 * TAB_LENGTH + attribute.length() + 1 > LINE_LENGTH) {
			List<String> words = List.of(attribute.split(" (?=\")"));
			attribute = fill(words, "\t\t", "\n\t\t\t\t", LINE_LENGTH).strip();
		}
		attributes.add(attribute);
	}

	/**
	 * Put as many words on a line as fit. A word of several lines has its lines alone.
	 */
	private static String fill(List<String> words, String start, String lineBreak, int length) {
		StringBuilder text = new StringBuilder(start);
		String previous = "";
		for (String word : words) {
			int column = width(text.substring(text.lastIndexOf("\n") + 1));
			boolean fits = column + 1 + word.length() <= length && previous.indexOf('\n') < 0;
			text.append(previous.isEmpty() ? "" : fits ? " " : lineBreak).append(word);
			previous = word;
		}
		return text.toString();
	}

	private static int width(String text) {
		return text.chars().map((c) -> (c == '\t') ? TAB_LENGTH : 1).sum();
	}

	/**
	 * Text as a literal. Unicode escapes only where they cannot end the literal or its
	 * line.
	 */
	private static String literal(String text) {
		StringBuilder literal = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				literal.append('\\').append(c);
			}
			else if (isInvisible(text, i)) {
				literal.append("\\u%04x".formatted((int) c));
			}
			else {
				literal.append(c);
			}
		}
		return literal.append('"').toString();
	}

	private static String escapeJavadoc(String text) {
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ("&<>@{}*/\\".indexOf(c) >= 0 && !isPlain(text, i)) {
				escaped.append("&#").append((int) c).append(';');
			}
			else if (!isInvisible(text, i)) {
				escaped.append(c);
			}
		}
		return escaped.toString();
	}

	/** A slash is left alone unless it would end the comment. */
	private static boolean isPlain(String text, int index) {
		char c = text.charAt(index);
		return c == '*' || (c == '/' && (index == 0 || text.charAt(index - 1) != '*'));
	}

	/** Half a character, or one that changes how others are shown. */
	private static boolean isInvisible(String text, int index) {
		char c = text.charAt(index);
		if (Character.isSurrogate(c)) {
			boolean pair = Character.isHighSurrogate(c)
					? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
					: index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
			return !pair;
		}
		return Character.getType(c) == Character.FORMAT;
	}

}
