package dev.migrate.fidelity.evolution;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rows that a model meets when it changes. The class that has it holds two others,
 * {@code V1} and {@code V2}, with the entities before and after.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Evolution {

	/**
	 * Statements that fill the tables of the first version.
	 * @return the statements
	 */
	String[] rows() default {};

	/**
	 * Whether these rows are as they were when the change has been taken back.
	 * @return whether they are
	 */
	boolean keepsRows() default true;

	/**
	 * A query of the second version's tables for what must still be there, with one
	 * column.
	 * @return the query
	 */
	String query() default "";

	/**
	 * What the query finds, as text.
	 * @return the values, in their order
	 */
	String[] kept() default {};

}
