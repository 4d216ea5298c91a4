package dev.migrate.schema;

/**
 * How a generated column is computed from others of its row.
 *
 * @param expression an SQL expression
 * @param stored whether the value is kept on disk; else it is computed when it is read
 */
public record GeneratedExpression(String expression, boolean stored) {

	/**
	 * Create an expression.
	 * @throws IllegalArgumentException if it is empty
	 */
	public GeneratedExpression {
		if (expression.isBlank()) {
			throw new IllegalArgumentException("The expression of a generated column is empty");
		}
	}

}
