package dev.migrate.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.migrate.schema.QualifiedName;

/**
 * Changes one table in several ways: for a product that makes the table anew, only once.
 *
 * @param table the table
 * @param changes what to change, in order
 */
public record Batch(QualifiedName table, List<TableChange> changes) implements Operation {

	/**
	 * Create a batch.
	 * @throws IllegalArgumentException if it is empty, changes another table, or has what
	 * cannot be performed inside a transaction
	 */
	public Batch {
		changes = List.copyOf(changes);
		if (changes.isEmpty()) {
			throw new IllegalArgumentException(
					"The batch of table '%s' changes nothing: call addColumn(…), alterColumn(…) or the like on what "
						.formatted(table) + "is given to it");
		}
		for (TableChange change : changes) {
			if (!table.equals(change.table())) {
				throw new IllegalArgumentException("The batch of table '%s' cannot %s, which is of another table"
					.formatted(table, change.describe()));
			}
			if (change.needsAutocommit()) {
				throw new IllegalArgumentException(
						"The batch of table '%s' cannot %s concurrently, do it outside of the batch".formatted(table,
								change.describe()));
			}
		}
	}

	@Override
	public Optional<Operation> reverse() {
		List<TableChange> reverses = new ArrayList<>();
		for (TableChange change : this.changes) {
			if (change.reverse().orElse(null) instanceof TableChange reverse) {
				reverses.add(reverse);
			}
		}
		Collections.reverse(reverses);
		return (reverses.size() == this.changes.size()) ? Optional.of(new Batch(this.table, reverses))
				: Optional.empty();
	}

	@Override
	public String describe() {
		return "change table " + this.table;
	}

}
