package dev.migrate.dialect.h2;

import dev.migrate.dialect.ElementWriter;
import dev.migrate.dialect.Feature;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Index;

/**
 * Writes what H2's tables are made of.
 */
final class H2ElementWriter extends ElementWriter {

	H2ElementWriter(ProductSyntax syntax) {
		super(syntax);
	}

	@Override
	protected String generated(GeneratedExpression generated) {
		require(Feature.STORED_COLUMN, generated.stored());
		require(Feature.VIRTUAL_COLUMN, !generated.stored());
		return "GENERATED ALWAYS AS (" + generated.expression() + ")";
	}

	@Override
	protected String indexKind(Index index) {
		return super.indexKind(index) + (index.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "");
	}

	@Override
	protected String indexNulls(Index index) {
		return "";
	}

}
