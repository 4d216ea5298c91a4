package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.Inspector;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;

/**
 * Executes operations on a connection.
 */
final class OnlineOperations extends PendingOperations {

	private final Connection connection;

	private final Dialect dialect;

	private final StatementSink sink;

	private final TransactionMode mode;

	private final TransactionRules rules;

	private final SchemaInspector inspector;

	private final List<String> written = new ArrayList<>();

	private boolean reproducible = true;

	OnlineOperations(Connection connection, Dialect dialect, StatementSink sink, TransactionMode mode,
			CallSite callSite, NamingConvention naming) {
		super(callSite, dialect, naming);
		this.connection = connection;
		this.dialect = dialect;
		this.sink = sink;
		this.mode = mode;
		this.rules = new TransactionRules(dialect.literals());
		this.inspector = new SchemaInspector(connection, dialect.reflector(), this::flush);
	}

	@Override
	void perform(Operation operation, String place) {
		List<SqlStatement> statements = this.dialect.renderer().render(operation, this::definitions);
		statements.forEach((statement) -> TransactionControl.refuse(statement, place));
		// Whatever cannot be written is found before the first statement is sent
		List<String> texts = statements.stream().map((statement) -> SqlText.of(this.dialect, statement)).toList();
		this.rules.check(operation, texts);
		this.inspector.invalidate();
		if (leavesTransaction(operation, texts)) {
			leaveTransaction(place);
			send(operation, statements, place);
			this.written.addAll(texts);
			enterTransaction();
			return;
		}
		send(operation, statements, place);
		this.written.addAll(texts);
	}

	private void send(Operation operation, List<SqlStatement> statements, String place) {
		Supplier<@Nullable String> undo = () -> undo(operation);
		int last = isLast() ? statements.size() - 1 : statements.size();
		for (int i = 0; i < statements.size(); i++) {
			if (i == last) {
				this.sink.executeLast(statements.get(i), place, undo);
			}
			else {
				this.sink.execute(statements.get(i), place, undo);
			}
			// What takes the operation back takes all its statements back
			undo = () -> "";
		}
	}

	private @Nullable String undo(Operation operation) {
		StringBuilder script = new StringBuilder();
		try {
			Operation reverse = operation.reverse().orElse(null);
			if (reverse == null) {
				return null;
			}
			this.dialect.renderer()
				.render(reverse)
				.forEach((statement) -> script.append(SqlText.terminated(SqlText.of(this.dialect, statement))));
			return script.toString();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private List<String> definitions(QualifiedName table) {
		this.reproducible = false;
		try {
			List<String> definitions = this.dialect.reflector().definitions(this.connection, table);
			if (definitions.isEmpty()) {
				throw new IllegalArgumentException("The database has no table '%s'".formatted(table));
			}
			return definitions;
		}
		catch (SQLException ex) {
			throw new StatementException(new SqlStatement("a query of the catalog"), "", ex);
		}
	}

	@Override
	void leaveTransaction(String place) {
		if (this.mode == TransactionMode.SINGLE) {
			throw new OperationException("op.autocommit(…) cannot be performed where one transaction holds all "
					+ "revisions; set migrate.transaction=per-revision", place);
		}
		this.sink.leaveTransaction(place);
		this.rules.transactionEnded(true);
		writeTransaction(SqlText.COMMIT);
	}

	@Override
	void enterTransaction() {
		this.sink.enterTransaction();
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
		flush();
		this.reproducible = false;
		this.sink.sessionMayChange();
		return JdbcClient.create(new SingleConnectionDataSource(this.connection, true) {

			@Override
			public Connection getConnection() throws SQLException {
				// Each statement of the client asks for its connection
				flush();
				OnlineOperations.this.sink.executeElsewhere(callerLine());
				OnlineOperations.this.inspector.invalidate();
				return super.getConnection();
			}

		});
	}

	@Override
	public Inspector inspect() {
		this.reproducible = false;
		this.sink.dependsOnDatabase();
		return this.inspector;
	}

	@Override
	public boolean isOffline() {
		this.reproducible = false;
		return false;
	}

	/**
	 * What was executed, if the same would be written offline.
	 * @return the statements, or empty if the revision asked the database anything
	 */
	Optional<List<String>> reproducibleStatements() {
		return this.reproducible ? Optional.of(this.written) : Optional.empty();
	}

}
