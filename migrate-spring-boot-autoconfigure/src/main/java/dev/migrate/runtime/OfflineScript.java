package dev.migrate.runtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.StampPlan;
import dev.migrate.revision.Step;
import dev.migrate.schema.QualifiedName;
import dev.migrate.script.Checksum;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;

/**
 * Writes a plan as a script that brings a database to the state of an online run, version
 * rows and history included. Transactions are written where the product's DDL takes part
 * in them.
 */
public final class OfflineScript {

	private final Dialect dialect;

	private final RuntimeSettings settings;

	private final RevisionRenderer renderer;

	private final RecordStatements records;

	private final StringBuilder text = new StringBuilder();

	/**
	 * Create an empty script.
	 * @param dialect the product
	 * @param settings the settings
	 * @param instances creates Java revisions
	 */
	public OfflineScript(Dialect dialect, RuntimeSettings settings, MigrationInstances instances) {
		this.dialect = dialect;
		this.settings = settings;
		this.renderer = new RevisionRenderer(dialect, instances, settings.naming());
		this.records = new RecordStatements(dialect, name(settings.versionTable()), name(settings.historyTable()),
				null);
	}

	private QualifiedName name(String table) {
		return new QualifiedName(this.settings.schema(), table);
	}

	/**
	 * Write a plan.
	 * @param title what the script does, for its first line
	 * @param directory the revisions
	 * @param steps the plan
	 * @return the script, with a line feed at its end
	 * @throws dev.migrate.revision.MigrateException if a revision cannot be written
	 * without reading from a database
	 */
	public String write(String title, ScriptDirectory directory, List<Step> steps) {
		List<RenderedStep> rendered = steps.stream()
			.map((step) -> new RenderedStep(step,
					this.renderer.render(directory.script(step.revision().id()), step.direction())))
			.toList();
		begin(title, steps);
		if (rendered.stream().anyMatch(RenderedStep::mayChangeSession)) {
			statement(this.dialect.sessionGuard().rememberStatement());
		}
		boolean single = this.settings.transactionMode() == TransactionMode.SINGLE;
		if (single) {
			this.renderer.requireOneTransaction(directory, steps);
			rendered.forEach((step) -> RevisionRenderer.requireInside(step.step().revision(), step.statements()));
		}
		inTransaction(single, () -> rendered.forEach((step) -> write(directory, step, !single)));
		return this.text.toString();
	}

	/**
	 * Write a stamp.
	 * @param title what the script does, for its first line
	 * @param graph the revisions
	 * @param plan what becomes of the version rows
	 * @return the script, with a line feed at its end
	 */
	public String writeStamp(String title, RevisionGraph graph, StampPlan plan) {
		List<Step> steps = StampSteps.of(graph, plan);
		begin(title, steps);
		inTransaction(this.dialect.transactionalDdl() && !steps.isEmpty(),
				() -> steps.forEach((step) -> record(step, null, null)));
		return this.text.toString();
	}

	private void begin(String title, List<Step> steps) {
		this.text.append("-- ").append(title).append(" (").append(this.dialect.name()).append(")\n");
		String command = this.dialect.scriptCommand();
		if (command != null) {
			this.text.append("-- Stop at the first error: ").append(command).append('\n');
		}
		if (!steps.isEmpty()) {
			this.text.append('\n');
			if (this.settings.schema() != null) {
				statement(this.dialect.sessionGuard().schemaStatement(this.settings.schema()));
			}
			VersionTables tables = new VersionTables(this.dialect);
			tables.createVersionTable(name(this.settings.versionTable()), true).forEach(this::statement);
			tables.createHistoryTable(name(this.settings.historyTable()), true).forEach(this::statement);
		}
	}

	private void inTransaction(boolean transaction, Runnable content) {
		if (transaction) {
			statement("BEGIN");
		}
		content.run();
		if (transaction) {
			statement("COMMIT");
		}
	}

	private void write(ScriptDirectory directory, RenderedStep rendered, boolean ownTransaction) {
		Step step = rendered.step();
		boolean transactional = ownTransaction && this.dialect.transactionalDdl();
		this.text.append("\n-- Running ")
			.append(step.direction().id())
			.append(' ')
			.append(step.toString().strip())
			.append("\n\n");
		RevisionScript script = directory.script(step.revision().id());
		boolean upgrade = step.direction() == Direction.UPGRADE;
		List<String> statements = rendered.statements();
		String downgradeSql = upgrade ? this.renderer.storedDowngrade(script).orElse(null) : null;
		String checksum = checksum(script, upgrade, statements);
		boolean inside = this.renderer.runsInTransaction(script, step.direction());
		if (!inside) {
			statements.forEach(this::statement);
		}
		inTransaction(transactional, () -> {
			if (inside) {
				statements.forEach(this::statement);
			}
			if (rendered.mayChangeSession()) {
				statement(this.dialect.sessionGuard().pinStatement());
			}
			record(step, checksum, downgradeSql);
		});
	}

	private void record(Step step, @Nullable String checksum, @Nullable String downgradeSql) {
		this.records.all(new StepRecord(step, checksum, 0, downgradeSql))
			.forEach((statement) -> statement(SqlText.of(this.dialect, statement)));
	}

	private static @Nullable String checksum(RevisionScript script, boolean upgrade, List<String> statements) {
		if (script instanceof SqlRevisionScript sql) {
			return sql.checksum();
		}
		return upgrade ? Checksum.ofStatements(statements) : null;
	}

	private void statement(String sql) {
		this.text.append(SqlText.terminated(sql)).append('\n');
	}

	/**
	 * A step and its statements.
	 */
	private record RenderedStep(Step step, List<String> statements) {

		boolean mayChangeSession() {
			return this.statements.stream().anyMatch(StatementKind::mayChangeSession);
		}

	}

}
