package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Takes back what an interrupted step has executed, so that it can be interrupted itself:
 * what an operation has done and its entries in the journal go together, or, where DDL
 * commits, the entry says beforehand that it is in doubt.
 *
 * @param connection the connection
 * @param dialect the product
 * @param journal the journal
 */
record StepUndo(Connection connection, Dialect dialect, Journal journal) {

	private static final Log logger = LogFactory.getLog(StepUndo.class);

	/**
	 * Take back what was executed, the last first.
	 * @param revision the revision
	 * @param entries its entries, in the order of their positions
	 * @throws SQLException if the database fails
	 * @throws MigrationException if it is not known what takes a statement back: nothing
	 * is taken back then
	 */
	void undo(String revision, List<JournalEntry> entries) throws SQLException {
		List<JournalEntry> backwards = new ArrayList<>(entries);
		Collections.reverse(backwards);
		List<String> unknown = backwards.stream()
			.filter((entry) -> entry.undo() == null)
			.map(JournalEntry::statement)
			.toList();
		if (!unknown.isEmpty()) {
			throw new MigrationException(Kind.INCOMPLETE,
					"It is not known what takes these statements of revision %s back: %s".formatted(revision,
							String.join("; ", unknown)),
					"take back by hand what was executed, then run migrate resolve --undo --by-hand");
		}
		List<JournalEntry> operation = new ArrayList<>();
		for (JournalEntry entry : backwards) {
			logger.info("Taking back: " + entry.statement());
			operation.add(entry);
			// What takes an operation back stands with its first statement
			if (!statements(entry).isEmpty()) {
				undo(entry, operation);
				operation.clear();
			}
		}
		forget(operation);
	}

	private List<SqlStatement> statements(JournalEntry entry) {
		return this.dialect.lexer().split((entry.undo() != null) ? entry.undo() : "", 1);
	}

	private void undo(JournalEntry entry, List<JournalEntry> operation) throws SQLException {
		List<SqlStatement> statements = statements(entry);
		boolean alone = this.connection.getAutoCommit();
		boolean together = this.dialect.transactionalDdl()
				&& statements.stream().map(SqlStatement::text).noneMatch(this.dialect.autocommitStatements()::includes);
		if (together) {
			this.connection.setAutoCommit(false);
		}
		else if (!this.dialect.transactionalDdl()) {
			this.journal.doubt(this.connection, entry.revision(), entry.position());
		}
		for (int i = 0; i < statements.size(); i++) {
			undo(entry, statements.get(i), i == 0);
		}
		forget(operation);
		if (together && alone) {
			this.connection.commit();
			this.connection.setAutoCommit(true);
		}
	}

	private void undo(JournalEntry entry, SqlStatement statement, boolean first) throws SQLException {
		if (this.dialect.autocommitStatements().includes(statement.text())) {
			this.dialect.autocommitStatements().execute(this.connection, statement, Duration.ZERO, true);
			return;
		}
		try {
			this.dialect.execute(this.connection, statement);
		}
		catch (SQLException ex) {
			if (!entry.finished() && this.dialect.isAlreadyDone(ex)) {
				return;
			}
			if (!this.dialect.transactionalDdl() && entry.finished() && first && !this.dialect.isSessionLost(ex)) {
				// It is certain again that it is still there
				this.journal.finish(this.connection, entry.revision(), entry.position());
			}
			throw ex;
		}
	}

	private void forget(List<JournalEntry> entries) throws SQLException {
		for (JournalEntry entry : entries) {
			this.journal.delete(this.connection, entry.revision(), entry.position());
		}
	}

}
