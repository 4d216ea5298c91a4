package dev.migrate.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import dev.migrate.command.RevisionDetails;
import dev.migrate.revision.Revision;

/**
 * Description of one revision.
 *
 * @param revision the id
 * @param downRevision the ids of the revisions it builds on
 * @param branchLabels the labels of the branch that starts at it
 * @param dependsOn ids or labels of what must be applied before it
 * @param message what it does
 * @param createDate when it was written
 * @param source the file or class
 * @param head whether no revision builds on it
 * @param branchPoint whether several revisions build on it
 * @param mergePoint whether it builds on several revisions
 * @param applied whether the database has it, or {@code null} if it cannot be asked
 * @param upgradeSql its upgrade for the database's product, or {@code null} if it cannot
 * be written without reading from the database
 */
public record RevisionDetailsDescriptor(String revision, List<String> downRevision, Set<String> branchLabels,
		List<String> dependsOn, String message, @Nullable Instant createDate, String source, boolean head,
		boolean branchPoint, boolean mergePoint, @Nullable Boolean applied,
		@Nullable String upgradeSql) implements OperationResponseBody {

	static RevisionDetailsDescriptor of(RevisionDetails details, @Nullable Boolean applied,
			@Nullable String upgradeSql) {
		Revision revision = details.revision();
		return new RevisionDetailsDescriptor(revision.id(), revision.downRevisions(), revision.branchLabels(),
				revision.dependsOn(), revision.message(), revision.createDate(), revision.source(), details.head(),
				details.branchPoint(), details.mergePoint(), applied, upgradeSql);
	}

}
