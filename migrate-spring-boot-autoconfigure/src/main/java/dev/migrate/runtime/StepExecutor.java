package dev.migrate.runtime;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.Migration;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptSyntaxException;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Step;
import dev.migrate.script.Checksum;
import dev.migrate.script.JavaRevisionScript;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;
import dev.migrate.script.SqlSection;

/**
 * Sends what a revision says to the connection.
 */
final class StepExecutor {

	private final Connection connection;

	private final Dialect dialect;

	private final ScriptDirectory directory;

	private final MigrationInstances instances;

	private final RuntimeSettings settings;

	private final RevisionRenderer renderer;

	StepExecutor(Connection connection, Dialect dialect, ScriptDirectory directory, MigrationInstances instances,
			RuntimeSettings settings) {
		this.connection = connection;
		this.dialect = dialect;
		this.directory = directory;
		this.instances = instances;
		this.settings = settings;
		this.renderer = new RevisionRenderer(dialect, instances, settings.naming());
	}

	RevisionRenderer renderer() {
		return this.renderer;
	}

	boolean runsInTransaction(Step step) {
		return this.renderer.runsInTransaction(script(step), step.direction());
	}

	private RevisionScript script(Step step) {
		return this.directory.script(step.revision().id());
	}

	/**
	 * The way back from a step, to be kept with its history.
	 * @param step the step
	 * @return a downgrade section, or {@code null} if the step is one itself or its way
	 * back cannot be written
	 */
	@Nullable String storedDowngrade(Step step) {
		return (step.direction() == Direction.UPGRADE) ? this.renderer.storedDowngrade(script(step)).orElse(null)
				: null;
	}

	/**
	 * Execute a step, but for the last statement if the sink leaves that.
	 * @param step the step
	 * @param sink takes its statements
	 * @return the checksum of the revision, if it has one
	 * @throws Exception if the revision or one of its statements fails
	 */
	@Nullable String execute(Step step, StatementSink sink) throws Exception {
		if (script(step) instanceof SqlRevisionScript sql) {
			execute(sql, step.direction(), sink);
			return sql.checksum();
		}
		return execute((JavaRevisionScript) script(step), step.direction(), sink);
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
			statements.forEach((statement) -> TransactionControl.refuse(statement, place(statement)));
		}
		for (int i = 0; i < statements.size(); i++) {
			SqlStatement statement = statements.get(i);
			if (section.transaction() && this.dialect.autocommitStatements().includes(statement.text())) {
				executeOutside(statement, sink);
			}
			else if (section.transaction() && i == statements.size() - 1) {
				sink.executeLast(statement, place(statement), () -> null);
			}
			else {
				sink.execute(statement, place(statement), () -> null);
			}
		}
	}

	private void executeOutside(SqlStatement statement, StatementSink sink) {
		if (this.settings.transactionMode() == TransactionMode.SINGLE) {
			throw new OperationException(
					"'%s' cannot be executed where one transaction holds all revisions; "
						.formatted(SqlText.shortened(statement)) + "set migrate.transaction=per-revision",
					place(statement));
		}
		sink.leaveTransaction(place(statement));
		sink.execute(statement, place(statement), () -> null);
		sink.enterTransaction();
	}

	private static String place(SqlStatement statement) {
		return "line " + statement.line();
	}

	private @Nullable String execute(JavaRevisionScript script, Direction direction, StatementSink sink)
			throws Exception {
		Migration migration = this.instances.create(script);
		OnlineOperations operations = new OnlineOperations(this.connection, this.dialect, sink,
				this.settings.transactionMode(), new CallSite(script.className()), this.settings.naming());
		try {
			operations.run(migration, direction);
		}
		catch (AssertionError | LinkageError | StackOverflowError ex) {
			// Mistakes of the revision, as exceptions are: the step is taken back for
			// them too
			throw new IllegalStateException(ex.toString(), ex);
		}
		Optional<List<String>> statements = operations.reproducibleStatements();
		return (direction == Direction.UPGRADE) ? statements.map(Checksum::ofStatements).orElse(null) : null;
	}

}
