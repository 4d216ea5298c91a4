package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Table;

/**
 * Finds what may have been renamed, and looks as if one thing went and another came:
 * columns of one table with equal types, tables with equal columns. Only a person can
 * tell, and each is asked for once.
 */
public final class RenameCandidates {

	private final List<Rename> refused = new ArrayList<>();

	/**
	 * Let somebody decide what was not decided before.
	 * @param changes the changes
	 * @param decision decides whether something was renamed
	 * @return what was
	 */
	public List<Rename> decide(Changes changes, Predicate<Rename> decision) {
		List<Rename> accepted = new ArrayList<>();
		for (Rename candidate : of(changes)) {
			if (!this.refused.contains(candidate) && accepted.stream().noneMatch(candidate::excludes)) {
				(decision.test(candidate) ? accepted : this.refused).add(candidate);
			}
		}
		return accepted;
	}

	/**
	 * Find candidates.
	 * @param changes the changes
	 * @return each pair of a dropped and an added object that look alike, tables first;
	 * an object may be in several of them
	 */
	public static List<Rename> of(Changes changes) {
		List<Rename> candidates = new ArrayList<>();
		operations(changes, DropTable.class).forEach((drop) -> operations(changes, CreateTable.class)
			.filter((create) -> drop.was() != null && areAlike(drop.was(), create.table()))
			.forEach((create) -> candidates.add(new Rename(drop.table(), null, create.table().name().name()))));
		operations(changes, DropColumn.class).forEach((drop) -> operations(changes, AddColumn.class)
			.filter((add) -> drop.was() != null && drop.table().equals(add.table())
					&& !drop.column().equals(add.column().name()) && drop.was().type().equals(add.column().type()))
			.forEach((add) -> candidates.add(new Rename(drop.table(), drop.column(), add.column().name()))));
		return candidates;
	}

	private static boolean areAlike(Table dropped, Table created) {
		return Objects.equals(dropped.name().schema(), created.name().schema())
				&& columns(dropped).equals(columns(created));
	}

	private static Map<String, ColumnType> columns(Table table) {
		return table.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
	}

	private static <O extends Operation> Stream<O> operations(Changes changes, Class<O> type) {
		return changes.differences()
			.stream()
			.flatMap((difference) -> difference.operations().stream())
			.filter(type::isInstance)
			.map(type::cast);
	}

}
