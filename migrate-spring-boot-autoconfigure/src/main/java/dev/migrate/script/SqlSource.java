package dev.migrate.script;

import java.util.List;
import java.util.Map;

import dev.migrate.revision.Revision;

/**
 * The text of a new revision in SQL, as {@link SqlScriptParser} reads it.
 */
final class SqlSource {

	private SqlSource() {
	}

	/**
	 * The values for a template.
	 * @param revision the revision
	 * @param body its statements
	 * @return the values by token
	 */
	static Map<String, String> values(Revision revision, RevisionBody body) {
		Map<String, String> values = TemplateValues.identifiers(revision);
		values.put("comment", comment(TemplateValues.line(revision.message())));
		values.put("identifiers", header(values));
		values.put("upgrade", body.upgrade().strip());
		values.put("downgrade", body.downgrade().strip());
		return values;
	}

	/**
	 * Say of sections that they run outside a transaction, whatever template they are of.
	 * @param text the text of the revision
	 * @param body its statements
	 * @return the text with that option on the lines that begin the sections
	 */
	static String withTransactions(String text, RevisionBody body) {
		String upgrade = body.upgradeTransaction() ? text : outside(text, "upgrade");
		return body.downgradeTransaction() ? upgrade : outside(upgrade, "downgrade");
	}

	private static String outside(String text, String section) {
		return text.replaceFirst("(?m)^-- migrate:%s\\b(?!.* transaction=)".formatted(section), "$0 transaction=false");
	}

	private static String comment(String message) {
		return message.isEmpty() ? "" : "-- " + prose(message) + "\n--";
	}

	/**
	 * A message must be read neither as a key nor as a directive: both are in lower case.
	 */
	private static String prose(String message) {
		return SqlScriptParser.isProse(message) ? message : "\"" + message.replace('"', '\'') + "\"";
	}

	private static String header(Map<String, String> values) {
		StringBuilder header = new StringBuilder();
		for (String key : List.of("revision", "down_revision", "branch_labels", "depends_on", "create_date")) {
			header.append(("-- %s: %s".formatted(key, values.get(key))).stripTrailing()).append('\n');
		}
		return header.toString();
	}

}
