package dev.migrate.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.dialect.Literals;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.SetComment;

/**
 * What operations may do inside and outside of a revision's transaction, checked before
 * anything is sent.
 */
final class TransactionRules {

	/** Operations that name a value, or may, without storing it in a row. */
	private static final Set<Class<?>> WITHOUT_ROWS = Set.of(CreateEnumType.class, RenameEnumValue.class,
			RebuildEnumType.class, SetComment.class);

	private final Literals literals;

	private final Map<String, AddEnumValue> addedValues = new HashMap<>();

	private boolean autocommit;

	TransactionRules(Literals literals) {
		this.literals = literals;
	}

	/**
	 * Say that the transaction has ended.
	 * @param outside whether no other has begun
	 */
	void transactionEnded(boolean outside) {
		this.autocommit = outside;
		this.addedValues.clear();
	}

	/**
	 * Check an operation.
	 * @param operation the operation
	 * @param statements its statements
	 * @throws IllegalArgumentException if it may not be performed here
	 */
	void check(Operation operation, List<String> statements) {
		if (this.autocommit) {
			return;
		}
		if (operation.needsAutocommit()) {
			throw new IllegalArgumentException(
					"it cannot be performed inside a transaction; put it into op.autocommit(() -> …)");
		}
		if (operation instanceof AddEnumValue add) {
			this.addedValues.put(this.literals.write(add.value()), add);
			return;
		}
		if (WITHOUT_ROWS.contains(operation.getClass())) {
			return;
		}
		this.addedValues.forEach((literal, add) -> {
			if (statements.stream().anyMatch((statement) -> statement.contains(literal))) {
				throw new IllegalArgumentException(
						"the value %s was added to type %s in the same transaction, which cannot use it yet; "
							.formatted(literal, add.type()) + "put the addition into op.autocommit(() -> …)");
			}
		});
	}

}
