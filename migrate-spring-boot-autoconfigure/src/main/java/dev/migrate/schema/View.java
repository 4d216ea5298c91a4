package dev.migrate.schema;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param name the name
 * @param query the query in SQL, without what ends it
 * @param comment the comment, or {@code null}
 */
public record View(QualifiedName name, String query, @Nullable String comment) implements SchemaObject {

	/**
	 * Create a view.
	 * @throws IllegalArgumentException if the query is empty
	 */
	public View {
		if (query.isBlank()) {
			throw new IllegalArgumentException("The query of the view '%s' is empty".formatted(name));
		}
	}

	/**
	 * A view.
	 * @param name the name, perhaps as {@code schema.name}
	 * @param query the query in SQL, without what ends it
	 * @return the view
	 */
	public static View view(String name, String query) {
		return new View(QualifiedName.parse(name), query, null);
	}

	/**
	 * Have a comment.
	 * @param comment the comment
	 * @return the changed view
	 */
	public View comment(String comment) {
		return new View(this.name, this.query, comment);
	}

	@Override
	public View renamed(UnaryOperator<QualifiedName> names) {
		return new View(names.apply(this.name), this.query, this.comment);
	}

}
