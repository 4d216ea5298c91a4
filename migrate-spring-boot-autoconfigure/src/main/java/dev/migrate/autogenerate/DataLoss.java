package dev.migrate.autogenerate;

import java.util.HashSet;
import java.util.List;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterStructType;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropStructType;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;

/**
 * Tells which operations lose data of a table that has rows.
 */
final class DataLoss {

	private DataLoss() {
	}

	/**
	 * Whether an operation may lose data.
	 * @param operation the operation
	 * @param all the operations that it is one of
	 * @return whether it does, as far as it says what there was
	 */
	static boolean isPossible(Operation operation, List<Operation> all) {
		if (operation instanceof DropColumn drop) {
			return drop.was() == null || drop.was().generated() == null
					|| all.stream().anyMatch((other) -> isPlain(other, drop));
		}
		if (operation instanceof AlterColumn alter) {
			return alter.type() != null && alter.was() != null
					&& Narrowing.isPossible(alter.was().type(), alter.type());
		}
		if (operation instanceof AlterStructType alter) {
			return !alter.dropped().isEmpty();
		}
		if (operation instanceof RebuildEnumType rebuild) {
			return rebuild.was() != null && !new HashSet<>(rebuild.type().values()).containsAll(rebuild.was().values());
		}
		return operation instanceof DropTable || operation instanceof DropSequence || operation instanceof DropEnumType
				|| operation instanceof DropStructType;
	}

	/** What was computed is not, when the column is an ordinary one from then on. */
	private static boolean isPlain(Operation operation, DropColumn drop) {
		return operation instanceof AddColumn add && add.table().equals(drop.table())
				&& add.column().name().equals(drop.column()) && add.column().generated() == null;
	}

	/**
	 * The mark to write above an operation.
	 * @param operation the operation
	 * @return a line without what begins a comment
	 */
	static String mark(Operation operation) {
		return "Loses data: " + line(operation.describe());
	}

	/**
	 * A text that may stand in a comment of Java and SQL.
	 * @param text the text
	 * @return the same on one line, without backslashes
	 */
	static String line(String text) {
		return text.replaceAll("[\\p{Cntrl}\\\\]", " ");
	}

}
