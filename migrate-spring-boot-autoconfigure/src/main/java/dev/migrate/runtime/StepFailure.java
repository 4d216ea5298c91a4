package dev.migrate.runtime;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptSyntaxException;
import dev.migrate.dialect.SessionChangedException;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Puts failures of steps into sentences: which revision, where, what the database said,
 * what became of it.
 */
final class StepFailure {

	private static final String ACTIVE_TRANSACTION = "25001";

	/** Connection exceptions; PostgreSQL's shutdown and crash. */
	private static final Pattern SESSION_LOST = Pattern.compile("08...|57P0[123]");

	private final Dialect dialect;

	private final RuntimeSettings settings;

	StepFailure(Dialect dialect, RuntimeSettings settings) {
		this.dialect = dialect;
		this.settings = settings;
	}

	static MigrationException syntax(Revision revision, ScriptSyntaxException ex) {
		return new MigrationException(Kind.STEP_FAILED, "%s cannot be split into statements, line %d: %s"
			.formatted(name(revision), ex.getLine(), ex.getMessage()),
				"correct the file; nothing of the revision was executed", ex);
	}

	static MigrationException notRenderable(Revision revision, String place, Exception ex) {
		boolean needsDatabase = ex instanceof OperationException failed && failed.needsDatabase();
		return new MigrationException(Kind.UNSUPPORTED,
				"%s cannot be written as SQL%s: %s".formatted(name(revision), at(place), ex.getMessage()),
				needsDatabase
						? "ask op.isOffline() before reading the database, or use declarative guards as ifNotExists()"
						: "correct the revision",
				ex);
	}

	static MigrationException database(String what, SQLException ex) {
		if (ex instanceof SessionChangedException changed) {
			return pooled("Nothing was changed", changed);
		}
		boolean lost = SESSION_LOST.matcher(String.valueOf(ex.getSQLState())).matches();
		return new MigrationException(lost ? Kind.SESSION_LOST : Kind.DATABASE,
				"%s failed: %s".formatted(what, DatabaseMessage.of(ex)),
				lost ? "the database has ended the session; start again"
						: "look at the database's message and start again",
				ex);
	}

	/**
	 * Put the failure of a step into a sentence.
	 * @param step the step
	 * @param outcome what has become of it
	 * @param wait what became of waits for locks, or {@code null} if there were none
	 * @param ex the failure
	 * @return the exception
	 */
	MigrateException of(Step step, StepOutcome outcome, @Nullable String wait, Exception ex) {
		if (ex instanceof MigrateException known) {
			return known;
		}
		SQLException cause = sqlCause(ex);
		if (cause instanceof SessionChangedException changed) {
			return pooled("The %s of %s was stopped, and %s".formatted(step.direction().id(),
					lowerName(step.revision()), whatStays(step, outcome, false)), changed);
		}
		String problem = "The %s of %s failed".formatted(step.direction().id(), lowerName(step.revision()));
		if (ex instanceof StatementException failed) {
			problem += at(failed.place()) + ": " + DatabaseMessage.of(failed.failure())
					+ ((wait != null) ? "; " + wait : "") + "; the statement is: "
					+ SqlText.shortened(failed.statement());
		}
		else if (ex instanceof OperationException failed) {
			problem += at(failed.place()) + ": " + failed.getMessage();
		}
		else if (ex instanceof SQLException sql) {
			problem += ": " + DatabaseMessage.of(sql);
		}
		else {
			problem += ": " + ((ex.getMessage() != null) ? ex.getMessage() : ex.toString());
		}
		boolean lost = cause != null && this.dialect.isSessionLost(cause);
		return new MigrationException(lost ? Kind.SESSION_LOST : Kind.STEP_FAILED, problem,
				joined(whatStays(step, outcome, lost), outcome.isPartDone(), remedy(outcome, wait, lost, ex)), ex);
	}

	private static MigrationException pooled(String consequence, SessionChangedException ex) {
		return new MigrationException(Kind.SESSION_CHANGED,
				"%s: the connection leads through a pooler in transaction mode, so that a lock of the session protects nothing (%s)"
					.formatted(consequence, ex.getMessage()),
				"set migrate.lock.mode=transaction, or connect past the pooler by migrate.url", ex);
	}

	private static @Nullable SQLException sqlCause(Exception ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql) {
				return sql;
			}
		}
		return null;
	}

	private String whatStays(Step step, StepOutcome outcome, boolean lost) {
		String earlier = (step.direction() == Direction.DOWNGRADE) ? "earlier downgrades stay"
				: "earlier revisions stay";
		SqlStatement doubtful = outcome.doubtful();
		if (doubtful != null) {
			return "%s, and so may a part of '%s', which can commit by itself".formatted(earlier,
					SqlText.shortened(doubtful));
		}
		boolean commitUnknown = lost && outcome.mayBeCommitted();
		String rolledBack = "rolled back"
				+ (commitUnknown ? " (unless the commit had reached the database before)" : "");
		if (!outcome.isPartDone()) {
			return (this.settings.transactionMode() == TransactionMode.SINGLE)
					? "all revisions of this run were " + rolledBack : "it was " + rolledBack + ", " + earlier;
		}
		if (commitUnknown) {
			earlier = "the rest was " + rolledBack + ", " + earlier;
		}
		List<SqlStatement> committed = outcome.committed();
		if (committed.isEmpty()) {
			return earlier + ", and so does what an interrupted run has executed of this one";
		}
		return "%s, and so do these %d statements of this one, which %s: %s".formatted(earlier, committed.size(),
				this.dialect.transactionalDdl() ? "are committed"
						: this.dialect.syntax().title() + " does not roll back",
				String.join("; ", committed.stream().map(SqlText::shortened).toList()));
	}

	private static String joined(String whatStays, boolean list, String remedy) {
		return list ? whatStays + ". " + StringUtils.capitalize(remedy) : whatStays + ": " + remedy;
	}

	private String remedy(StepOutcome outcome, @Nullable String wait, boolean lost, Exception ex) {
		if (isInsideTransaction(ex)) {
			return "give this statement a revision of its own that begins "
					+ "with '-- migrate:upgrade transaction=false', or put it into op.autocommit(() -> …)";
		}
		if (outcome.doubtful() != null) {
			return "look, then settle it by migrate resolve --done, --retry or --undo";
		}
		String again = outcome.isPartDone() ? "start again, which goes on behind them, or settle it by migrate resolve"
				: "start again";
		if (lost) {
			return "the database has ended the session; " + again;
		}
		if (wait != null) {
			return "wait until they have finished, or end them by SELECT pg_terminate_backend(…), and " + again
					+ "; migrate.ddl.lock-timeout and migrate.ddl.retries set how long to wait";
		}
		return (isRefusedByRows(ex) ? "correct the rows or the revision and " : "correct the revision and ") + again;
	}

	private boolean isRefusedByRows(Exception ex) {
		return ex instanceof StatementException failed && this.dialect.isRefusedByRows(failed.failure());
	}

	private static boolean isInsideTransaction(Exception ex) {
		return ex instanceof StatementException failed && isRefusedInTransaction(failed.failure());
	}

	/**
	 * Whether a statement failed because it cannot be part of a transaction.
	 * @param ex the failure
	 * @return whether nothing else is wrong with it
	 */
	static boolean isRefusedInTransaction(SQLException ex) {
		return ACTIVE_TRANSACTION.equals(ex.getSQLState());
	}

	private static String name(Revision revision) {
		return "Revision %s (%s)".formatted(revision.id(), revision.source());
	}

	private static String lowerName(Revision revision) {
		return "revision %s (%s)".formatted(revision.id(), revision.source());
	}

	private static String at(String place) {
		return place.isEmpty() ? "" : " at " + place;
	}

}
