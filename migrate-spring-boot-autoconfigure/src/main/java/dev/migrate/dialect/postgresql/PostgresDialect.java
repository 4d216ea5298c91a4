package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PreferQueryMode;

import dev.migrate.dialect.AutocommitStatements;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Feature;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.OperationRenderer;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.Reflector;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScriptLexer;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.dialect.SessionStatement;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;

/**
 * PostgreSQL, 12 and later.
 */
public final class PostgresDialect implements Dialect {

	private static final String UNDEFINED_TABLE = "42P01";

	private static final String INVALID_SCHEMA_NAME = "3F000";

	private static final String CANNOT_CONNECT_NOW = "57P03";

	/** A class of states: canceled, or the session was ended. */
	private static final String OPERATOR_INTERVENTION = "57";

	private static final String DEADLOCK = "40P01";

	/** Terminated by an administrator, by a crash, server is shutting down. */
	private static final Set<String> SESSION_ENDED = Set.of("57P01", "57P02", CANNOT_CONNECT_NOW);

	private static final Set<PreferQueryMode> EXTENDED = Set.of(PreferQueryMode.EXTENDED,
			PreferQueryMode.EXTENDED_CACHE_EVERYTHING);

	private final Identifiers identifiers = new Identifiers("PostgreSQL", PostgresKeywords.RESERVED, 63, false);

	private final PostgresTypes types = new PostgresTypes(this.identifiers);

	private final ScriptLexer lexer = new PostgresScriptLexer();

	private final ProductSyntax syntax = new ProductSyntax("postgresql", "PostgreSQL", this.identifiers,
			new PostgresLiterals(), this.types, EnumSet.allOf(Feature.class));

	private final OperationRenderer renderer = new PostgresRenderer(this.syntax, this.lexer);

	private final AutocommitStatements autocommitStatements = new PostgresAutocommitStatements(this.identifiers);

	private final Reflector reflector = new PostgresReflector(this.types);

	@Override
	public ProductSyntax syntax() {
		return this.syntax;
	}

	@Override
	public String logicalName(String identifier, boolean quoted) {
		// The server cuts what is too long, without a complaint
		return this.identifiers.cut(Dialect.super.logicalName(identifier, quoted));
	}

	@Override
	public boolean accepts(String productName) {
		return productName.equals("PostgreSQL");
	}

	@Override
	public boolean acceptsUrl(String url) {
		return url.startsWith("jdbc:postgresql:");
	}

	@Override
	public boolean transactionalDdl() {
		return true;
	}

	@Override
	public boolean dataModifyingCte() {
		return true;
	}

	@Override
	public boolean commitsBehindStatement(Connection connection) throws SQLException {
		return connection.isWrapperFor(PGConnection.class);
	}

	@Override
	public @Nullable SessionStatement sessionStatement(Connection connection, String sql, QualifiedName table)
			throws SQLException {
		// In the other modes the driver does not tell the statements of a message apart,
		// and may send it once more if one fails
		return EXTENDED.contains(connection.unwrap(PGConnection.class).getPreferQueryMode())
				? new PostgresSessionStatement(this, sql, table) : null;
	}

	@Override
	public OperationRenderer renderer() {
		return this.renderer;
	}

	@Override
	public ScriptLexer lexer() {
		return this.lexer;
	}

	@Override
	public Reflector reflector() {
		return this.reflector;
	}

	@Override
	public Scratch openScratch(Connection connection) throws SQLException {
		return new PostgresScratch(connection, this.reflector);
	}

	@Override
	public MigrationLock lock(LockScope scope) {
		return new PostgresLock(scope);
	}

	@Override
	public SessionGuard sessionGuard() {
		return new PostgresSessionGuard(this.identifiers);
	}

	@Override
	public MigrationLock transactionLock(LockScope scope) {
		return new PostgresTransactionLock(scope);
	}

	@Override
	public SessionGuard transactionGuard() {
		return new PostgresTransactionGuard(this.identifiers);
	}

	@Override
	public AutocommitStatements autocommitStatements() {
		return this.autocommitStatements;
	}

	@Override
	public String roleStatement(String role) {
		return "SET ROLE " + this.identifiers.quote(role);
	}

	/**
	 * Not by {@code clock_timestamp()}: nothing volatile, so that the server evaluates
	 * the values of a row in their order, its number first.
	 */
	@Override
	public String transactionMillisExpression() {
		return "CAST(1000 * pg_catalog.date_part('epoch', pg_catalog.statement_timestamp() - "
				+ "pg_catalog.transaction_timestamp()) AS bigint)";
	}

	@Override
	public String tableExistsExpression(QualifiedName table) {
		return "pg_catalog.to_regclass(" + literals().write(this.identifiers.quote(table)) + ") IS NOT NULL";
	}

	@Override
	public String tableSchemaExpression(String table) {
		// A look into the catalog tables would have to be planned
		return "(pg_catalog.pg_identify_object_as_address(CAST('pg_catalog.pg_class' AS pg_catalog.regclass), "
				+ "pg_catalog.to_regclass(" + literals().write(this.identifiers.quote(table))
				+ "), 0)).object_names[1]";
	}

	@Override
	public @Nullable String conversion(String column, ColumnType from, ColumnType to) {
		return PostgresConversion.of(column, from, to, this.syntax);
	}

	@Override
	public String scriptCommand() {
		return "psql -v ON_ERROR_STOP=1 -f FILE";
	}

	@Override
	public boolean isMissingTable(SQLException ex) {
		return UNDEFINED_TABLE.equals(ex.getSQLState()) || INVALID_SCHEMA_NAME.equals(ex.getSQLState());
	}

	@Override
	public boolean isTransientConnectionFailure(SQLException ex) {
		return CANNOT_CONNECT_NOW.equals(ex.getSQLState()) || Dialect.super.isTransientConnectionFailure(ex);
	}

	@Override
	public boolean isLockFailure(SQLException ex) {
		return PostgresBlockers.isLockTimeout(ex) || DEADLOCK.equals(ex.getSQLState());
	}

	@Override
	public boolean isSessionLost(SQLException ex) {
		return SESSION_ENDED.contains(String.valueOf(ex.getSQLState())) || Dialect.super.isSessionLost(ex);
	}

	@Override
	public boolean isInterruption(SQLException ex) {
		String state = ex.getSQLState();
		return Dialect.super.isInterruption(ex) || isLockFailure(ex)
				|| (state != null && state.startsWith(OPERATOR_INTERVENTION));
	}

	@Override
	public @Nullable String describeLockHolders(Connection connection, SQLException ex, @Nullable String statement)
			throws SQLException {
		if (!PostgresBlockers.isLockTimeout(ex)) {
			return null;
		}
		return (statement != null) ? PostgresBlockers.ofStatement(connection, statement)
				: PostgresBlockers.ofQuery(connection);
	}

	@Override
	public String databaseName(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT pg_catalog.current_database()")) {
			row.next();
			return row.getString(1);
		}
	}

	@Override
	public void cancel(Connection connection) throws SQLException {
		connection.unwrap(PGConnection.class).cancelQuery();
	}

	@Override
	public void execute(Connection connection, SqlStatement statement) throws SQLException {
		if (statement.copyData() != null) {
			PostgresCopy.copyIn(connection, statement.text(), statement.copyData());
			return;
		}
		Dialect.super.execute(connection, statement);
	}

}
