package dev.migrate.fidelity.models;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A setting of Hibernate that a model needs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Settings.class)
public @interface Setting {

	/**
	 * The name.
	 * @return the name
	 */
	String name();

	/**
	 * The value.
	 * @return the value
	 */
	String value();

}
