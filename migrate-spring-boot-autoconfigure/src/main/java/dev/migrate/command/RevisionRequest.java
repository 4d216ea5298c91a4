package dev.migrate.command;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.script.RevisionFormat;

/**
 * What a new revision shall be.
 *
 * @param message what it does, in a line
 * @param format the language it is written in, or {@code null} for the configured one
 * @param heads the symbols of the revisions it builds on; none for {@code head}
 * @param splice whether it may build on a revision that is no head
 * @param branchLabels the labels of the branch that starts with it
 * @param dependsOn the symbols of what must be applied before it
 * @param versionPath the folder to write to, or {@code null} for the configured one
 * @param id the id, or {@code null} for one in the configured style
 */
public record RevisionRequest(String message, @Nullable RevisionFormat format, List<String> heads, boolean splice,
		List<String> branchLabels, List<String> dependsOn, @Nullable Path versionPath, @Nullable String id) {

	public RevisionRequest {
		heads = List.copyOf(heads);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
	}

	/**
	 * An empty revision on the only head.
	 * @param message what it does, in a line
	 * @return the request
	 */
	public static RevisionRequest of(String message) {
		return new RevisionRequest(message, null, List.of(), false, List.of(), List.of(), null, null);
	}

}
