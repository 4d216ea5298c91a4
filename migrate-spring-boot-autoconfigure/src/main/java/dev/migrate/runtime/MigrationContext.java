package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.Migration;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptSyntaxException;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.NamingConvention;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.Checksum;
import dev.migrate.script.JavaRevisionScript;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;
import dev.migrate.script.SqlSection;

/**
 * Executes the steps of a plan on one connection, each with its version rows and its
 * entry in the history in the same transaction.
 */
final class MigrationContext {

	private static final Log logger = LogFactory.getLog(MigrationContext.class);

	private final Connection connection;

	private final Dialect dialect;

	private final ScriptDirectory directory;

	private final MigrationInstances instances;

	private final NamingConvention naming;

	private final RevisionRenderer renderer;

	private final StepRecorder recorder;

	private final SessionGuard session;

	MigrationContext(Connection connection, Dialect dialect, ScriptDirectory directory, MigrationInstances instances,
			NamingConvention naming, StepRecorder recorder, SessionGuard session) {
		this.connection = connection;
		this.dialect = dialect;
		this.directory = directory;
		this.instances = instances;
		this.naming = naming;
		this.renderer = new RevisionRenderer(dialect, instances, naming);
		this.recorder = recorder;
		this.session = session;
	}

	/**
	 * Execute the steps.
	 * @param steps the plan
	 * @param mode how far a transaction reaches
	 * @throws MigrateException if a step fails: what its transaction holds is rolled back
	 * @throws SQLException if the connection fails outside of a step
	 */
	void run(List<Step> steps, TransactionMode mode) throws SQLException {
		boolean single = mode == TransactionMode.SINGLE;
		if (single) {
			this.renderer.requireOneTransaction(this.directory, steps);
		}
		for (int i = 0; i < steps.size(); i++) {
			Step step = steps.get(i);
			ProcessEnd.refuse("The migration, before revision " + step.revision().id() + ",");
			logger.info("Running " + step.direction().id() + " " + step);
			run(step, mode, !single || i == steps.size() - 1);
		}
	}

	private boolean runsInTransaction(Step step) {
		return this.renderer.runsInTransaction(this.directory.script(step.revision().id()), step.direction());
	}

	private void run(Step step, TransactionMode mode, boolean commit) throws SQLException {
		StatementSink sink = new StatementSink(this.connection, this.dialect);
		boolean transaction = runsInTransaction(step);
		this.connection.setAutoCommit(!transaction);
		try {
			long start = System.nanoTime();
			String checksum = execute(step, sink, mode);
			long durationMs = (System.nanoTime() - start) / 1_000_000;
			// Some settings cannot be changed in a transaction
			if (sink.mayHaveChangedSession()) {
				this.session.pin(this.connection);
			}
			this.connection.setAutoCommit(false);
			this.session.verify(this.connection);
			this.recorder.record(this.connection, new StepRecord(step, checksum, durationMs, storedDowngrade(step)));
			if (commit) {
				this.connection.commit();
			}
		}
		catch (Exception ex) {
			rollback(ex);
			throw StepFailure.of(step, this.dialect, sink, mode, ex);
		}
	}

	private void rollback(Exception failure) {
		try {
			if (!this.connection.getAutoCommit()) {
				this.connection.rollback();
			}
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	private @Nullable String storedDowngrade(Step step) {
		return (step.direction() == Direction.UPGRADE)
				? this.renderer.storedDowngrade(this.directory.script(step.revision().id())).orElse(null) : null;
	}

	/** Execute a step, and return the checksum of the revision if it has one. */
	private @Nullable String execute(Step step, StatementSink sink, TransactionMode mode) throws Exception {
		RevisionScript script = this.directory.script(step.revision().id());
		if (script instanceof SqlRevisionScript sql) {
			execute(sql, step.direction(), sink);
			return sql.checksum();
		}
		return execute((JavaRevisionScript) script, step.direction(), sink, mode);
	}

	private void execute(SqlRevisionScript script, Direction direction, StatementSink sink) {
		SqlSection section = this.renderer.section(script, direction);
		List<SqlStatement> statements;
		try {
			statements = this.dialect.lexer().split(section.sql(), section.firstLine());
		}
		catch (ScriptSyntaxException ex) {
			throw StepFailure.syntax(script.revision(), ex);
		}
		if (section.transaction()) {
			statements.forEach((statement) -> TransactionControl.refuse(statement, "line " + statement.line()));
		}
		statements.forEach((statement) -> sink.execute(statement, "line " + statement.line()));
	}

	private @Nullable String execute(JavaRevisionScript script, Direction direction, StatementSink sink,
			TransactionMode mode) throws Exception {
		Migration migration = this.instances.create(script);
		OnlineOperations operations = new OnlineOperations(this.connection, this.dialect, sink, mode,
				script.className(), this.naming);
		operations.run(migration, direction);
		Optional<List<String>> statements = operations.reproducibleStatements();
		return (direction == Direction.UPGRADE) ? statements.map(Checksum::ofStatements).orElse(null) : null;
	}

}
