package dev.migrate.runtime;

import java.io.Serial;

import dev.migrate.operation.Operation;

/**
 * Carries an operation that cannot be performed from where it was rendered to where the
 * step is known. Nothing of the operation has been sent.
 */
final class OperationException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String place;

	OperationException(Operation operation, String place, RuntimeException cause) {
		super("'%s': %s".formatted(operation.describe(), cause.getMessage()), cause);
		this.place = place;
	}

	OperationException(String message, String place) {
		super(message);
		this.place = place;
	}

	/**
	 * Where in the revision's file the operation stands.
	 * @return a phrase, as {@code line 12}, or an empty text
	 */
	String place() {
		return this.place;
	}

}
