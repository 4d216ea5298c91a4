package dev.migrate.dialect;

import java.util.Set;

/**
 * How a product writes.
 *
 * @param name the product, as in {@code migrate.dialect}
 * @param title the product, for messages
 * @param identifiers how it writes identifiers
 * @param literals how it writes constants
 * @param types how it writes types
 * @param features what it has
 */
public record ProductSyntax(String name, String title, Identifiers identifiers, Literals literals, TypeNames types,
		Set<Feature> features) {

	/**
	 * Create a syntax.
	 */
	public ProductSyntax {
		features = Set.copyOf(features);
	}

	/**
	 * Check that the product has a feature.
	 * @param feature the feature
	 * @param wanted whether it is asked for
	 * @throws UnsupportedFeatureException if it is, and the product does not have it
	 */
	public void require(Feature feature, boolean wanted) {
		if (wanted) {
			feature.require(this.features);
		}
	}

}
