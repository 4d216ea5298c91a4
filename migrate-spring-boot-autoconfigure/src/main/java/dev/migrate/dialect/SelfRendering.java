package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * An operation of a user's own, which knows how it is written. It is performed by
 * {@code op.invoke(…)}, online and offline, like any other.
 */
public interface SelfRendering extends Operation {

	/**
	 * Write the operation.
	 * @param product tells how the product writes names, constants and types
	 * @return the statements, in order
	 * @throws UnsupportedFeatureException if the product cannot do it
	 */
	List<String> render(ProductSyntax product);

}
