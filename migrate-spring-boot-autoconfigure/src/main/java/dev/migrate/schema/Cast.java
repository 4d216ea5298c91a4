package dev.migrate.schema;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A cast of the database between two types, through their text.
 *
 * @param source the type of the values
 * @param target the type that they are made to
 * @param context where it is applied without being asked for
 */
public record Cast(ColumnType source, ColumnType target, Context context) implements SchemaObject {

	/**
	 * A cast that is applied only where it is written.
	 * @param source the type of the values
	 * @param target the type that they are made to
	 * @return the cast
	 */
	public static Cast cast(ColumnType source, ColumnType target) {
		return new Cast(source, target, Context.EXPLICIT);
	}

	/**
	 * Be applied in assignments too.
	 * @return the changed cast
	 */
	public Cast inAssignments() {
		return new Cast(this.source, this.target, Context.ASSIGNMENT);
	}

	/**
	 * Be applied everywhere.
	 * @return the changed cast
	 */
	public Cast everywhere() {
		return new Cast(this.source, this.target, Context.IMPLICIT);
	}

	/**
	 * What it makes of what: there is at most one cast between two types.
	 */
	@Override
	public QualifiedName name() {
		return new QualifiedName(null, text(this.source) + " to " + text(this.target));
	}

	private static String text(ColumnType type) {
		if (type instanceof ColumnType.Named named) {
			return named.name().toString();
		}
		if (type instanceof ColumnType.Array array) {
			return text(array.element()) + "[]".repeat(array.dimensions());
		}
		if (type instanceof ColumnType.Raw raw) {
			return raw.sql();
		}
		ColumnType.Standard standard = (ColumnType.Standard) type;
		String kind = standard.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return kind + (standard.arguments().isEmpty() ? ""
				: "(" + String.join(",", standard.arguments().stream().map(String::valueOf).toList()) + ")");
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
