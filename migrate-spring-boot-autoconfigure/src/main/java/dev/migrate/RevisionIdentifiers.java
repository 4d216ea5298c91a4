package dev.migrate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The identifiers of a revision written in Java. They are read from the class file; the
 * class is loaded only when the revision is executed.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RevisionIdentifiers {

	/**
	 * The id of the revision, at most 32 characters.
	 * @return the id
	 */
	String revision();

	/**
	 * The ids of the revisions that it builds on: none for the first, several for a
	 * merge.
	 * @return the ids
	 */
	String[] downRevision() default {};

	/**
	 * The labels of the branch that starts here.
	 * @return the labels
	 */
	String[] branchLabels() default {};

	/**
	 * Ids or labels of revisions that must be applied before it without being its
	 * ancestors.
	 * @return the ids or labels
	 */
	String[] dependsOn() default {};

	/**
	 * What it does, in a line.
	 * @return the message
	 */
	String message() default "";

	/**
	 * When it was written, in ISO 8601, as {@code 2026-11-20T10:30:00Z}.
	 * @return the moment, or an empty text
	 */
	String createDate() default "";

}
