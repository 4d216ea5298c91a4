package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Reflector;
import dev.migrate.dialect.Scratch;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;

/**
 * A schema of its own in a transaction that is taken back; where the role may not create
 * one, the session's temporary schema. The search path leads there first, so that texts
 * are printed as those of the schema that the connection works in.
 */
final class PostgresScratch implements Scratch {

	private static final String SETTINGS = "SELECT 'migrate_scratch_' || pg_catalog.pg_backend_pid(),"
			+ " pg_catalog.current_setting('search_path')";

	private static final String INSUFFICIENT_PRIVILEGE = "42501";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final Connection connection;

	private final Reflector reflector;

	/** Where a transaction has come to in which this is one scratch among others. */
	private final @Nullable Savepoint before;

	private @Nullable Savepoint empty;

	private boolean temporary;

	PostgresScratch(Connection connection, Reflector reflector) throws SQLException {
		this.connection = connection;
		this.reflector = reflector;
		boolean own = connection.getAutoCommit();
		if (own) {
			connection.setAutoCommit(false);
		}
		try {
			this.before = own ? null : connection.setSavepoint();
			create();
			this.empty = connection.setSavepoint();
		}
		catch (SQLException ex) {
			if (own) {
				end();
			}
			throw ex;
		}
	}

	private void create() throws SQLException {
		String schema;
		String searchPath;
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery(SETTINGS)) {
			row.next();
			schema = row.getString(1) + "_" + NUMBER.incrementAndGet();
			searchPath = Objects.requireNonNull(row.getString(2));
		}
		Savepoint savepoint = this.connection.setSavepoint();
		try {
			execute("CREATE SCHEMA " + schema);
		}
		catch (SQLException ex) {
			if (!INSUFFICIENT_PRIVILEGE.equals(ex.getSQLState())) {
				throw ex;
			}
			this.connection.rollback(savepoint);
			this.temporary = true;
		}
		execute("SET LOCAL search_path = " + (this.temporary ? "pg_temp" : schema)
				+ (searchPath.isBlank() ? "" : ", " + searchPath));
	}

	@Override
	public Connection connection() {
		return this.connection;
	}

	@Override
	public Schema reflect() throws SQLException {
		if (!this.temporary) {
			return this.reflector.reflect(this.connection, null);
		}
		Schema found = this.reflector.reflect(this.connection, temporarySchema());
		return found.renamed((name) -> new QualifiedName(null, name.name()));
	}

	@Override
	public boolean isIsolated() {
		return false;
	}

	/** The temporary schema has no name before something is made in it. */
	private String temporarySchema() throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery(
						"SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()")) {
			return row.next() ? row.getString(1) : "pg_temp";
		}
	}

	@Override
	public void clear() throws SQLException {
		this.connection.rollback(Objects.requireNonNull(this.empty));
	}

	@Override
	public void close() throws SQLException {
		if (this.before != null) {
			this.connection.rollback(this.before);
		}
		else if (!this.connection.isClosed()) {
			end();
		}
	}

	private void end() throws SQLException {
		try {
			this.connection.rollback();
		}
		finally {
			this.connection.setAutoCommit(true);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
