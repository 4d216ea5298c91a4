package dev.migrate.runtime;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.Inspector;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;

/**
 * Writes operations as SQL.
 */
final class OfflineOperations extends PendingOperations {

	private final Dialect dialect;

	private final TransactionRules rules;

	private final List<String> written = new ArrayList<>();

	OfflineOperations(Dialect dialect, CallSite callSite, NamingConvention naming) {
		super(callSite, dialect, naming);
		this.dialect = dialect;
		this.rules = new TransactionRules(dialect.literals());
	}

	@Override
	void perform(Operation operation, String place) {
		List<SqlStatement> statements = this.dialect.renderer().render(operation);
		statements.forEach((statement) -> TransactionControl.refuse(statement, place));
		List<String> texts = statements.stream().map((statement) -> SqlText.of(this.dialect, statement)).toList();
		this.rules.check(operation, texts);
		if (leavesTransaction(operation, texts)) {
			leaveTransaction(place);
			this.written.addAll(texts);
			enterTransaction();
			return;
		}
		this.written.addAll(texts);
	}

	@Override
	void leaveTransaction(String place) {
		this.rules.transactionEnded(true);
		writeTransaction(SqlText.COMMIT);
	}

	@Override
	void enterTransaction() {
		this.rules.transactionEnded(false);
		writeTransaction(SqlText.BEGIN);
	}

	private void writeTransaction(String statement) {
		if (this.dialect.transactionalDdl()) {
			this.written.add(statement);
		}
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

	List<String> written() {
		return this.written;
	}

}
