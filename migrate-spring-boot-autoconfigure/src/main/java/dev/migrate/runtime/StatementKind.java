package dev.migrate.runtime;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by its first word what a statement does to transactions and sessions. A word that
 * is not known is taken for what needs the most care.
 */
final class StatementKind {

	private static final Set<String> DML = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "VALUES",
			"TABLE", "CALL", "EXPLAIN", "SHOW");

	private static final Set<String> LEAVE_SESSION_ALONE = Set.of("CREATE", "ALTER", "DROP", "COMMENT", "INSERT",
			"UPDATE", "DELETE", "MERGE", "TRUNCATE", "COPY", "GRANT", "REVOKE", "BEGIN", "COMMIT");

	private static final Set<String> PLAIN = Set.of("CREATE", "ALTER", "DROP", "COMMENT", "INSERT", "UPDATE", "DELETE",
			"MERGE", "TRUNCATE", "GRANT", "REVOKE");

	/**
	 * After {@code BEGIN ATOMIC} in a {@code CREATE} the driver does not see where the
	 * statement ends; any text with the word is taken for one.
	 */
	private static final Pattern ATOMIC_BODY = Pattern.compile("ATOMIC", Pattern.CASE_INSENSITIVE);

	private static final Set<String> ATOMIC = Set.of("CREATE", "ALTER", "DROP", "COMMENT", "INSERT", "UPDATE", "DELETE",
			"MERGE", "TRUNCATE", "COPY", "GRANT", "REVOKE", "WITH", "SELECT", "ANALYZE");

	private static final Set<String> SETTINGS = Set.of("SET", "RESET", "DISCARD", "PRAGMA", "USE");

	/** In a block of code, or in a procedure that it calls. */
	private static final Pattern TRANSACTION_CONTROL = Pattern.compile("COMMIT|ROLLBACK|CALL",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SET_CONFIG = Pattern.compile("SELECT\\s+(pg_catalog\\s*\\.\\s*)?set_config\\s*\\(.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** What such a query does not consist of, if it has no other effect. */
	private static final Pattern EFFECT = Pattern.compile(
			"\\bINTO\\b|\"|(?<!\\w)(?!(set_config|current_setting|concat|concat_ws|format|coalesce|nullif|quote_ident"
					+ "|quote_literal)\\s*\\()\\w+\\s*\\(",
			Pattern.CASE_INSENSITIVE);

	private StatementKind() {
	}

	/**
	 * Whether a statement may change the session's settings.
	 * @param sql the statement
	 * @return whether it is none of those that do not
	 */
	static boolean mayChangeSession(String sql) {
		return !LEAVE_SESSION_ALONE.contains(firstWord(sql));
	}

	/**
	 * Whether a statement does nothing but change the session's settings, which end with
	 * the session.
	 * @param sql the statement
	 * @return whether it must be said again in another session
	 */
	static boolean isSetting(String sql) {
		return SETTINGS.contains(firstWord(sql))
				|| (SET_CONFIG.matcher(sql).matches() && !EFFECT.matcher(sql.replaceAll("'[^']*'", "''")).find());
	}

	/**
	 * Whether a statement commits by itself on a product whose DDL does.
	 * @param sql the statement
	 * @return whether it does
	 */
	static boolean isDdl(String sql) {
		return !DML.contains(firstWord(sql));
	}

	/**
	 * Whether a statement does the same in a transaction of its own as without one.
	 * @param sql the statement
	 * @return whether it does
	 */
	static boolean isAtomic(String sql) {
		return ATOMIC.contains(firstWord(sql)) || (firstWord(sql).equals("DO") && !mayCommit(sql));
	}

	/**
	 * Whether a statement may commit a part of what it does, and fail behind that.
	 * @param sql the statement
	 * @return whether it does if it is allowed to
	 */
	static boolean mayCommit(String sql) {
		return switch (firstWord(sql)) {
			case "CALL" -> true;
			case "DO" -> TRANSACTION_CONTROL.matcher(sql).find();
			default -> false;
		};
	}

	/**
	 * Whether a statement changes schema or rows and nothing else, needs no data but its
	 * text, and answers nothing that anyone waits for.
	 * @param sql the statement
	 * @return whether it can be sent together with what follows
	 */
	static boolean isPlain(String sql) {
		String word = firstWord(sql);
		return PLAIN.contains(word) && !(word.equals("CREATE") && ATOMIC_BODY.matcher(sql).find());
	}

	/**
	 * The first word of a statement.
	 * @param sql the statement
	 * @return its first word in upper case
	 */
	static String firstWord(String sql) {
		int end = 0;
		while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
			end++;
		}
		return sql.substring(0, end).toUpperCase(Locale.ROOT);
	}

}
