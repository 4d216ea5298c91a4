package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A statement that the server reads once and keeps for the session, to be executed again
 * and again with other values. Each execution adds a row to a table.
 */
public interface SessionStatement {

	/**
	 * What hands the statement over to the server. A rollback does not take that back.
	 * @return a statement without parameters, without what ends it
	 */
	String preparation();

	/**
	 * What executes the statement.
	 * @param values the values of its parameters
	 * @return a statement without parameters, without what ends it
	 */
	String execution(List<? extends @Nullable Object> values);

	/**
	 * Whether a failure says that the session does not have the statement.
	 * @param ex the failure of an execution
	 * @return whether it was never prepared there, or the session was told to forget it
	 */
	boolean isMissing(SQLException ex);

	/**
	 * Whether an execution was begun, in a transaction that was rolled back behind it:
	 * the row has got a number, which no row of the table has.
	 * @param connection the connection, in no transaction or in a new one
	 * @return whether it was, {@code null} if the table does not number its rows by
	 * itself; a number that was got by something else is not told apart
	 * @throws SQLException if the database fails, or does not tell
	 */
	@Nullable Boolean wasExecuted(Connection connection) throws SQLException;

	/**
	 * Have the server forget the statement, if it still has it.
	 * @param connection the connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void close(Connection connection) throws SQLException;

}
