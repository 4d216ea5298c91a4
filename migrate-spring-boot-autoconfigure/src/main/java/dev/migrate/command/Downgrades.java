package dev.migrate.command;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.revision.RevisionResolver;
import dev.migrate.revision.Step;
import dev.migrate.runtime.HistoryRevisions;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.Migrator;
import dev.migrate.runtime.Migrator.Goal;
import dev.migrate.script.ScriptDirectory;

/**
 * Takes revisions back, those of this build and, if asked, those that only the history
 * knows.
 */
final class Downgrades {

	private static final Log logger = LogFactory.getLog(Downgrades.class);

	private static final String HEAD = "head";

	private final Migrator migrator;

	private final Protection protection;

	Downgrades(Migrator migrator, Protection protection) {
		this.migrator = migrator;
		this.protection = protection;
	}

	List<Step> execute(ScriptDirectory directory, String target, boolean fromHistory) {
		return fromHistory ? executeFromHistory(directory, target) : executeOwn(directory, target);
	}

	private List<Step> executeOwn(ScriptDirectory directory, String target) {
		List<Step> steps = migrate(directory, goal(target));
		if (steps.isEmpty()) {
			// Nothing of this build is above the target, but something of a newer one may
			// be
			this.migrator.historyRevisions().requireNone(directory);
		}
		return steps;
	}

	private List<Step> executeFromHistory(ScriptDirectory directory, String target) {
		HistoryRevisions history = this.migrator.historyRevisions();
		ScriptDirectory complete = history.complete(directory);
		Goal goal = goal(ownHead(directory, target));
		return migrate(complete, (planner, rows) -> history.requireDowngrades(complete, goal.plan(planner, rows)));
	}

	private List<Step> migrate(ScriptDirectory directory, Goal goal) {
		if (!this.protection.enabled()) {
			return this.migrator.migrate(directory, goal);
		}
		List<Step> confirmed = this.migrator.plan(directory, goal);
		if (confirmed.isEmpty()) {
			return confirmed;
		}
		this.protection.require(this.migrator.session(), "migrate downgrade",
				() -> this.migrator.losses().of(directory, confirmed));
		return this.migrator.migrate(directory, (planner, rows) -> {
			List<Step> steps = goal.plan(planner, rows);
			if (!steps.equals(confirmed)) {
				throw new MigrationException(Kind.CONCURRENT_CHANGE,
						"The database was migrated by someone else while the downgrade was being confirmed",
						"nothing was executed; start again");
			}
			return steps;
		});
	}

	/** With the revisions of a newer build another one is the head. */
	private static String ownHead(ScriptDirectory directory, String target) {
		boolean head = target.equals(HEAD) && !directory.graph().heads().isEmpty();
		return head ? new RevisionResolver(directory.graph()).resolve(target, List.of()).get(0) : target;
	}

	private static Goal goal(String target) {
		return (planner, rows) -> {
			String warning = planner.downgradeWarning(rows, target);
			if (warning != null) {
				logger.warn(warning);
			}
			return planner.downgrade(rows, target);
		};
	}

}
