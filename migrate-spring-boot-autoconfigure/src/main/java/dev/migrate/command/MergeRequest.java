package dev.migrate.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a new merge revision shall be.
 *
 * @param message what it does, in a line, or an empty text for one that names what it
 * merges
 * @param revisions the symbols of what it merges; {@code heads} for all heads
 * @param splice whether it may merge revisions that are no heads
 * @param branchLabels the labels of the branch that starts with it
 * @param id the id, or {@code null} for one in the configured style
 */
public record MergeRequest(String message, List<String> revisions, boolean splice, List<String> branchLabels,
		@Nullable String id) {

	public MergeRequest {
		revisions = List.copyOf(revisions);
		branchLabels = List.copyOf(branchLabels);
	}

}
