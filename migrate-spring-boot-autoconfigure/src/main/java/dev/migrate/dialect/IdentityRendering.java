package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.AlterIdentity;
import dev.migrate.schema.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Renders changes of identities.
 */
final class IdentityRendering {

	private final ProductSyntax syntax;

	private final ElementWriter elements;

	IdentityRendering(ProductSyntax syntax, ElementWriter elements) {
		this.syntax = syntax;
		this.elements = elements;
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
		@Nullable Identity was = alter.was();
		return (was != null) ? List.of(change + this.elements.setIdentity(identity, options(identity, was)))
				: List.of(change + this.elements.addIdentity(identity),
						this.elements.restartIdentity(alter.table(), alter.column()));
	}

	/** If there is no difference, the type of the column has left limits behind. */
	private List<String> options(Identity identity, Identity was) {
		boolean same = identity.options().equals(was.options()) && identity.always() != was.always();
		return same ? List.of() : SequenceClauses.all(identity.options(), this.elements.usualCache(identity.options()));
	}

}
