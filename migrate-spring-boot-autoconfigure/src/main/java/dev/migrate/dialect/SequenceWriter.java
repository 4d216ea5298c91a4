package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

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
	 * @return what stands behind {@code ALTER COLUMN name}
	 */
	protected String setIdentity(Identity identity) {
		StringBuilder sql = new StringBuilder("SET GENERATED ").append(identity.always() ? "ALWAYS" : "BY DEFAULT");
		options(identity.options()).forEach((option) -> sql.append(" SET ").append(option));
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
		List<String> options = options(identity.options());
		return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
				+ (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
	}

	/**
	 * Write how a sequence counts.
	 * @param options how
	 * @return the clauses
	 */
	public final List<String> options(SequenceOptions options) {
		List<String> clauses = new ArrayList<>();
		add(clauses, "START WITH ", options.start());
		add(clauses, "INCREMENT BY ", options.increment());
		add(clauses, "MINVALUE ", options.minimum());
		add(clauses, "MAXVALUE ", options.maximum());
		add(clauses, "CACHE ", options.cache());
		if (options.cycle()) {
			clauses.add("CYCLE");
		}
		return clauses;
	}

	/**
	 * How many numbers of a sequence a session takes at a time if that is not said.
	 * @param options how it counts
	 * @return the product's own choice
	 */
	protected long usualCache(SequenceOptions options) {
		return 1;
	}

	private static void add(List<String> clauses, String words, @Nullable Long value) {
		if (value != null) {
			clauses.add(words + value);
		}
	}

}
