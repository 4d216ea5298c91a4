package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.Literals;
import dev.migrate.dialect.ScriptLexer;
import dev.migrate.dialect.StandardRenderer;
import dev.migrate.dialect.TypeNames;

/**
 * Renders operations for PostgreSQL.
 */
final class PostgresRenderer extends StandardRenderer {

	PostgresRenderer(Identifiers identifiers, Literals literals, TypeNames types, ScriptLexer lexer) {
		super("PostgreSQL", identifiers, literals, types, lexer);
	}

}
