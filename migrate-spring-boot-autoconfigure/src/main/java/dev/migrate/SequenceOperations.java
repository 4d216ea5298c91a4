package dev.migrate;

import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.RenameSequence;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
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
	 * Drop a sequence.
	 * @param sequence the name
	 */
	default void dropSequence(String sequence) {
		invoke(new DropSequence(QualifiedName.parse(sequence), false, null));
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
