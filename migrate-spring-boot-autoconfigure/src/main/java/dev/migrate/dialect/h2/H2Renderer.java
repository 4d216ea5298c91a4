package dev.migrate.dialect.h2;

import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.ScriptLexer;
import dev.migrate.dialect.StandardRenderer;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.operation.RenameSequence;

/**
 * Renders operations for H2.
 */
final class H2Renderer extends StandardRenderer {

	H2Renderer(ProductSyntax syntax, ScriptLexer lexer) {
		super(syntax, new H2ElementWriter(syntax), lexer);
		register(RenameSequence.class, (rename) -> {
			throw new UnsupportedFeatureException("its sequences keep their names");
		});
	}

	@Override
	protected String renameColumn(String alterTable, String column, String newName) {
		return alterTable + "ALTER COLUMN " + column + " RENAME TO " + newName;
	}

}
