package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.SequenceWriter;
import dev.migrate.schema.QualifiedName;

/**
 * Writes how PostgreSQL's sequences and identities count.
 */
final class PostgresSequenceWriter extends SequenceWriter {

	private final ProductSyntax syntax;

	PostgresSequenceWriter(ProductSyntax syntax) {
		super(syntax);
		this.syntax = syntax;
	}

	@Override
	protected String restartIdentity(QualifiedName table, String column) {
		String name = this.syntax.identifiers().quote(table);
		return "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(%s, %s), coalesce(max(%s), 0) + 1, false) FROM %s"
			.formatted(this.syntax.literals().write(name), this.syntax.literals().write(column),
					this.syntax.identifiers().quote(column), name);
	}

}
