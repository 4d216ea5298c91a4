package dev.migrate.runtime;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptSyntaxException;
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

	private static final int LONGEST_STATEMENT = 500;

	private static final String ACTIVE_TRANSACTION = "25001";

	private static final Pattern CONCURRENT_INDEX = Pattern.compile("CREATE\\s+(UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s",
			Pattern.CASE_INSENSITIVE);

	private StepFailure() {
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

	static MigrateException of(Step step, Dialect dialect, StatementSink sink, TransactionMode mode, Exception ex) {
		if (ex instanceof MigrateException known) {
			return known;
		}
		String verb = (step.direction() == Direction.DOWNGRADE) ? "downgrade" : "upgrade";
		String problem = "The %s of %s failed".formatted(verb, lowerName(step.revision()));
		if (ex instanceof StatementException failed) {
			problem += at(failed.place()) + ": " + DatabaseMessage.of(failed.failure()) + "; the statement is: "
					+ shortened(failed.statement());
		}
		else if (ex instanceof OperationException failed) {
			problem += at(failed.place()) + ": " + failed.getMessage();
		}
		else {
			problem += ": " + ((ex.getMessage() != null) ? ex.getMessage() : ex.toString());
		}
		return new MigrationException(Kind.STEP_FAILED, problem, remedy(step, dialect, sink.committed(), mode, ex), ex);
	}

	private static String remedy(Step step, Dialect dialect, List<SqlStatement> committed, TransactionMode mode,
			Exception ex) {
		String earlier = (step.direction() == Direction.DOWNGRADE) ? "earlier downgrades stay"
				: "earlier revisions stay";
		String rolledBack = (mode == TransactionMode.SINGLE) ? "all revisions of this run were rolled back"
				: "it was rolled back, " + earlier;
		if (isInsideTransaction(ex)) {
			return rolledBack + ": give this statement a revision of its own that begins "
					+ "with '-- migrate:upgrade transaction=false', or put it into op.autocommit(() -> …)";
		}
		String correction = (leavesInvalidIndex(ex) ? "an invalid index may stay, drop it if there is one; " : "")
				+ (isRefusedByRows(dialect, ex) ? "correct the rows or the revision and start again"
						: "correct the revision and start again");
		if (committed.isEmpty()) {
			return rolledBack + ": " + correction;
		}
		return "%s, and so do these %d statements of this one, which %s: %s; take them back by hand, ".formatted(
				earlier, committed.size(),
				dialect.transactionalDdl() ? "are committed"
						: dialect.name().toUpperCase(java.util.Locale.ROOT) + " does not roll back",
				String.join("; ", committed.stream().map(StepFailure::shortened).toList())) + correction;
	}

	private static boolean isRefusedByRows(Dialect dialect, Exception ex) {
		return ex instanceof StatementException failed && dialect.isRefusedByRows(failed.failure());
	}

	private static boolean isInsideTransaction(Exception ex) {
		return ex instanceof StatementException failed && ACTIVE_TRANSACTION.equals(failed.failure().getSQLState());
	}

	private static boolean leavesInvalidIndex(Exception ex) {
		return ex instanceof StatementException failed
				&& CONCURRENT_INDEX.matcher(failed.statement().text()).lookingAt();
	}

	private static String shortened(SqlStatement statement) {
		String text = statement.text().replaceAll("\\s+", " ");
		return (text.length() <= LONGEST_STATEMENT) ? text : text.substring(0, LONGEST_STATEMENT) + " …";
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

	static MigrationException database(String what, SQLException ex) {
		return new MigrationException(Kind.DATABASE, "%s failed: %s".formatted(what, DatabaseMessage.of(ex)),
				"look at the database's message and start again", ex);
	}

}
