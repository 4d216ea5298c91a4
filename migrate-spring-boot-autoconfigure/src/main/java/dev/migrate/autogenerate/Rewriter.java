package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * Changes what a comparison found before it is written, as a bean of the application.
 */
@FunctionalInterface
public interface Rewriter {

	/**
	 * Change operations.
	 * @param operations the operations of the upgrade, in order
	 * @return the operations to write in their place, each of which is taken back by its
	 * own reverse
	 */
	List<Operation> rewrite(List<Operation> operations);

}
