package dev.migrate.documentation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.dialect.TableSource;
import dev.migrate.operation.Operation;
import dev.migrate.testsupport.TestDatabase;

/**
 * Performs operations on a database, without a revision.
 */
final class OperationsOnDatabase implements AutoCloseable {

	private final Connection connection;

	private final Dialect dialect;

	OperationsOnDatabase(TestDatabase database) throws SQLException {
		this.connection = database.connect();
		this.dialect = Dialects.load(OperationsOnDatabase.class.getClassLoader()).of(this.connection);
	}

	/**
	 * Create what is there before an example, as far as the product has it.
	 */
	OperationsOnDatabase given() throws SQLException {
		for (Operation operation : OperationExample.given()) {
			if (missing(List.of(operation)).isEmpty()) {
				perform(List.of(operation));
			}
		}
		return this;
	}

	/**
	 * Perform operations, and return the statements.
	 */
	List<String> perform(List<Operation> operations) throws SQLException {
		List<String> sent = new ArrayList<>();
		for (Operation operation : operations) {
			for (SqlStatement statement : this.dialect.renderer().render(operation, tables())) {
				this.dialect.execute(this.connection, statement);
				sent.add(statement.text());
			}
		}
		return sent;
	}

	/**
	 * What the product lacks for the first of the operations that it cannot do.
	 */
	Optional<String> missing(List<Operation> operations) {
		try {
			operations.forEach((operation) -> this.dialect.renderer().render(operation, tables()));
			return Optional.empty();
		}
		catch (UnsupportedOperationException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
		catch (IllegalArgumentException ex) {
			// It changes what one before it makes
			return Optional.empty();
		}
	}

	private TableSource tables() {
		return (table) -> {
			try {
				List<String> definitions = this.dialect.reflector().definitions(this.connection, table);
				if (definitions.isEmpty()) {
					throw new IllegalArgumentException("There is no table " + table);
				}
				return definitions;
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
