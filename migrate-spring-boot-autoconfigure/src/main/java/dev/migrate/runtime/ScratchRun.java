package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.Inspector;
import dev.migrate.Migration;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.script.JavaRevisionScript;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.SqlRevisionScript;
import dev.migrate.script.SqlSection;

/**
 * Performs a revision on a connection to a scratch: without version rows, history and
 * transactions.
 */
public final class ScratchRun {

	private static final String REMEDY = "correct it by hand, or write it with --no-verify";

	private final RevisionScript script;

	private final MigrationInstances instances;

	private final Dialect dialect;

	private final NamingConvention naming;

	/**
	 * Create a run.
	 * @param script the revision
	 * @param instances creates Java revisions
	 * @param dialect the product
	 * @param naming names constraints without a name
	 */
	public ScratchRun(RevisionScript script, MigrationInstances instances, Dialect dialect, NamingConvention naming) {
		this.script = script;
		this.instances = instances;
		this.dialect = dialect;
		this.naming = naming;
	}

	/**
	 * Perform one direction.
	 * @param connection the connection
	 * @param direction upgrade or downgrade
	 * @throws MigrateException if it fails
	 */
	public void perform(Connection connection, Direction direction) {
		try {
			if (this.script instanceof SqlRevisionScript sql) {
				SqlSection section = new RevisionRenderer(this.dialect, this.instances, this.naming).section(sql,
						direction);
				send(connection, this.dialect.lexer().split(section.sql(), section.firstLine()));
			}
			else {
				JavaRevisionScript java = (JavaRevisionScript) this.script;
				Migration migration = this.instances.create(java);
				new ScratchOperations(connection, java.className()).run(migration, direction);
			}
		}
		catch (MigrateException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new MigrationException(Kind.STEP_FAILED,
					"its %s fails on empty copies of the tables: %s".formatted(direction.id(), reason(ex)), REMEDY, ex);
		}
	}

	private static String reason(Exception ex) {
		Throwable cause = (ex.getCause() instanceof SQLException) ? ex.getCause() : ex;
		return (cause instanceof SQLException sql) ? DatabaseMessage.of(sql) : String.valueOf(cause.getMessage());
	}

	private void send(Connection connection, List<SqlStatement> statements) throws SQLException {
		for (SqlStatement statement : statements) {
			this.dialect.execute(connection, statement);
		}
	}

	private final class ScratchOperations extends PendingOperations {

		private final Connection connection;

		private final SchemaInspector inspector;

		ScratchOperations(Connection connection, String className) {
			super(new CallSite(className), ScratchRun.this.dialect, ScratchRun.this.naming);
			this.connection = connection;
			this.inspector = new SchemaInspector(connection, ScratchRun.this.dialect.reflector(), this::flush);
		}

		@Override
		void perform(Operation operation, String place) {
			this.inspector.invalidate();
			try {
				send(this.connection, ScratchRun.this.dialect.renderer().render(operation, this::definitions));
			}
			catch (SQLException ex) {
				throw new StatementException(new SqlStatement(operation.describe()), place, ex);
			}
		}

		private List<String> definitions(QualifiedName table) {
			try {
				return ScratchRun.this.dialect.reflector().definitions(this.connection, table);
			}
			catch (SQLException ex) {
				throw new StatementException(new SqlStatement("a query of the catalog"), "", ex);
			}
		}

		@Override
		void leaveTransaction(String place) {
			// What is made in a scratch is not committed
		}

		@Override
		void enterTransaction() {
			// See above
		}

		@Override
		public JdbcClient jdbc() {
			flush();
			return JdbcClient.create(new SingleConnectionDataSource(this.connection, true));
		}

		@Override
		public Inspector inspect() {
			return this.inspector;
		}

		@Override
		public boolean isOffline() {
			return false;
		}

	}

}
