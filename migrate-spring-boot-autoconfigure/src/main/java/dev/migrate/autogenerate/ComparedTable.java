package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;

/**
 * A table as it is written, beside the form in which it is compared. Both have the same
 * parts in the same order.
 *
 * @param written the table as model or catalog have it
 * @param form the same table in the form of the comparison
 */
record ComparedTable(Table written, TableForm form) {

	/**
	 * The constraints, by their forms. Exclusion constraints, which no model knows, are
	 * left alone.
	 */
	List<Part<Constraint>> constraints() {
		List<Part<Constraint>> parts = new ArrayList<>();
		for (int i = 0; i < this.written.constraints().size(); i++) {
			Constraint constraint = this.written.constraints().get(i);
			if (!(constraint instanceof ExclusionConstraint)) {
				parts.add(new Part<>(constraint, this.form.constraint(this.form.table().constraints().get(i))));
			}
		}
		return parts;
	}

	/** The indexes, by their forms. */
	List<Part<Index>> indexes() {
		List<Part<Index>> parts = new ArrayList<>();
		for (int i = 0; i < this.written.indexes().size(); i++) {
			parts.add(new Part<>(this.written.indexes().get(i), this.form.index(this.form.table().indexes().get(i))));
		}
		return parts;
	}

	/**
	 * A part of a table.
	 *
	 * @param <T> what it is
	 * @param written the part as it is written
	 * @param form its form
	 */
	record Part<T>(T written, String form) {
	}

}
