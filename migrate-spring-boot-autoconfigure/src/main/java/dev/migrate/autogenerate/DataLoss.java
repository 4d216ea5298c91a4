package dev.migrate.autogenerate;

import java.util.HashSet;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropEnumType;
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
	 * @return whether it does, as far as it says what there was
	 */
	static boolean isPossible(Operation operation) {
		if (operation instanceof DropColumn drop) {
			return drop.was() == null || drop.was().generated() == null;
		}
		if (operation instanceof AlterColumn alter) {
			return alter.type() != null && alter.was() != null
					&& Narrowing.isPossible(alter.was().type(), alter.type());
		}
		if (operation instanceof RebuildEnumType rebuild) {
			return rebuild.was() != null && !new HashSet<>(rebuild.type().values()).containsAll(rebuild.was().values());
		}
		return operation instanceof DropTable || operation instanceof DropEnumType
				|| operation instanceof DropStructType;
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
