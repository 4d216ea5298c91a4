package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What two texts differ in, line by line: {@code - } what only the old one has,
 * {@code + } what only the new one has, two blanks what both have.
 */
final class LineDifference {

	private LineDifference() {
	}

	/**
	 * Compare two texts by their longest common subsequence of lines.
	 * @param old the old text
	 * @param present the new text
	 * @return the marked lines, empty if the lines are the same
	 */
	static List<String> of(String old, String present) {
		List<String> before = old.lines().map(String::stripTrailing).toList();
		List<String> after = present.lines().map(String::stripTrailing).toList();
		return before.equals(after) ? List.of() : mark(before, after, common(before, after));
	}

	/** The length of the longest common subsequence from each pair of lines on. */
	private static int[][] common(List<String> before, List<String> after) {
		int[][] common = new int[before.size() + 1][after.size() + 1];
		for (int i = before.size() - 1; i >= 0; i--) {
			for (int j = after.size() - 1; j >= 0; j--) {
				common[i][j] = before.get(i).equals(after.get(j)) ? common[i + 1][j + 1] + 1
						: Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		return common;
	}

	private static List<String> mark(List<String> before, List<String> after, int[][] common) {
		List<String> lines = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < before.size() || j < after.size()) {
			if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
				lines.add("  " + before.get(i++));
				j++;
			}
			else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
				lines.add("- " + before.get(i++));
			}
			else {
				lines.add("+ " + after.get(j++));
			}
		}
		return lines;
	}

}
