package dev.migrate.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.migrate.command.RevisionDetails;
import dev.migrate.revision.Revision;

/**
 * A revision for people, in the layouts of Alembic.
 *
 * @param colours the colours
 */
record RevisionText(Colours colours) {

	/** The width of the ids that are made by default. */
	private static final String CHILD = " ".repeat(12) + " -> ";

	/**
	 * An applied revision: {@code ID (head)}.
	 */
	String current(RevisionDetails details) {
		return id(details) + marks(headMark(details) + treeMarks(details));
	}

	/**
	 * A head: {@code ID (LABELS) (head)}.
	 */
	String head(RevisionDetails details) {
		return id(details) + marks(labels(details) + headMark(details));
	}

	/**
	 * A revision in its history: {@code DOWN -> ID (marks), MESSAGE}.
	 */
	String history(RevisionDetails details, boolean indicateCurrent) {
		Revision revision = details.revision();
		String dependencies = revision.dependsOn().isEmpty() ? "" : inParentheses(revision.dependsOn());
		return parents(revision) + dependencies + " -> " + id(details) + marks(
				labels(details) + headMark(details) + currentMark(details, indicateCurrent) + treeMarks(details)) + ", "
				+ revision.message();
	}

	/**
	 * A branch point: {@code ID (LABELS) (branchpoint)}.
	 */
	String branch(RevisionDetails details) {
		return id(details) + marks(labels(details) + headMark(details) + treeMarks(details));
	}

	/**
	 * A child below its branch point.
	 */
	String child(RevisionDetails details, boolean verbose) {
		return CHILD + branch(details) + (verbose ? ", " + details.revision().message() : "");
	}

	/**
	 * Everything about a revision.
	 */
	List<String> describe(RevisionDetails details, boolean indicateCurrent) {
		Revision revision = details.revision();
		List<String> lines = new ArrayList<>();
		lines.add("Rev: " + id(details) + marks(
				(details.head() ? " (head)" : "") + treeMarks(details) + currentMark(details, indicateCurrent)));
		lines.add((details.mergePoint() ? "Merges: " : "Parent: ") + parents(revision));
		if (details.branchPoint()) {
			lines.add("Branches into: " + String.join(", ", details.children()));
		}
		if (!details.labels().isEmpty()) {
			lines.add("Branch labels: " + String.join(", ", details.labels()));
		}
		if (!revision.dependsOn().isEmpty()) {
			lines.add("Depends on: " + String.join(", ", revision.dependsOn()));
		}
		lines.add("Path: " + revision.source());
		lines.add("");
		revision.message().lines().forEach((line) -> lines.add(("    " + line).stripTrailing()));
		if (revision.createDate() != null) {
			lines.add("");
			lines.add("    Create Date: " + revision.createDate());
		}
		lines.add("");
		return lines;
	}

	private String id(RevisionDetails details) {
		return this.colours.id(details.revision().id());
	}

	private String marks(String marks) {
		return this.colours.marks(marks);
	}

	private static String parents(Revision revision) {
		return revision.isBase() ? "<base>" : String.join(", ", revision.downRevisions());
	}

	private static String labels(RevisionDetails details) {
		return details.labels().isEmpty() ? "" : inParentheses(details.labels());
	}

	private static String inParentheses(Collection<String> names) {
		return " (" + String.join(", ", names) + ")";
	}

	private static String headMark(RevisionDetails details) {
		if (details.effectiveHead()) {
			return " (effective head)";
		}
		return details.head() ? " (head)" : "";
	}

	private static String currentMark(RevisionDetails details, boolean indicateCurrent) {
		return (indicateCurrent && details.current()) ? " (current)" : "";
	}

	private static String treeMarks(RevisionDetails details) {
		return (details.branchPoint() ? " (branchpoint)" : "") + (details.mergePoint() ? " (mergepoint)" : "");
	}

}
