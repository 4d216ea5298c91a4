package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * Something that model and database differ in.
 *
 * @param kind what kind of difference, as {@code add_column}
 * @param object the object, as {@code users.phone_number}
 * @param text the difference in a line, as {@code added column 'users.phone_number'}
 * @param operations what makes the database as the model wants it
 */
public record Difference(String kind, String object, String text, List<Operation> operations) {

	public Difference {
		operations = List.copyOf(operations);
	}

}
