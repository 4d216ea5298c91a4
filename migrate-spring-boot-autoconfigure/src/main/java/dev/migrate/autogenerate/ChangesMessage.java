package dev.migrate.autogenerate;

import java.util.List;

import org.springframework.util.StringUtils;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;

/**
 * The message of a revision that nobody gave one.
 */
public final class ChangesMessage {

	private ChangesMessage() {
	}

	/**
	 * Name changes.
	 * @param changes the changes
	 * @return the first one in words, a new table before others, and how many more there
	 * are
	 */
	public static String of(Changes changes) {
		List<Difference> differences = changes.differences();
		if (differences.isEmpty()) {
			return "No changes";
		}
		Difference first = differences.stream()
			.filter((difference) -> difference.operations().stream().anyMatch(CreateTable.class::isInstance))
			.findFirst()
			.orElse(differences.get(0));
		int others = differences.size() - 1;
		return StringUtils.capitalize(describe(first)) + ((others > 0) ? " and %d more".formatted(others) : "");
	}

	private static String describe(Difference difference) {
		return difference.operations()
			.stream()
			.filter((operation) -> !(operation instanceof DataStep))
			.findFirst()
			.map(ChangesMessage::describe)
			.orElse(difference.text());
	}

	private static String describe(Operation operation) {
		if (operation instanceof CreateTable create) {
			return "create " + create.table().name();
		}
		if (operation instanceof DropTable drop) {
			return "drop " + drop.table();
		}
		if (operation instanceof RenameTable rename) {
			return "rename %s to %s".formatted(rename.table(), rename.newName());
		}
		if (operation instanceof AddColumn add) {
			return "add %s to %s".formatted(add.column().name(), add.table());
		}
		if (operation instanceof DropColumn drop) {
			return "drop %s of %s".formatted(drop.column(), drop.table());
		}
		if (operation instanceof AlterColumn alter) {
			return (alter.newName() != null)
					? "rename %s of %s to %s".formatted(alter.column(), alter.table(), alter.newName())
					: "change %s of %s".formatted(alter.column(), alter.table());
		}
		return operation.describe();
	}

}
