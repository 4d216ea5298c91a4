package dev.migrate.revision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of the version rows when a database is stamped. A row that stays is
 * neither among the deleted nor among the inserted ones.
 *
 * @param targets the ids of the revisions to stamp, without repetition; empty for
 * {@code base}
 * @param deletedRows the version rows to remove
 * @param insertedRows the version rows to add
 */
public record StampPlan(List<String> targets, Set<String> deletedRows, Set<String> insertedRows) {

	public StampPlan {
		targets = List.copyOf(targets);
		deletedRows = Collections.unmodifiableSet(new LinkedHashSet<>(deletedRows));
		insertedRows = Collections.unmodifiableSet(new LinkedHashSet<>(insertedRows));
	}

	/**
	 * Whether the version rows are as the stamp wants them already.
	 * @return whether nothing changes
	 */
	public boolean isEmpty() {
		return this.deletedRows.isEmpty() && this.insertedRows.isEmpty();
	}

}
