package dev.migrate.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.StampPlan;
import dev.migrate.revision.Step;

/**
 * How a stamp is recorded: an entry of the history for each target (for {@code base}, for
 * each row that goes), of which the first changes the version rows.
 */
final class StampSteps {

	private StampSteps() {
	}

	static List<Step> of(RevisionGraph graph, StampPlan plan) {
		List<Step> steps = new ArrayList<>();
		if (plan.isEmpty()) {
			return steps;
		}
		Iterable<String> logged = plan.targets().isEmpty() ? plan.deletedRows() : plan.targets();
		for (String id : logged) {
			Revision known = graph.find(id);
			Revision revision = (known != null) ? known : new Revision(id, List.of(), Set.of(), List.of(),
					"Unknown to the build that removed it", null, "unknown");
			steps.add(steps.isEmpty() ? new Step(Direction.STAMP, revision, plan.deletedRows(), plan.insertedRows())
					: new Step(Direction.STAMP, revision, Set.of(), Set.of()));
		}
		return steps;
	}

}
