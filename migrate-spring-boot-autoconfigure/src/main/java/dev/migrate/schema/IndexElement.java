package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * What an index or an exclusion constraint sorts or compares by. {@link #by(String)} and
 * {@link #byExpression(String)} make plain ones; the other methods return changed copies.
 *
 * @param text the column, or the expression in SQL
 * @param expression whether it is an expression
 * @param descending whether large values come first
 * @param nulls where {@code NULL} comes, or {@code null} for where the product has it
 * usually: behind the large values, or before the small ones
 * @param collation the collation, or {@code null}
 * @param operatorClass the operator class, or {@code null}
 */
public record IndexElement(String text, boolean expression, boolean descending, @Nullable Nulls nulls,
		@Nullable String collation, @Nullable String operatorClass) {

	/**
	 * Create an element.
	 * @throws IllegalArgumentException if the text is empty
	 */
	public IndexElement {
		if (text.isBlank()) {
			throw new IllegalArgumentException("A column or expression of an index is empty");
		}
	}

	/**
	 * A column.
	 * @param column the column
	 * @return the element
	 */
	public static IndexElement by(String column) {
		return new IndexElement(column, false, false, null, null, null);
	}

	/**
	 * An expression.
	 * @param expression the expression in SQL
	 * @return the element
	 */
	public static IndexElement byExpression(String expression) {
		return new IndexElement(expression, true, false, null, null, null);
	}

	/**
	 * Let large values come first.
	 * @return the changed element
	 */
	public IndexElement desc() {
		return new IndexElement(this.text, this.expression, true, this.nulls, this.collation, this.operatorClass);
	}

	/**
	 * Let {@code NULL} come first.
	 * @return the changed element
	 */
	public IndexElement nullsFirst() {
		return new IndexElement(this.text, this.expression, this.descending, Nulls.FIRST, this.collation,
				this.operatorClass);
	}

	/**
	 * Let {@code NULL} come last.
	 * @return the changed element
	 */
	public IndexElement nullsLast() {
		return new IndexElement(this.text, this.expression, this.descending, Nulls.LAST, this.collation,
				this.operatorClass);
	}

	/**
	 * Do not say where {@code NULL} comes if it comes where the product has it usually.
	 * @param large whether the product takes {@code NULL} for larger than every value,
	 * else for smaller
	 * @return the changed element
	 */
	public IndexElement withoutUsualNulls(boolean large) {
		boolean usual = this.nulls == ((large == this.descending) ? Nulls.FIRST : Nulls.LAST);
		return new IndexElement(this.text, this.expression, this.descending, usual ? null : this.nulls, this.collation,
				this.operatorClass);
	}

	/**
	 * Sort by a collation.
	 * @param collation the collation
	 * @return the changed element
	 */
	public IndexElement collate(String collation) {
		return new IndexElement(this.text, this.expression, this.descending, this.nulls, collation, this.operatorClass);
	}

	/**
	 * Compare by the operators of a class.
	 * @param operatorClass the operator class
	 * @return the changed element
	 */
	public IndexElement operatorClass(String operatorClass) {
		return new IndexElement(this.text, this.expression, this.descending, this.nulls, this.collation, operatorClass);
	}

	/**
	 * Where {@code NULL} comes.
	 */
	public enum Nulls {

		/** Before all values. */
		FIRST,

		/** Behind all values. */
		LAST

	}

}
