package dev.migrate.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.migrate.Inspector;
import dev.migrate.Operations;
import dev.migrate.Pending;
import dev.migrate.operation.Operation;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps operations instead of performing them.
 */
final class RecordingOperations implements Operations {

	private final List<Operation> operations = new ArrayList<>();

	List<Operation> operations() {
		return List.copyOf(this.operations);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <O extends Operation> Pending<O> invoke(O operation) {
		int place = this.operations.size();
		this.operations.add(operation);
		return (UnaryOperator<O> change) -> this.operations.set(place, change.apply((O) this.operations.get(place)));
	}

	@Override
	public void autocommit(Runnable block) {
		block.run();
	}

	@Override
	public boolean isOffline() {
		return true;
	}

	@Override
	public JdbcClient jdbc() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Inspector inspect() {
		throw new UnsupportedOperationException();
	}

}
