package dev.migrate.dialect.h2;

import java.util.List;

import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.ScriptLexer;
import dev.migrate.dialect.StandardRenderer;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropView;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameType;

/**
 * Renders operations for H2.
 */
final class H2Renderer extends StandardRenderer {

	H2Renderer(ProductSyntax syntax, ScriptLexer lexer) {
		super(syntax, new H2ElementWriter(syntax), lexer);
		H2EnumTypes enumTypes = new H2EnumTypes(syntax, this::texts);
		register(CreateEnumType.class, enumTypes::create);
		register(DropEnumType.class, enumTypes::drop);
		register(RenameType.class, enumTypes::rename);
		register(RebuildEnumType.class, enumTypes::rebuild);
		// Whether other views are dropped too is a setting of the database
		register(DropView.class, (drop) -> List.of("DROP VIEW " + (drop.ifExists() ? "IF EXISTS " : "")
				+ syntax.identifiers().quote(drop.view()) + " RESTRICT"));
		register(RenameSequence.class, new H2SequenceNames(syntax)::rename);
	}

	@Override
	protected String renameColumn(String alterTable, String column, String newName) {
		return alterTable + "ALTER COLUMN " + column + " RENAME TO " + newName;
	}

}
