package dev.migrate.documentation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An example of an operation in {@code docs/operations.md}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Example {

	/**
	 * The section that it stands in.
	 */
	String value();

	/**
	 * What Alembic calls the operation, or nothing if it has none.
	 */
	String alembic() default "";

}
