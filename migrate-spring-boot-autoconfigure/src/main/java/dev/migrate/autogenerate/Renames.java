package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.migrate.schema.QualifiedName;

/**
 * What an operator says was renamed, so that its rows are kept: tables and columns that
 * are dropped and made anew otherwise.
 *
 * @param tables the new names of tables, by their old ones
 * @param columns the renamed columns
 */
public record Renames(Map<QualifiedName, QualifiedName> tables, List<RenamedColumn> columns) {

	/** Nothing was renamed. */
	public static final Renames NONE = new Renames(Map.of(), List.of());

	/**
	 * Create renames.
	 */
	public Renames {
		// The order of operations is the same each time
		tables = Collections.unmodifiableMap(new TreeMap<>(tables));
		columns = List.copyOf(columns);
	}

	/**
	 * Parse what is typed.
	 * @param columns renamed columns, as {@code users.name=users.full_name}
	 * @param tables renamed tables, as {@code users=people}
	 * @return the renames
	 * @throws IllegalArgumentException if one cannot be read, with a sentence that says
	 * so
	 */
	public static Renames parse(List<String> columns, List<String> tables) {
		Map<QualifiedName, QualifiedName> renamedTables = new TreeMap<>();
		for (String text : tables) {
			String[] sides = sides(text, "old=new");
			QualifiedName from = name(sides[0], text);
			QualifiedName to = name(sides[1], text);
			if (!Objects.equals(from.schema(), to.schema())) {
				throw new IllegalArgumentException("The rename '%s' leads to another schema".formatted(text));
			}
			if (renamedTables.containsValue(to)) {
				throw new IllegalArgumentException("Two tables are renamed to %s".formatted(to));
			}
			if (renamedTables.put(from, to) != null) {
				throw new IllegalArgumentException("The table %s is renamed twice".formatted(from));
			}
		}
		List<RenamedColumn> renamedColumns = new ArrayList<>();
		for (String text : columns) {
			String[] sides = sides(text, "table.old=table.new");
			QualifiedColumn from = QualifiedColumn.parse(sides[0], text);
			QualifiedColumn to = QualifiedColumn.parse(sides[1], text);
			QualifiedName table = renamedTables.getOrDefault(from.table(), from.table());
			if (!table.equals(to.table()) && !from.table().equals(to.table())) {
				throw new IllegalArgumentException(
						"The rename '%s' leads to another table, which a rename cannot".formatted(text));
			}
			renamedColumns.forEach((other) -> requireAnother(other, table, from.column(), to.column()));
			renamedColumns.add(new RenamedColumn(table, from.column(), to.column()));
		}
		return new Renames(renamedTables, renamedColumns);
	}

	/**
	 * These renames and others.
	 * @param others further renames
	 * @return all of them
	 */
	public Renames and(List<Rename> others) {
		Map<QualifiedName, QualifiedName> allTables = new TreeMap<>(this.tables);
		List<RenamedColumn> allColumns = new ArrayList<>(this.columns);
		for (Rename rename : others) {
			if (rename.column() != null) {
				allColumns.add(new RenamedColumn(rename.table(), rename.column(), rename.newName()));
			}
			else {
				allTables.put(rename.table(), rename.table().sibling(rename.newName()));
			}
		}
		return new Renames(allTables, allColumns);
	}

	private static void requireAnother(RenamedColumn other, QualifiedName table, String from, String to) {
		if (other.table().equals(table) && other.column().equals(from)) {
			throw new IllegalArgumentException("The column %s.%s is renamed twice".formatted(table, from));
		}
		if (other.table().equals(table) && other.newName().equals(to)) {
			throw new IllegalArgumentException("Two columns are renamed to %s.%s".formatted(table, to));
		}
	}

	private static QualifiedName name(String text, String rename) {
		try {
			return QualifiedName.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("The rename '%s' names no table: %s".formatted(rename, ex.getMessage()),
					ex);
		}
	}

	private static String[] sides(String text, String form) {
		String[] sides = text.split("=", -1);
		if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank() || sides[0].equals(sides[1])) {
			throw new IllegalArgumentException("The rename '%s' is not of the form %s".formatted(text, form));
		}
		return sides;
	}

	/**
	 * A renamed column.
	 *
	 * @param table the table, by its new name if it is renamed too
	 * @param column the old name
	 * @param newName the new name
	 */
	public record RenamedColumn(QualifiedName table, String column, String newName) {
	}

	private record QualifiedColumn(QualifiedName table, String column) {

		static QualifiedColumn parse(String text, String rename) {
			int dot = text.lastIndexOf('.');
			if (dot <= 0 || dot == text.length() - 1) {
				throw new IllegalArgumentException(
						"The rename '%s' is not of the form table.old=table.new".formatted(rename));
			}
			return new QualifiedColumn(name(text.substring(0, dot), rename), text.substring(dot + 1));
		}

	}

}
