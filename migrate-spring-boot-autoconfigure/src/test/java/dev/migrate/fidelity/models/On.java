package dev.migrate.fidelity.models;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.migrate.testsupport.TestDatabase.Product;

/**
 * The products that have what a model needs, where these are not all.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface On {

	/**
	 * The products.
	 * @return the products
	 */
	Product[] value();

}
