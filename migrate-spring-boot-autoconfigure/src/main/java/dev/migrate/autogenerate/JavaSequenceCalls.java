package dev.migrate.autogenerate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AlterIdentity;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterSequenceOwner;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.RenameSequence;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;

/**
 * Writes operations on sequences, also those of identity columns.
 */
final class JavaSequenceCalls {

	private final JavaCalls calls;

	JavaSequenceCalls(JavaCalls calls) {
		this.calls = calls;
	}

	void register() {
		this.calls.register(CreateSequence.class,
				(create) -> this.calls.call("createSequence", sequence(create.sequence())));
		this.calls.register(AlterSequence.class, (alter) -> this.calls.call("alterSequence",
				JavaCalls.name(alter.name()), this.calls.elements().options(alter.options())));
		this.calls.register(DropSequence.class, (drop) -> this.calls.call("dropSequence", JavaCalls.name(drop.name())));
		this.calls.register(AlterSequenceOwner.class,
				(alter) -> (alter.owner() != null)
						? this.calls.call("ownSequence", JavaCalls.name(alter.sequence()),
								JavaCalls.name(alter.owner().table()), JavaCode.string(alter.owner().column()))
						: this.calls.call("disownSequence", JavaCalls.name(alter.sequence())));
		this.calls.register(AlterIdentity.class, this::alterIdentity);
		this.calls.register(RenameSequence.class, (rename) -> this.calls.call("renameSequence",
				JavaCalls.name(rename.name()), JavaCode.string(rename.newName())));
	}

	private String alterIdentity(AlterIdentity alter) {
		@Nullable String table = this.calls.table(alter.table());
		String column = JavaCode.string(alter.column());
		if (alter.identity() == null) {
			return this.calls.call("dropIdentity", table, column);
		}
		String identity = this.calls.elements().identityValue(alter.identity());
		return (alter.was() == null) ? this.calls.call("addIdentity", table, column, identity) : this.calls
			.call("alterIdentity", table, column, identity, this.calls.elements().identityValue(alter.was()));
	}

	private String sequence(Sequence sequence) {
		StringBuilder java = new StringBuilder(
				this.calls.code().factory("Sequence", "sequence", List.of(JavaCalls.name(sequence.name()))));
		if (sequence.type() != null) {
			java.append('.').append(JavaCode.call("as", this.calls.elements().type(sequence.type())));
		}
		if (!sequence.options().equals(SequenceOptions.DEFAULTS)) {
			java.append('.').append(JavaCode.call("with", this.calls.elements().options(sequence.options())));
		}
		if (sequence.ownedBy() != null) {
			java.append('.')
				.append(JavaCode.call("ownedBy", JavaCalls.name(sequence.ownedBy().table()),
						JavaCode.string(sequence.ownedBy().column())));
		}
		return java.append(JavaCalls.option(sequence.comment(), "comment")).toString();
	}

}
