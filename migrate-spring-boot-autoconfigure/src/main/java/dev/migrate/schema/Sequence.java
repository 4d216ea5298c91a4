package dev.migrate.schema;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name the name
 * @param type the type of its numbers, or {@code null} for {@code bigint}
 * @param options how it counts
 * @param ownedBy the column with which it is dropped, or {@code null}
 * @param comment the comment, or {@code null}
 */
public record Sequence(QualifiedName name, @Nullable ColumnType type, SequenceOptions options, @Nullable Owner ownedBy,
		@Nullable String comment) implements SchemaObject {

	/**
	 * Create a sequence.
	 */
	public Sequence {
		type = Types.bigint().equals(type) ? null : type;
	}

	/**
	 * A sequence that counts 1, 2, 3.
	 * @param name the name, perhaps as {@code schema.name}
	 * @return the sequence
	 */
	public static Sequence sequence(String name) {
		return new Sequence(QualifiedName.parse(name), null, SequenceOptions.DEFAULTS, null, null);
	}

	/**
	 * Count in another type.
	 * @param type the type of the numbers
	 * @return the changed sequence
	 */
	public Sequence as(ColumnType type) {
		return new Sequence(this.name, type, this.options, this.ownedBy, this.comment);
	}

	/**
	 * Belong to a column.
	 * @param table the table, perhaps as {@code schema.name}
	 * @param column the column
	 * @return the changed sequence
	 */
	public Sequence ownedBy(String table, String column) {
		return new Sequence(this.name, this.type, this.options, new Owner(QualifiedName.parse(table), column),
				this.comment);
	}

	/**
	 * Have a comment.
	 * @param comment the comment
	 * @return the changed sequence
	 */
	public Sequence comment(String comment) {
		return new Sequence(this.name, this.type, this.options, this.ownedBy, comment);
	}

	/**
	 * Count otherwise.
	 * @param options how it counts
	 * @return the changed sequence
	 */
	public Sequence with(SequenceOptions options) {
		return new Sequence(this.name, this.type, options, this.ownedBy, this.comment);
	}

	/**
	 * A column that owns a sequence.
	 *
	 * @param table the table
	 * @param column the column
	 */
	public record Owner(QualifiedName table, String column) {

	}

	@Override
	public Sequence renamed(UnaryOperator<QualifiedName> names) {
		return new Sequence(names.apply(this.name), this.type, this.options,
				(this.ownedBy != null) ? new Owner(names.apply(this.ownedBy.table()), this.ownedBy.column()) : null,
				this.comment);
	}

}
