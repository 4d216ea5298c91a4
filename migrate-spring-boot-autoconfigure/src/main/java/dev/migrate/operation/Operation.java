package dev.migrate.operation;

import java.util.Optional;

/**
 * One change of a database. The operations of this package are what the products'
 * renderers know; a type of one's own can be rendered where a renderer is registered for
 * it.
 */
public interface Operation {

	/**
	 * The operation that takes this one back.
	 * @return the reverse, or empty if what is needed for it is not known or it has none
	 */
	default Optional<Operation> reverse() {
		return Optional.empty();
	}

	/**
	 * What the operation does, for messages.
	 * @return a phrase, as {@code add column users.phone_number}
	 */
	String describe();

	/**
	 * Whether the operation cannot be performed inside a transaction.
	 * @return whether it must stand in a block outside of it
	 */
	default boolean needsAutocommit() {
		return false;
	}

}
