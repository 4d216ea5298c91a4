package dev.migrate.actuate;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * Description of a revision that is not applied.
 *
 * @param revision the id
 * @param downRevision the ids of the revisions it builds on
 * @param message what it does
 * @param createDate when it was written
 * @param source the file or class
 */
public record RevisionDescriptor(String revision, List<String> downRevision, String message,
		@Nullable Instant createDate, String source) {

	static RevisionDescriptor of(Revision revision) {
		return new RevisionDescriptor(revision.id(), revision.downRevisions(), revision.message(),
				revision.createDate(), revision.source());
	}

}
