package dev.migrate.revision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One step of a plan: a revision to apply or to take back, and what becomes of the
 * version rows with it. The rows are always the maximal applied revisions, under
 * versioned ancestry and dependencies together.
 *
 * @param direction whether the revision is applied or taken back
 * @param revision the revision
 * @param deletedRows the version rows that the step removes; all of them must be there
 * @param insertedRows the version rows that the step adds; none of them may be there
 */
public record Step(Direction direction, Revision revision, Set<String> deletedRows, Set<String> insertedRows) {

	public Step {
		deletedRows = Collections.unmodifiableSet(new LinkedHashSet<>(deletedRows));
		insertedRows = Collections.unmodifiableSet(new LinkedHashSet<>(insertedRows));
	}

	/**
	 * The step as Alembic's log shows it, {@code down -> up, message}.
	 * @return a line
	 */
	@Override
	public String toString() {
		String down = this.revision.isBase() ? "" : String.join(", ", this.revision.downRevisions());
		return (this.direction == Direction.DOWNGRADE)
				? "%s -> %s, %s".formatted(this.revision.id(), down, this.revision.message())
				: "%s -> %s, %s".formatted(down, this.revision.id(), this.revision.message());
	}

}
