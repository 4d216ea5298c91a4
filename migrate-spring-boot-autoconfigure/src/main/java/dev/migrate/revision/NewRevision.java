package dev.migrate.revision;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The identifiers of a revision that is about to be written.
 *
 * @param id its id
 * @param downRevisions the ids of the revisions it builds on
 * @param branchLabels the labels it declares
 * @param dependsOn ids, or labels where a label was typed
 */
public record NewRevision(String id, List<String> downRevisions, Set<String> branchLabels, List<String> dependsOn) {

	public NewRevision {
		downRevisions = List.copyOf(downRevisions);
		branchLabels = Collections.unmodifiableSet(new LinkedHashSet<>(branchLabels));
		dependsOn = List.copyOf(dependsOn);
	}

}
