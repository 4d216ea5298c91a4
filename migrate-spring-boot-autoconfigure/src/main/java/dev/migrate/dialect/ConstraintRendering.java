package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.QualifiedName;

/**
 * Renders operations on constraints.
 */
final class ConstraintRendering {

	private final ProductSyntax syntax;

	private final ElementWriter elements;

	ConstraintRendering(ProductSyntax syntax, ElementWriter elements) {
		this.syntax = syntax;
		this.elements = elements;
	}

	void register(OperationRenderings renderings) {
		renderings.register(AddConstraint.class,
				(add) -> List.of(alterTable(add.table()) + "ADD " + this.elements.constraint(add.constraint())));
		renderings.register(DropConstraint.class, (drop) -> List.of(alterTable(drop.table()) + "DROP CONSTRAINT "
				+ (drop.ifExists() ? "IF EXISTS " : "") + name(drop.name())));
		renderings.register(RenameConstraint.class, this::rename);
		renderings.register(ValidateConstraint.class, this::validate);
	}

	private List<String> rename(RenameConstraint rename) {
		this.syntax.require(Feature.RENAME_CONSTRAINT, true);
		return List.of(alterTable(rename.table()) + "RENAME CONSTRAINT " + name(rename.name()) + " TO "
				+ name(rename.newName()));
	}

	private List<String> validate(ValidateConstraint validate) {
		this.syntax.require(Feature.NOT_VALID, true);
		return List.of(alterTable(validate.table()) + "VALIDATE CONSTRAINT " + name(validate.name()));
	}

	private String alterTable(QualifiedName table) {
		return "ALTER TABLE " + this.syntax.identifiers().quote(table) + " ";
	}

	private String name(String name) {
		return this.syntax.identifiers().quote(name);
	}

}
