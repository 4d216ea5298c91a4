package dev.migrate.dialect;

/**
 * Thrown when an operation asks for something that a product does not have.
 */
public final class UnsupportedFeatureException extends UnsupportedOperationException {

	/**
	 * Create an exception.
	 * @param reason what the product lacks, as {@code it has no partial indexes}
	 */
	public UnsupportedFeatureException(String reason) {
		super(reason);
	}

}
