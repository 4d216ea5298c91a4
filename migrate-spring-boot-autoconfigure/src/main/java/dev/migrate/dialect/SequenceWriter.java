package dev.migrate.dialect;

import java.util.List;

import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;

/**
 * Writes how sequences and identities count. A product's writer extends it where it
 * writes otherwise.
 */
public class SequenceWriter {

	private final ProductSyntax syntax;

	/**
	 * Create a writer.
	 * @param syntax how the product writes
	 */
	public SequenceWriter(ProductSyntax syntax) {
		this.syntax = syntax;
	}

	/**
	 * Write how a column becomes an identity.
	 * @param identity how it counts
	 * @return what stands behind {@code ALTER COLUMN name}
	 */
	protected String addIdentity(Identity identity) {
		return "ADD " + identity(identity);
	}

	/**
	 * Write how an identity counts from now on.
	 * @param identity how it counts
	 * @param options what is said of it
	 * @return what stands behind {@code ALTER COLUMN name}
	 */
	protected String setIdentity(Identity identity, List<String> options) {
		StringBuilder sql = new StringBuilder("SET GENERATED ").append(identity.always() ? "ALWAYS" : "BY DEFAULT");
		options.forEach((option) -> sql.append(" SET ").append(option));
		return sql.toString();
	}

	/**
	 * Write how an identity counts on behind the numbers that there are.
	 * @param table the table
	 * @param column the column
	 * @return a statement
	 */
	protected String restartIdentity(QualifiedName table, String column) {
		String identity = this.syntax.identifiers().quote(column);
		return "ALTER TABLE %1$s ALTER COLUMN %2$s RESTART WITH (SELECT coalesce(max(%2$s), 0) + 1 FROM %1$s)"
			.formatted(this.syntax.identifiers().quote(table), identity);
	}

	/**
	 * Write an identity.
	 * @param identity how it counts
	 * @return the clause of a column
	 */
	String identity(Identity identity) {
		List<String> options = SequenceClauses.of(identity.options());
		return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
				+ (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
	}

	/**
	 * How many numbers of a sequence a session takes at a time if that is not said.
	 * @param options how it counts
	 * @return the product's own choice
	 */
	protected long usualCache(SequenceOptions options) {
		return 1;
	}

}
