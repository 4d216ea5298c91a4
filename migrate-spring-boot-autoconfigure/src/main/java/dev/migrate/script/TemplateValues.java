package dev.migrate.script;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * The values that a {@link ScriptTemplate} gets in every format.
 */
final class TemplateValues {

	private static final Pattern BREAKS = Pattern.compile("\\s*[\\p{Cntrl}\\u0085\\u2028\\u2029]+\\s*");

	private TemplateValues() {
	}

	/**
	 * The identifiers as plain text.
	 * @param revision the revision
	 * @return the values by token
	 */
	static Map<String, String> identifiers(Revision revision) {
		Map<String, String> values = new HashMap<>();
		values.put("revision", revision.id());
		values.put("down_revision", list(revision.downRevisions()));
		values.put("branch_labels", list(revision.branchLabels()));
		values.put("depends_on", list(revision.dependsOn()));
		values.put("create_date", createDate(revision.createDate()));
		values.put("message", line(revision.message()));
		return values;
	}

	/**
	 * A create date as it is written in files.
	 * @param createDate the date
	 * @return the date in ISO 8601, in whole seconds; an empty text if there is none
	 */
	static String createDate(@Nullable Instant createDate) {
		return (createDate != null) ? createDate.truncatedTo(ChronoUnit.SECONDS).toString() : "";
	}

	/**
	 * A message as a line.
	 * @param message the message
	 * @return the message with blanks in place of line breaks and control characters
	 */
	static String line(String message) {
		return BREAKS.matcher(message).replaceAll(" ").strip();
	}

	private static String list(Collection<String> names) {
		return String.join(", ", names);
	}

}
