package dev.migrate;

import dev.migrate.operation.AlterIdentity;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterSequenceOwner;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.RenameSequence;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Sequence.Owner;
import dev.migrate.schema.SequenceOptions;

/**
 * The part of {@link Operations} that changes sequences.
 */
public interface SequenceOperations extends OperationInvoker {

	/**
	 * Create a sequence that counts 1, 2, 3.
	 * @param sequence the name
	 */
	default void createSequence(String sequence) {
		createSequence(Sequence.sequence(sequence));
	}

	/**
	 * Create a sequence.
	 * @param sequence the sequence
	 */
	default void createSequence(Sequence sequence) {
		invoke(new CreateSequence(sequence));
	}

	/**
	 * Change how a sequence counts. Its present number stays.
	 * @param sequence the name
	 * @param options how it counts from now on
	 */
	default void alterSequence(String sequence, SequenceOptions options) {
		invoke(new AlterSequence(QualifiedName.parse(sequence), options, null));
	}

	/**
	 * Let a sequence belong to a column, with which it goes when that is dropped.
	 * @param sequence the name
	 * @param table the table
	 * @param column the column
	 */
	default void ownSequence(String sequence, String table, String column) {
		invoke(new AlterSequenceOwner(QualifiedName.parse(sequence), new Owner(QualifiedName.parse(table), column),
				null));
	}

	/**
	 * Let a sequence belong to no column.
	 * @param sequence the name
	 */
	default void disownSequence(String sequence) {
		invoke(new AlterSequenceOwner(QualifiedName.parse(sequence), null, null));
	}

	/**
	 * Drop a sequence.
	 * @param sequence the name
	 */
	default void dropSequence(String sequence) {
		invoke(new DropSequence(QualifiedName.parse(sequence), false, null));
	}

	/**
	 * Make a column an identity, which counts on behind the largest number that it holds.
	 * @param table the table
	 * @param column the column, which must be {@code NOT NULL}
	 * @param identity how it counts
	 */
	default void addIdentity(String table, String column, Identity identity) {
		invoke(new AlterIdentity(QualifiedName.parse(table), column, identity, null));
	}

	/**
	 * Change how an identity counts.
	 * @param table the table
	 * @param column the column
	 * @param identity how it counts from now on
	 * @param was how it counted
	 */
	default void alterIdentity(String table, String column, Identity identity, Identity was) {
		invoke(new AlterIdentity(QualifiedName.parse(table), column, identity, was));
	}

	/**
	 * Make an identity an ordinary column.
	 * @param table the table
	 * @param column the column
	 */
	default void dropIdentity(String table, String column) {
		invoke(new AlterIdentity(QualifiedName.parse(table), column, null, null));
	}

	/**
	 * Give a sequence another name.
	 * @param sequence the name
	 * @param newName the new name, without schema
	 */
	default void renameSequence(String sequence, String newName) {
		invoke(new RenameSequence(QualifiedName.parse(sequence), newName));
	}

}
