package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * One database product. Dialects are found with {@link java.util.ServiceLoader}.
 */
public interface Dialect {

	/**
	 * The product's short name, as in {@code -- migrate:upgrade dialect=postgresql} and
	 * the property {@code migrate.dialect}.
	 * @return a lower-case name
	 */
	default String name() {
		return syntax().name();
	}

	/**
	 * How the product writes.
	 * @return the syntax
	 */
	ProductSyntax syntax();

	/**
	 * Whether this is the dialect of a product.
	 * @param productName what the driver's {@code DatabaseMetaData} calls the product
	 * @return whether it is
	 */
	boolean accepts(String productName);

	/**
	 * Whether this is the dialect of the product that a JDBC URL leads to.
	 * @param url a JDBC URL
	 * @return whether it is
	 */
	boolean acceptsUrl(String url);

	/**
	 * Whether a failed transaction takes back its DDL statements too.
	 * @return whether DDL is transactional
	 */
	boolean transactionalDdl();

	/**
	 * Whether the product changes tables in {@code WITH} clauses, so that several changes
	 * make one statement.
	 * @return whether it does
	 */
	boolean dataModifyingCte();

	/**
	 * Whether the driver sends a statement and a {@code COMMIT} behind it together, and
	 * the server leaves the latter out if the former fails.
	 * @param connection the connection
	 * @return whether one message does both
	 * @throws SQLException if the connection is of no use
	 */
	default boolean commitsBehindStatement(Connection connection) throws SQLException {
		return false;
	}

	/**
	 * A statement that the server keeps for the session.
	 * @param connection a connection to the session
	 * @param sql the statement, with parameter markers, which adds a row to a table
	 * @param table the table, whose column {@code id} numbers its rows
	 * @return the statement, not yet prepared, or {@code null} if the product or the
	 * driver has no such
	 * @throws SQLException if the connection is of no use
	 */
	default @Nullable SessionStatement sessionStatement(Connection connection, String sql, QualifiedName table)
			throws SQLException {
		return null;
	}

	/**
	 * How the product writes identifiers.
	 * @return the identifiers
	 */
	default Identifiers identifiers() {
		return syntax().identifiers();
	}

	/**
	 * How a database of the product stores identifiers.
	 * @param connection a connection to it
	 * @return the identifiers
	 * @throws SQLException if the database fails
	 */
	default Identifiers identifiers(Connection connection) throws SQLException {
		return identifiers();
	}

	/**
	 * How the product writes constants.
	 * @return the literals
	 */
	default Literals literals() {
		return syntax().literals();
	}

	/**
	 * How the product names column types.
	 * @return the names
	 */
	default TypeNames types() {
		return syntax().types();
	}

	/**
	 * The logical name of what an identifier means in the product's SQL.
	 * @param identifier the identifier, without its quotes
	 * @param quoted whether it stands in quotes
	 * @return the logical name
	 */
	default String logicalName(String identifier, boolean quoted) {
		return identifiers().toLogical(quoted ? identifier : identifier.toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether a generated column is stored if its definition does not say.
	 * @return whether it is
	 */
	default boolean storesGeneratedColumns() {
		return false;
	}

	/**
	 * Whether an identity counts as far as the type of its column allows, also when that
	 * becomes another.
	 * @return whether it does
	 */
	default boolean identityFollowsType() {
		return true;
	}

	/**
	 * What turns operations into SQL.
	 * @return the renderer
	 */
	OperationRenderer renderer();

	/**
	 * What splits scripts into statements.
	 * @return the lexer
	 */
	ScriptLexer lexer();

	/**
	 * What reads a schema from the catalog.
	 * @return the reflector
	 */
	Reflector reflector();

	/**
	 * Make room to look at objects that are not to stay.
	 * @param connection the connection, on which the scratch works if it is of the same
	 * database
	 * @return an empty scratch
	 * @throws SQLException if the database has no room for it
	 */
	Scratch openScratch(Connection connection) throws SQLException;

	/**
	 * A lock that one migrator at a time holds.
	 * @param scope what it protects
	 * @return a lock that is not yet held
	 */
	MigrationLock lock(LockScope scope);

	/**
	 * The same lock for the time of a transaction, with which it ends.
	 * @param scope what it protects
	 * @return a lock that is taken inside of a transaction
	 * @throws UnsupportedFeatureException if the product has none
	 */
	default MigrationLock transactionLock(LockScope scope) {
		throw new UnsupportedFeatureException("it has no lock that belongs to a transaction");
	}

	/**
	 * What is set in a database session for the time of a run, and put back.
	 * @return a guard for one session
	 */
	SessionGuard sessionGuard();

	/**
	 * The same for the time of a transaction, with which all of it ends.
	 * @return a guard that begins anew in each transaction
	 * @throws UnsupportedFeatureException if the product has none
	 */
	default SessionGuard transactionGuard() {
		throw new UnsupportedFeatureException("it has no settings that belong to a transaction");
	}

	/**
	 * The statements that cannot be part of a transaction.
	 * @return the statements
	 */
	default AutocommitStatements autocommitStatements() {
		return AutocommitStatements.NONE;
	}

	/**
	 * What makes a role that of the session.
	 * @param role the logical name of the role
	 * @return a statement
	 * @throws UnsupportedFeatureException if the product has no such statement
	 */
	default String roleStatement(String role) {
		throw new UnsupportedFeatureException("its sessions cannot take another role");
	}

	/**
	 * What gives the session its own role back.
	 * @return a statement
	 */
	default String resetRoleStatement() {
		return "RESET ROLE";
	}

	/**
	 * An SQL expression for whether a table exists.
	 * @param table its logical name, without a schema if it is to be found as the
	 * connection finds it
	 * @return a condition
	 */
	String tableExistsExpression(QualifiedName table);

	/**
	 * An SQL expression for the schema in which an unqualified table name is found.
	 * @param table the table's logical name
	 * @return an expression that is {@code NULL} if there is no such table
	 */
	default String tableSchemaExpression(String table) {
		return currentSchemaExpression();
	}

	/**
	 * An SQL expression for the schema that the connection works in.
	 * @return an expression
	 */
	default String currentSchemaExpression() {
		return "CURRENT_SCHEMA";
	}

	/**
	 * The name by which a person knows the database of a connection.
	 * @param connection the connection
	 * @return the name in the URL, if the product does not tell it
	 * @throws SQLException if the database fails
	 */
	default String databaseName(Connection connection) throws SQLException {
		String url = connection.getMetaData().getURL();
		int end = 0;
		while (end < url.length() && url.charAt(end) != ';' && url.charAt(end) != '?') {
			end++;
		}
		String path = url.substring(0, end).replace('\\', '/');
		return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
	}

	/**
	 * An SQL expression for the user of the connection.
	 * @return an expression that is {@code NULL} if the product has no users
	 */
	default String currentUserExpression() {
		return "CURRENT_USER";
	}

	/**
	 * An SQL expression for the present moment.
	 * @return an expression
	 */
	default String currentTimestampExpression() {
		return "CURRENT_TIMESTAMP";
	}

	/**
	 * An SQL expression for how long the present transaction has taken so far.
	 * @return an expression for whole milliseconds, {@code NULL} if the product does not
	 * know, negative if the server's clock was put back
	 */
	default String transactionMillisExpression() {
		return "NULL";
	}

	/**
	 * Read a moment of a column that is made as {@code timestamp with time zone}.
	 * @param row the row
	 * @param column the number of the column
	 * @return the moment
	 * @throws SQLException if it cannot be read
	 */
	default Instant readMoment(ResultSet row, int column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * How values become values of another type, where the product does not convert them
	 * by itself.
	 * @param column the logical name of the column
	 * @param from the type of its values
	 * @param to the other type
	 * @return an expression, or {@code null} if nothing need be said
	 */
	default @Nullable String conversion(String column, ColumnType from, ColumnType to) {
		return null;
	}

	/**
	 * Whether the product makes such names for constraints without one, and may make the
	 * same for another constraint of another database.
	 * @param name the logical name of a constraint
	 * @return whether nobody is likely to have chosen it
	 */
	default boolean inventsName(String name) {
		return false;
	}

	/**
	 * Whether a statement failed because a row with such a key exists.
	 * @param ex the failure
	 * @return whether that was the reason
	 */
	default boolean isDuplicateKey(SQLException ex) {
		return "23505".equals(ex.getSQLState());
	}

	/**
	 * How a script is executed so that it stops at the first error.
	 * @return a command line, or {@code null} if the product's tools always do
	 */
	default @Nullable String scriptCommand() {
		return null;
	}

	/**
	 * Whether a statement failed because a table or schema does not exist.
	 * @param ex the failure
	 * @return whether that was the reason
	 */
	boolean isMissingTable(SQLException ex);

	/**
	 * Whether a query failed only because another session is writing.
	 * @param ex the failure
	 * @return whether it will succeed later
	 */
	default boolean isBusy(SQLException ex) {
		return false;
	}

	/**
	 * Whether a statement failed for a reason that is not in what it says: the session
	 * has ended, or another one did not let go of what the statement needs.
	 * @param ex the failure
	 * @return whether the statement may be right nevertheless
	 */
	default boolean isInterruption(SQLException ex) {
		String state = ex.getSQLState();
		return state != null && state.startsWith("08");
	}

	/**
	 * Whether a statement failed only because of the locks of other sessions, so that all
	 * of its transaction may succeed when it is tried again.
	 * @param ex the failure
	 * @return whether that was the reason
	 */
	default boolean isLockFailure(SQLException ex) {
		return isBusy(ex);
	}

	/**
	 * Whether a statement failed because the database has ended the session.
	 * @param ex the failure
	 * @return whether the connection is of no use any more
	 */
	default boolean isSessionLost(SQLException ex) {
		String state = ex.getSQLState();
		return state != null && state.startsWith("08");
	}

	/**
	 * Whether a statement that changes the schema failed because what it makes is there
	 * already, or what it drops is not.
	 * @param ex the failure
	 * @return whether an earlier execution of the same statement explains it
	 */
	default boolean isAlreadyDone(SQLException ex) {
		return false;
	}

	/**
	 * Who holds the lock that a failed statement has waited for.
	 * @param connection a connection without a transaction
	 * @param ex the failure
	 * @param statement the statement, or {@code null} for a query of the catalog
	 * @return the sessions, as the object of a sentence, or {@code null} if it was not
	 * for a lock that the statement failed
	 * @throws SQLException if the database fails
	 */
	default @Nullable String describeLockHolders(Connection connection, SQLException ex, @Nullable String statement)
			throws SQLException {
		return null;
	}

	/**
	 * Whether a connection was refused for a reason that may pass: the server is starting
	 * up, or cannot be reached.
	 * @param ex the failure
	 * @return whether trying again makes sense
	 */
	default boolean isTransientConnectionFailure(SQLException ex) {
		String state = ex.getSQLState();
		return state == null || state.startsWith("08");
	}

	/**
	 * Whether a statement failed because of rows: they break a constraint, or are too
	 * long or too large for a type.
	 * @param ex the failure
	 * @return whether that was the reason
	 */
	default boolean isRefusedByRows(SQLException ex) {
		String state = ex.getSQLState();
		return state != null && (state.startsWith("23") || state.equals("22001") || state.equals("22003"));
	}

	/**
	 * End what a connection is executing at this moment, from another thread: it fails
	 * then. A product that cannot do that does nothing.
	 * @param connection the connection
	 * @throws SQLException if the database fails
	 */
	default void cancel(Connection connection) throws SQLException {
	}

	/**
	 * Execute a statement.
	 * @param connection the connection
	 * @param statement the statement
	 * @throws SQLException if the database refuses it
	 */
	default void execute(Connection connection, SqlStatement statement) throws SQLException {
		StatementExecution.execute(connection, statement);
	}

}
