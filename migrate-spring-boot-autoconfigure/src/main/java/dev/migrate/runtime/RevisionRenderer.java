package dev.migrate.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.Migration;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptSyntaxException;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.NamingConvention;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.Checksum;
import dev.migrate.script.JavaRevisionScript;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;
import dev.migrate.script.SqlSection;

/**
 * Writes revisions as SQL, without a database.
 */
public final class RevisionRenderer {

	private final Dialect dialect;

	private final MigrationInstances instances;

	private final NamingConvention naming;

	/**
	 * Create a renderer.
	 * @param dialect the product
	 * @param instances creates Java revisions
	 * @param naming names constraints without a name
	 */
	public RevisionRenderer(Dialect dialect, MigrationInstances instances, NamingConvention naming) {
		this.dialect = dialect;
		this.instances = instances;
		this.naming = naming;
	}

	/**
	 * Write one direction of a revision.
	 * @param script the revision
	 * @param direction upgrade or downgrade
	 * @return the statements, without what ends them
	 * @throws MigrateException if it cannot be written: it needs a database, or has no
	 * such section for the product
	 */
	public List<String> render(RevisionScript script, Direction direction) {
		if (script instanceof SqlRevisionScript sql) {
			return render(sql, direction);
		}
		JavaRevisionScript java = (JavaRevisionScript) script;
		return render(java, this.instances.create(java), direction);
	}

	private List<String> render(SqlRevisionScript script, Direction direction) {
		SqlSection section = section(script, direction);
		try {
			List<String> texts = new ArrayList<>();
			for (SqlStatement statement : this.dialect.lexer().split(section.sql(), section.firstLine())) {
				boolean outside = section.transaction()
						&& this.dialect.autocommitStatements().includes(statement.text());
				if (outside) {
					texts.add(SqlText.COMMIT);
				}
				texts.add(SqlText.of(this.dialect, statement));
				if (outside) {
					texts.add(SqlText.BEGIN);
				}
			}
			return texts;
		}
		catch (ScriptSyntaxException ex) {
			throw StepFailure.syntax(script.revision(), ex);
		}
	}

	private List<String> render(JavaRevisionScript script, Migration migration, Direction direction) {
		return render(script, migration, direction, new CallSite(script.className()));
	}

	private List<String> render(JavaRevisionScript script, Migration migration, Direction direction,
			CallSite callSite) {
		OfflineOperations operations = new OfflineOperations(this.dialect, callSite, this.naming);
		try {
			operations.run(migration, direction);
		}
		catch (OperationException ex) {
			throw StepFailure.notRenderable(script.revision(), ex.place(), ex);
		}
		catch (Exception ex) {
			throw StepFailure.notRenderable(script.revision(), "", ex);
		}
		return operations.written();
	}

	/**
	 * The section of an SQL revision that serves the product.
	 * @param script the revision
	 * @param direction upgrade or downgrade
	 * @return the section
	 * @throws MigrationException if there is none
	 */
	SqlSection section(SqlRevisionScript script, Direction direction) {
		return script.section(direction, this.dialect.name()).orElseThrow(() -> {
			Revision revision = script.revision();
			return new MigrationException(Kind.UNSUPPORTED, "Revision %s (%s) has no section '-- migrate:%s' for %s"
				.formatted(revision.id(), revision.source(), direction.id(), this.dialect.name()), "write one");
		});
	}

	boolean runsInTransaction(RevisionScript script, Direction direction) {
		return !(script instanceof SqlRevisionScript sql) || section(sql, direction).transaction();
	}

	/**
	 * Check that one transaction can hold all steps of a run.
	 * @param directory the revisions
	 * @param steps the run
	 * @throws MigrationException if the product or a step does not allow it
	 */
	void requireOneTransaction(ScriptDirectory directory, List<Step> steps) {
		if (!this.dialect.transactionalDdl()) {
			throw new MigrationException(Kind.UNSUPPORTED,
					"One transaction cannot hold all revisions on %s, which commits DDL".formatted(this.dialect.name()),
					"set migrate.transaction=per-revision");
		}
		for (Step step : steps) {
			Revision revision = step.revision();
			if (!runsInTransaction(directory.script(revision.id()), step.direction())) {
				throw outside(revision);
			}
		}
	}

	/**
	 * Whether a revision performs a part of its operations outside its transaction.
	 * @param statements its statements
	 * @return whether the transaction is left and entered again among them
	 */
	static boolean leavesTransaction(List<String> statements) {
		return statements.contains(SqlText.COMMIT);
	}

	/**
	 * Check that one transaction can hold the steps of a run, as far as the statements
	 * tell.
	 * @param revision the revision
	 * @param statements its statements
	 * @throws MigrationException if the revision leaves the transaction
	 */
	static void requireInside(Revision revision, List<String> statements) {
		if (leavesTransaction(statements)) {
			throw outside(revision);
		}
	}

	private static MigrationException outside(Revision revision) {
		return new MigrationException(Kind.UNSUPPORTED,
				"Revision %s (%s) runs outside a transaction".formatted(revision.id(), revision.source()),
				"set migrate.transaction=per-revision");
	}

	/**
	 * The way back from a revision, to be kept with its history.
	 * @param script the revision
	 * @return a downgrade section, or empty if it cannot be written without the revision
	 */
	Optional<String> storedDowngrade(RevisionScript script) {
		if (script instanceof SqlRevisionScript sql) {
			return sql.section(Direction.DOWNGRADE, this.dialect.name())
				.map((section) -> directive(section.transaction()) + section.sql());
		}
		JavaRevisionScript java = (JavaRevisionScript) script;
		return this.instances.independent(java).flatMap((migration) -> storedDowngrade(java, migration));
	}

	private Optional<String> storedDowngrade(JavaRevisionScript java, Supplier<Migration> migration) {
		try {
			StringBuilder text = new StringBuilder(directive(true));
			List<String> statements = render(java, migration.get(), Direction.DOWNGRADE, CallSite.UNKNOWN);
			if (leavesTransaction(statements)) {
				return Optional.empty();
			}
			statements.forEach((statement) -> text.append(SqlText.terminated(statement)));
			return Optional.of(text.toString());
		}
		catch (MigrateException | AssertionError | LinkageError | StackOverflowError ex) {
			// Whoever executes the revision is told
			return Optional.empty();
		}
	}

	/**
	 * Whether a revision says something else than what a checksum was recorded of.
	 * @param script the revision
	 * @param recorded a checksum of its upgrade
	 * @return whether it differs; not so if the revision has no checksum of that kind
	 */
	boolean differs(RevisionScript script, String recorded) {
		String checksum = checksum(script);
		return checksum != null && Checksum.areComparable(checksum, recorded) && !checksum.equals(recorded);
	}

	/**
	 * The checksum of a revision, where it can be told without a database.
	 * @param script the revision
	 * @return the checksum, or {@code null}
	 */
	@Nullable String checksum(RevisionScript script) {
		if (script instanceof SqlRevisionScript sql) {
			return sql.checksum();
		}
		try {
			return Checksum.ofStatements(render(script, Direction.UPGRADE));
		}
		catch (MigrateException ex) {
			return null;
		}
	}

	private static String directive(boolean transaction) {
		return transaction ? "-- migrate:downgrade\n" : "-- migrate:downgrade transaction=false\n";
	}

}
