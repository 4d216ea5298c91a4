package dev.migrate.runtime;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.Inspector;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;

/**
 * Writes operations as SQL.
 */
final class OfflineOperations extends PendingOperations {

	private final Dialect dialect;

	private final List<String> written = new ArrayList<>();

	OfflineOperations(Dialect dialect, String className) {
		super(className);
		this.dialect = dialect;
	}

	@Override
	void perform(Operation operation, String place) {
		this.dialect.renderer()
			.render(operation)
			.forEach((statement) -> this.written.add(SqlText.of(this.dialect, statement)));
	}

	@Override
	public JdbcClient jdbc() {
		throw new OperationException("op.jdbc() needs a database", callerLine());
	}

	@Override
	public Inspector inspect() {
		throw new OperationException("op.inspect() needs a database", callerLine());
	}

	@Override
	public boolean isOffline() {
		return true;
	}

	List<String> written() {
		return this.written;
	}

}
