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

	private final boolean needsDatabase;

	OperationException(Operation operation, String place, RuntimeException cause) {
		this(message(operation, (cause.getMessage() != null) ? cause.getMessage() : cause.toString()), place, cause);
	}

	private static String message(Operation operation, String problem) {
		String description = operation.describe();
		return problem.contains(description) ? problem : "'%s': %s".formatted(description, problem);
	}

	OperationException(String message, String place, RuntimeException cause) {
		super(message, cause);
		this.place = place;
		this.needsDatabase = false;
	}

	OperationException(String message, String place) {
		this(message, place, false);
	}

	private OperationException(String message, String place, boolean needsDatabase) {
		super(message);
		this.place = place;
		this.needsDatabase = needsDatabase;
	}

	static OperationException needsDatabase(String call, String place) {
		return new OperationException(call + " needs a database", place, true);
	}

	/**
	 * Whether it could be performed if there were a database.
	 * @return whether only writing it as SQL failed
	 */
	boolean needsDatabase() {
		return this.needsDatabase;
	}

	/**
	 * Where in the revision's file the operation stands.
	 * @return a phrase, as {@code line 12}, or an empty text
	 */
	String place() {
		return this.place;
	}

}
