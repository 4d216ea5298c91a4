package dev.migrate.runtime;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.Inspector;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;

/**
 * Keeps operations in place of performing them.
 */
final class CollectedOperations extends PendingOperations {

	private final List<Operation> operations = new ArrayList<>();

	CollectedOperations(Dialect dialect, CallSite callSite, NamingConvention naming) {
		super(callSite, dialect, naming);
	}

	@Override
	void perform(Operation operation, String place) {
		this.operations.add(operation);
	}

	@Override
	void leaveTransaction(String place) {
	}

	@Override
	void enterTransaction() {
	}

	@Override
	public JdbcClient jdbc() {
		throw OperationException.needsDatabase("op.jdbc()", callerLine());
	}

	@Override
	public Inspector inspect() {
		throw OperationException.needsDatabase("op.inspect()", callerLine());
	}

	@Override
	public boolean isOffline() {
		return true;
	}

	List<Operation> operations() {
		return this.operations;
	}

}
