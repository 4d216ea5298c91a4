package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows compare as true by all of its operators.
 *
 * @param name the name, or {@code null} for the naming convention's or the product's
 * choice
 * @param method the access method, or {@code null} for {@code gist}
 * @param elements what is compared, and how
 * @param where the condition of the rows that are compared, or {@code null} for all
 * @param deferral when it is checked
 */
public record ExclusionConstraint(@Nullable String name, @Nullable String method, List<Element> elements,
		@Nullable String where, Deferral deferral) implements Constraint {

	/** The access method that serves the constraint unless another is named. */
	public static final String USUAL_METHOD = "gist";

	/**
	 * Create an exclusion constraint.
	 * @throws IllegalArgumentException if it compares nothing
	 */
	public ExclusionConstraint {
		if (elements.isEmpty()) {
			throw new IllegalArgumentException("The exclusion constraint compares nothing");
		}
		elements = List.copyOf(elements);
		method = USUAL_METHOD.equals(method) ? null : method;
	}

	/**
	 * An exclusion constraint without name.
	 * @param elements what is compared, and how
	 * @return the constraint
	 */
	public static ExclusionConstraint exclude(Element... elements) {
		return new ExclusionConstraint(null, null, List.of(elements), null, Deferral.NOT_DEFERRABLE);
	}

	@Override
	public ExclusionConstraint named(@Nullable String name) {
		return new ExclusionConstraint(name, this.method, this.elements, this.where, this.deferral);
	}

	/**
	 * Use another access method.
	 * @param method the method
	 * @return the changed constraint
	 */
	public ExclusionConstraint using(String method) {
		return new ExclusionConstraint(this.name, method, this.elements, this.where, this.deferral);
	}

	/**
	 * Compare only some rows.
	 * @param condition the condition in SQL
	 * @return the changed constraint
	 */
	public ExclusionConstraint where(String condition) {
		return new ExclusionConstraint(this.name, this.method, this.elements, condition, this.deferral);
	}

	/**
	 * Check it later.
	 * @param deferral when it is checked
	 * @return the changed constraint
	 */
	public ExclusionConstraint deferral(Deferral deferral) {
		return new ExclusionConstraint(this.name, this.method, this.elements, this.where, deferral);
	}

	/**
	 * What is compared by an operator.
	 *
	 * @param value a column or an expression
	 * @param operator the operator, as {@code &&}
	 */
	public record Element(IndexElement value, String operator) {

		/**
		 * A column.
		 * @param column the column
		 * @param operator the operator
		 * @return the element
		 */
		public static Element with(String column, String operator) {
			return new Element(IndexElement.by(column), operator);
		}

	}

}
