package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.AlterIdentity;
import dev.migrate.schema.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Renders changes of identities.
 */
final class IdentityRendering {

	private final ProductSyntax syntax;

	private final SequenceWriter sequences;

	IdentityRendering(ProductSyntax syntax, SequenceWriter sequences) {
		this.syntax = syntax;
		this.sequences = sequences;
	}

	void register(OperationRenderings renderings) {
		renderings.register(AlterIdentity.class, this::alter);
	}

	private List<String> alter(AlterIdentity alter) {
		this.syntax.require(Feature.ALTER_IDENTITY, true);
		String change = "ALTER TABLE " + this.syntax.identifiers().quote(alter.table()) + " ALTER COLUMN "
				+ this.syntax.identifiers().quote(alter.column()) + " ";
		@Nullable Identity identity = alter.identity();
		if (identity == null) {
			return List.of(change + "DROP IDENTITY");
		}
		List<String> statements = new ArrayList<>();
		if (alter.was() == null) {
			statements.add(change + this.sequences.addIdentity(identity));
			statements.add(this.sequences.restartIdentity(alter.table(), alter.column()));
		}
		else {
			statements.add(change + this.sequences.setIdentity(identity));
		}
		return statements;
	}

}
