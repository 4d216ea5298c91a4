package dev.migrate.dialect.sqlite;

import java.util.List;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table, or what stands behind the type of a column.
 *
 * @param kind what it is
 * @param name the name behind {@code CONSTRAINT}, or {@code null}
 * @param text the clause as it is written
 * @param expression the default, or the expression of a generated column, without
 * parentheses around it, or the collation; {@code null} for anything else
 * @param constraint the constraint that this is, or {@code null} if it is none in the
 * sense of the schema
 */
record Clause(Kind kind, @Nullable String name, String text, @Nullable String expression,
		@Nullable Constraint constraint) {

	/**
	 * The columns that the constraint lists.
	 * @return the columns; none for a check
	 */
	List<String> columns() {
		if (this.constraint instanceof PrimaryKey key) {
			return key.columns();
		}
		if (this.constraint instanceof UniqueConstraint unique) {
			return unique.columns();
		}
		return (this.constraint instanceof ForeignKey key) ? key.columns() : List.of();
	}

	/**
	 * What the clause computes.
	 * @return an expression in SQL, or an empty text
	 */
	String computed() {
		if (this.constraint instanceof CheckConstraint check) {
			return check.condition();
		}
		return (this.expression != null) ? this.expression : "";
	}

	boolean isNamed(String name) {
		return name.equalsIgnoreCase(this.name);
	}

	/**
	 * The kinds of clauses.
	 */
	enum Kind {

		PRIMARY_KEY, NOT_NULL, NULL, UNIQUE, CHECK, DEFAULT, COLLATE, FOREIGN_KEY, GENERATED, DEFERRABLE, NAME

	}

}
