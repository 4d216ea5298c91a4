package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.SelfRendering;
import dev.migrate.schema.QualifiedName;

/**
 * A place in a revision where rows that exist need a value, which only a person knows: it
 * is written as a comment, and does nothing.
 *
 * @param table the table
 * @param column the column
 * @param statement a statement to fill in
 */
public record DataStep(QualifiedName table, String column, String statement) implements SelfRendering {

	/**
	 * Create a place.
	 * @param table the table
	 * @param column the column
	 * @param identifiers how the product writes identifiers
	 * @return the place
	 */
	static DataStep of(QualifiedName table, String column, Identifiers identifiers) {
		return new DataStep(table, column, "UPDATE %1$s SET %2$s = ? WHERE %2$s IS NULL"
			.formatted(identifiers.quote(table), identifiers.quote(column)));
	}

	@Override
	public List<String> render(ProductSyntax product) {
		return List.of();
	}

	/**
	 * What to do there.
	 * @return a sentence, and below it a statement to fill in
	 */
	public List<String> lines() {
		return List.of(
				"Rows that exist need a value of %s.%s before it is NOT NULL:".formatted(this.table, this.column),
				this.statement);
	}

	@Override
	public String describe() {
		return "fill %s.%s".formatted(this.table, this.column);
	}

}
