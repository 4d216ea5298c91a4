package dev.migrate;

import dev.migrate.operation.Operation;

/**
 * Executes operations.
 */
public interface OperationInvoker {

	/**
	 * Execute an operation. All other operations come through here; operations of one's
	 * own can be given to it directly.
	 * @param <O> the type of operation
	 * @param operation the operation
	 * @return a handle to refine it until the next call
	 */
	<O extends Operation> Pending<O> invoke(O operation);

}
