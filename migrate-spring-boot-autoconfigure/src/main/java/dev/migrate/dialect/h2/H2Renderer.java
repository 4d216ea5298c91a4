package dev.migrate.dialect.h2;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.Literals;
import dev.migrate.dialect.ScriptLexer;
import dev.migrate.dialect.StandardRenderer;
import dev.migrate.dialect.TypeNames;
import dev.migrate.operation.CreateIndex;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;

/**
 * Renders operations for H2.
 */
final class H2Renderer extends StandardRenderer {

	H2Renderer(Identifiers identifiers, Literals literals, TypeNames types, ScriptLexer lexer) {
		super("H2", identifiers, literals, types, lexer);
	}

	@Override
	protected String renameColumn(String alterTable, String column, String newName) {
		return alterTable + "ALTER COLUMN " + column + " RENAME TO " + newName;
	}

	@Override
	protected String createIndex(QualifiedName table, Index index, boolean ifNotExists) {
		if (index.where() != null) {
			throw new UnsupportedOperationException("H2 cannot %s with a condition: it has no partial indexes"
				.formatted(new CreateIndex(table, index, ifNotExists).describe()));
		}
		return super.createIndex(table, index, ifNotExists);
	}

}
