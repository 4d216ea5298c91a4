package dev.migrate.runtime;

import java.util.Locale;
import java.util.Set;

import dev.migrate.dialect.SqlStatement;

/**
 * Statements that begin or end a transaction. In that of a revision they would tear the
 * revision and its version row apart.
 */
final class TransactionControl {

	private static final Set<String> WORDS = Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT");

	private static final Set<String> BEGINNINGS = Set.of("BEGIN", "START");

	private static final Set<String> COMMITS = Set.of("COMMIT", "END");

	private TransactionControl() {
	}

	/**
	 * Refuse such a statement.
	 * @param statement the statement
	 * @param place where in the revision it stands, or an empty text
	 * @throws OperationException if it begins or ends a transaction
	 */
	static void refuse(SqlStatement statement, String place) {
		if (isTransactionControl(statement.text())) {
			throw new OperationException(
					"'%s' would end the transaction of the revision; remove it, or write it in an SQL revision "
						.formatted(statement.text()) + "with transaction=false behind '-- migrate:'",
					place);
		}
	}

	/**
	 * Whether a statement begins a transaction.
	 * @param sql the statement
	 * @return whether it does
	 */
	static boolean begins(String sql) {
		return BEGINNINGS.contains(StatementKind.firstWord(sql));
	}

	/**
	 * Whether a statement ends a transaction so that its changes stay.
	 * @param sql the statement
	 * @return whether it does
	 */
	static boolean commits(String sql) {
		return COMMITS.contains(StatementKind.firstWord(sql));
	}

	/**
	 * Whether a statement begins or ends a transaction.
	 * @param sql the statement
	 * @return whether it does
	 */
	static boolean isTransactionControl(String sql) {
		String word = StatementKind.firstWord(sql);
		if (WORDS.contains(word)) {
			return !sql.toUpperCase(Locale.ROOT).matches("(?s)ROLLBACK\\s+.*TO\\s.*");
		}
		return word.equals("PREPARE") && sql.toUpperCase(Locale.ROOT).matches("(?s)PREPARE\\s+TRANSACTION\\s.*");
	}

}
