package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws revisions as {@code git log --graph} draws commits: a star for each, newest
 * first, joined with what it builds on by lines in columns. A column is two characters
 * wide, and its line leads down to the revision that it stands for.
 */
final class HistoryGraph {

	private final Set<String> known;

	/** The revisions that lines lead to, from left to right. */
	private final List<String> columns = new ArrayList<>();

	private final List<String> drawn = new ArrayList<>();

	/** The rows of the revision that is being drawn, and the most columns in them. */
	private final List<Row> rows = new ArrayList<>();

	private int width;

	private HistoryGraph(Set<String> known) {
		this.known = known;
	}

	/**
	 * Draw revisions.
	 * @param nodes the revisions, each before what it builds on
	 * @return the lines of the drawing, with the revisions' own lines beside
	 */
	static List<String> draw(List<Node> nodes) {
		HistoryGraph graph = new HistoryGraph(nodes.stream().map(Node::id).collect(Collectors.toSet()));
		nodes.forEach(graph::add);
		return graph.drawn;
	}

	private void add(Node node) {
		if (!this.columns.contains(node.id())) {
			this.columns.add(node.id());
		}
		int column = this.columns.indexOf(node.id());
		List<String> parents = node.parents().stream().filter(this.known::contains).distinct().toList();
		int dashes = Math.max(0, parents.size() - 2);
		this.rows.clear();
		makeRoom(column, dashes);
		this.rows.forEach((row) -> this.drawn.add(row.toString()));
		this.rows.clear();
		this.width = this.columns.size() + dashes;
		drawStar(column, dashes);
		leadOn(column, parents, dashes);
		print(node.lines());
	}

	/**
	 * Move the lines on the right out of the way of the dashes to many parents.
	 */
	private void makeRoom(int column, int dashes) {
		if (column == this.columns.size() - 1) {
			return;
		}
		for (int moved = 0; moved < dashes; moved++) {
			Row row = straight(column + 1);
			for (int right = column + 1; right < this.columns.size(); right++) {
				row.put(2 * (right + moved) + 1, '\\');
			}
			this.rows.add(row);
		}
	}

	private void drawStar(int column, int dashes) {
		Row row = straight(column).put(2 * column, '*');
		for (int dash = 1; dash <= 2 * dashes; dash++) {
			row.put(2 * column + dash, (dash == 2 * dashes) ? '.' : '-');
		}
		for (int right = column + 1; right < this.columns.size(); right++) {
			row.put(2 * (right + dashes), '|');
		}
		this.rows.add(row);
	}

	/**
	 * Draw the lines from a revision to its parents.
	 */
	private void leadOn(int column, List<String> parents, int dashes) {
		if (parents.isEmpty()) {
			end(column);
		}
		else if (parents.size() == 1) {
			this.columns.set(column, parents.get(0));
		}
		else if (!joinNeighbour(column, parents)) {
			fork(column, parents, dashes);
		}
		for (int right = 1; right < this.columns.size(); right++) {
			int left = this.columns.indexOf(this.columns.get(right));
			if (left < right) {
				join(left, right);
				right--;
			}
		}
	}

	private void end(int column) {
		this.columns.remove(column);
		if (column < this.columns.size()) {
			Row row = straight(column);
			for (int right = column; right < this.columns.size(); right++) {
				row.put(2 * right + 1, '/');
			}
			this.rows.add(row);
		}
	}

	/**
	 * One of two parents that the next column leads to anyway needs no column of its own.
	 */
	private boolean joinNeighbour(int column, List<String> parents) {
		for (int neighbour : new int[] { column - 1, column + 1 }) {
			boolean exists = parents.size() == 2 && neighbour >= 0 && neighbour < this.columns.size();
			if (exists && parents.contains(this.columns.get(neighbour))) {
				boolean first = parents.get(0).equals(this.columns.get(neighbour));
				this.columns.set(column, parents.get(first ? 1 : 0));
				Row row = straight(this.columns.size());
				this.rows.add((neighbour < column) ? row.put(2 * column - 1, '/') : row.put(2 * column + 1, '\\'));
				return true;
			}
		}
		return false;
	}

	private void fork(int column, List<String> parents, int dashes) {
		Row row = straight(column + 1);
		for (int inserted = 1; inserted < parents.size(); inserted++) {
			row.put(2 * (column + inserted) - 1, '\\');
		}
		for (int right = column + 1; right < this.columns.size(); right++) {
			row.put(2 * (right + dashes) + 1, '\\');
		}
		this.rows.add(row);
		this.columns.remove(column);
		this.columns.addAll(column, parents);
		this.width = Math.max(this.width, this.columns.size());
	}

	/**
	 * Let a line run into another one on its left that leads to the same revision, across
	 * those between them. The lines on its right move up.
	 */
	private void join(int left, int right) {
		Row row = straight(right);
		for (int between = left + 2; between < right; between++) {
			row.put(2 * between - 1, '_');
		}
		for (int moving = right; moving < this.columns.size(); moving++) {
			row.put(2 * moving - 1, '/');
		}
		this.rows.add(row);
		this.columns.remove(right);
		if (left + 1 < right) {
			this.rows.add(straight(this.columns.size()).put(2 * left + 1, '/'));
		}
	}

	private void print(List<String> lines) {
		for (int i = 0; i < Math.max(this.rows.size(), lines.size()); i++) {
			Row row = (i < this.rows.size()) ? this.rows.get(i) : straight(this.columns.size());
			String line = (i < lines.size()) ? lines.get(i) : "";
			this.drawn.add((row.padded(2 * this.width) + line).stripTrailing());
		}
	}

	/**
	 * A row in which the lines of the first columns go straight down.
	 */
	private static Row straight(int columns) {
		Row row = new Row();
		for (int column = 0; column < columns; column++) {
			row.put(2 * column, '|');
		}
		return row;
	}

	/**
	 * A revision to draw.
	 *
	 * @param id what it is
	 * @param parents what it builds on
	 * @param lines what to write beside it
	 */
	record Node(String id, List<String> parents, List<String> lines) {

	}

	private static final class Row {

		private final StringBuilder characters = new StringBuilder();

		Row put(int position, char character) {
			padTo(position + 1);
			this.characters.setCharAt(position, character);
			return this;
		}

		String padded(int length) {
			padTo(length);
			return this.characters.toString();
		}

		private void padTo(int length) {
			if (this.characters.length() < length) {
				this.characters.append(" ".repeat(length - this.characters.length()));
			}
		}

		@Override
		public String toString() {
			return this.characters.toString();
		}

	}

}
