package dev.migrate.autogenerate;

import dev.migrate.operation.Operation;

/**
 * Stands in a downgrade for the way back from an operation whose reverse is not known. It
 * is written as what fails when it is executed, and can itself not be performed.
 *
 * @param operation what cannot be taken back
 */
public record Irreversible(Operation operation) implements Operation {

	@Override
	public String describe() {
		return "take back: " + this.operation.describe();
	}

}
