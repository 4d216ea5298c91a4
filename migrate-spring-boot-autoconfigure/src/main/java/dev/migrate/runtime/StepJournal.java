package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.Checksum;

/**
 * Follows the statements of one step, so that an interrupted one is gone on with behind
 * the last statement that was executed. What a rollback takes back is never written down.
 */
final class StepJournal {

	private static final int LONGEST_STATEMENT = 1000;

	private final Journal journal;

	private final Connection connection;

	private final Dialect dialect;

	private final Step step;

	/** Those of an interrupted run that this one has not said again. */
	private final List<JournalEntry> remaining;

	private final boolean resumed;

	/** Those of the present transaction, which are written only if it is committed. */
	private final List<Unwritten> unwritten = new ArrayList<>();

	private int position;

	/** The last position that has an entry, or will have one. */
	private int last;

	private boolean gapsAllowed;

	private boolean written;

	StepJournal(Journal journal, Connection connection, Dialect dialect, Step step) throws SQLException {
		this.journal = journal;
		this.connection = connection;
		this.dialect = dialect;
		this.step = step;
		this.remaining = new ArrayList<>(journal.read(connection));
		this.remaining.removeIf((entry) -> !entry.revision().equals(step.revision().id()));
		this.resumed = !this.remaining.isEmpty();
		this.written = this.resumed;
		this.last = this.resumed ? this.remaining.get(this.remaining.size() - 1).position() : 0;
	}

	/**
	 * Whether an interrupted run has executed statements of the step.
	 * @return whether the step is gone on with
	 */
	boolean isResumed() {
		return this.resumed;
	}

	/**
	 * Say that what the revision does depends on what it finds in the database, so that
	 * it need not say all statements again that it has executed, nor in the same order.
	 */
	void allowGaps() {
		this.gapsAllowed = true;
	}

	/**
	 * Meet the next statement of the step.
	 * @param statement the statement
	 * @return what an interrupted run has done with it
	 * @throws MigrationException if the interrupted run has executed another one there
	 */
	Encounter meet(SqlStatement statement) {
		this.position++;
		if (this.remaining.isEmpty()) {
			return isNew();
		}
		String checksum = checksum(statement);
		if (this.gapsAllowed) {
			return this.remaining.stream()
				.filter((entry) -> entry.checksum().equals(checksum))
				.findFirst()
				.map(this::isMet)
				.orElseGet(this::isNew);
		}
		JournalEntry expected = this.remaining.get(0);
		if (this.position < expected.position()) {
			// It was rolled back, or has failed without stopping the revision
			return isNew();
		}
		if (expected.checksum().equals(checksum)) {
			return isMet(expected);
		}
		if (expected.finished()) {
			throw changed(expected, SqlText.shortened(statement));
		}
		// What was begun is no longer wanted
		this.remaining.clear();
		return isNew();
	}

	private Encounter isMet(JournalEntry entry) {
		this.remaining.remove(entry);
		this.position = entry.position();
		return entry.finished() ? Encounter.EXECUTED : Encounter.IN_DOUBT;
	}

	private Encounter isNew() {
		if (this.gapsAllowed) {
			this.position = this.last + 1;
		}
		this.last = Math.max(this.last, this.position);
		return Encounter.NEW;
	}

	private MigrationException changed(JournalEntry expected, String found) {
		return new MigrationException(Kind.INCOMPLETE,
				"Revision %s was changed after its %s was interrupted: statement %d was '%s' and is %s now".formatted(
						this.step.revision().id(), this.step.direction().id(), expected.position(),
						expected.statement(), found),
				"put that statement back, correct only those behind it, or settle it by migrate resolve");
	}

	/**
	 * Note a statement that was executed in the present transaction.
	 * @param statement the statement
	 * @param undo writes what takes it back
	 */
	void executed(SqlStatement statement, Supplier<@Nullable String> undo) {
		this.unwritten.add(new Unwritten(this.position, statement, undo));
	}

	/**
	 * Whether something was executed in the present transaction.
	 * @return whether a commit would have something to write down
	 */
	boolean hasUnwritten() {
		return !this.unwritten.isEmpty();
	}

	/**
	 * Write down what was executed in the present transaction, which is committed next.
	 * @throws SQLException if the database fails
	 */
	void flush() throws SQLException {
		for (Unwritten entry : this.unwritten) {
			insert(entry(entry.position(), entry.statement(), entry.undo(), true));
		}
		this.unwritten.clear();
	}

	/**
	 * Forget what was executed in the last transaction, which was rolled back.
	 * @throws SQLException if the database fails
	 */
	void rolledBack() throws SQLException {
		this.unwritten.clear();
		this.journal.rolledBack(this.connection);
		this.written = this.journal.exists();
	}

	/**
	 * Write down that a statement is executed next, which commits by itself.
	 * @param statement the statement
	 * @param undo writes what takes it back
	 * @throws SQLException if the database fails
	 */
	void begin(SqlStatement statement, Supplier<@Nullable String> undo) throws SQLException {
		flush();
		insert(entry(this.position, statement, undo, false));
	}

	/**
	 * Write down that it was executed.
	 * @throws SQLException if the database fails
	 */
	void finish() throws SQLException {
		this.journal.finish(this.connection, this.step.revision().id(), this.position);
	}

	/**
	 * Write down that it failed, and left nothing.
	 * @throws SQLException if the database fails
	 */
	void forget() throws SQLException {
		this.journal.delete(this.connection, this.step.revision().id(), this.position);
	}

	/**
	 * Forget all, in the transaction that records the step.
	 * @throws SQLException if the database fails
	 * @throws MigrationException if the step did not say all statements again that the
	 * interrupted run has executed
	 */
	void close() throws SQLException {
		if (!this.remaining.isEmpty() && !this.gapsAllowed) {
			throw changed(this.remaining.get(0), "gone");
		}
		if (this.written) {
			this.journal.clear(this.connection, this.step.revision().id());
		}
	}

	private void insert(JournalEntry entry) throws SQLException {
		if (this.resumed) {
			// It may be in doubt
			this.journal.delete(this.connection, entry.revision(), entry.position());
		}
		this.journal.insert(this.connection, entry);
		this.written = true;
	}

	private JournalEntry entry(int position, SqlStatement statement, Supplier<@Nullable String> undo,
			boolean finished) {
		String text = SqlText.of(this.dialect, statement);
		return new JournalEntry(this.step.revision().id(), this.step.direction(), position,
				SqlText.shortened(text, LONGEST_STATEMENT), Checksum.ofStatements(List.of(text)), undo.get(), finished);
	}

	private String checksum(SqlStatement statement) {
		return Checksum.ofStatements(List.of(SqlText.of(this.dialect, statement)));
	}

	/**
	 * A statement of the present transaction.
	 */
	private record Unwritten(int position, SqlStatement statement, Supplier<@Nullable String> undo) {

	}

	/**
	 * What an interrupted run has done with a statement.
	 */
	enum Encounter {

		/** Nothing. */
		NEW,

		/** It has executed it. */
		EXECUTED,

		/** It has begun it, and nobody knows how that ended. */
		IN_DOUBT

	}

}
