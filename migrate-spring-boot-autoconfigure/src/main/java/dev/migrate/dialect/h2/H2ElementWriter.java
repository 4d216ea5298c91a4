package dev.migrate.dialect.h2;

import java.util.List;

import dev.migrate.dialect.ElementWriter;
import dev.migrate.dialect.Feature;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueConstraint;

/**
 * Writes what H2's tables are made of.
 */
final class H2ElementWriter extends ElementWriter {

	/** The access methods, which H2 takes for kinds of indexes. */
	static final List<String> METHODS = List.of("hash", "spatial");

	private final Identifiers identifiers;

	H2ElementWriter(ProductSyntax syntax) {
		super(syntax, new H2SequenceWriter(syntax));
		this.identifiers = syntax.identifiers();
	}

	@Override
	protected String generated(GeneratedExpression generated) {
		require(Feature.STORED_COLUMN, generated.stored());
		require(Feature.VIRTUAL_COLUMN, !generated.stored());
		return "GENERATED ALWAYS AS (" + generated.expression() + ")";
	}

	@Override
	protected boolean takesOtherComment(Column column) {
		// That of the domain
		return column.type() instanceof Named;
	}

	@Override
	public String constraint(Constraint constraint) {
		List<String> include = (constraint instanceof PrimaryKey key) ? key.include()
				: (constraint instanceof UniqueConstraint unique) ? unique.include() : List.of();
		refuse(!include.isEmpty(), "only its unique indexes carry further columns, not its constraints");
		return super.constraint(constraint);
	}

	@Override
	protected String indexKind(Index index) {
		String method = index.method();
		refuse(index.nullsNotDistinct() && !index.unique(), "only its unique indexes have NULLS NOT DISTINCT");
		refuse(method != null && !METHODS.contains(method), "its indexes have no access method " + method);
		refuse("spatial".equals(method) && index.unique(), "its spatial indexes cannot be unique");
		return (index.unique() ? "UNIQUE " : "") + (index.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
				+ ((method != null) ? ("spatial".equals(method) ? "SPATIAL " : "HASH ") : "");
	}

	@Override
	protected String indexMethod(Index index) {
		return "";
	}

	@Override
	protected String indexOptions(Index index) {
		refuse(!index.include().isEmpty() && !index.unique(), "only its unique indexes carry further columns");
		return index.include().isEmpty() ? "" : " INCLUDE (" + this.identifiers.quoteAll(index.include()) + ")";
	}

	private static void refuse(boolean wanted, String reason) {
		if (wanted) {
			throw new UnsupportedFeatureException(reason);
		}
	}

}
