package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ElementWriter;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.ScriptLexer;
import dev.migrate.dialect.StandardRenderer;

/**
 * Renders operations for PostgreSQL.
 */
final class PostgresRenderer extends StandardRenderer {

	PostgresRenderer(ProductSyntax syntax, ScriptLexer lexer) {
		super(syntax, new ElementWriter(syntax, new PostgresSequenceWriter(syntax)), lexer);
	}

}
