package dev.migrate.schema;

import java.util.function.UnaryOperator;

/**
 * A cast of the database between two types, through their text.
 *
 * @param source the type of the values
 * @param target the type that they are made to
 * @param context where it is applied without being asked for
 */
public record Cast(ColumnType source, ColumnType target, Context context) implements SchemaObject {

	@Override
	public QualifiedName name() {
		return new QualifiedName(null, text(this.source) + " to " + text(this.target));
	}

	private static String text(ColumnType type) {
		return (type instanceof ColumnType.Named named) ? named.name().toString() : type.toString();
	}

	@Override
	public Cast renamed(UnaryOperator<QualifiedName> names) {
		return new Cast(this.source.renamed(names), this.target.renamed(names), this.context);
	}

	/**
	 * Where a cast is applied.
	 */
	public enum Context {

		/** Only where it is written. */
		EXPLICIT,

		/** In assignments too. */
		ASSIGNMENT,

		/** Everywhere. */
		IMPLICIT

	}

}
