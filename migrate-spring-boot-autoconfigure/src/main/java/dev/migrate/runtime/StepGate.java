package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What holds other migrators off while steps are executed.
 */
interface StepGate {

	/** For a script, which nothing is known about whom it meets. */
	StepGate NONE = new SessionGate(null);

	/**
	 * Enter, at the beginning of a transaction that holds steps of the plan.
	 * @param connection the connection, in a transaction if the steps begin in one
	 * @param index the place of the first step in the plan, from 0
	 * @return whether the step is still to be executed
	 * @throws SQLException if the database fails
	 */
	boolean enter(Connection connection, int index) throws SQLException;

	/**
	 * Check that statements may be executed outside of a transaction now.
	 * @param connection the connection
	 * @param place where in the revision, or an empty text
	 * @throws OperationException if they may not
	 * @throws SQLException if nothing holds others off any more, or the database fails
	 */
	void leaveTransaction(Connection connection, String place) throws SQLException;

	/**
	 * Check that others are still held off, after version rows were not found.
	 * @param connection the connection
	 * @throws SQLException if they are not, or the database fails
	 */
	void verify(Connection connection) throws SQLException;

	/**
	 * A condition for the statements that change version rows.
	 * @return an SQL condition that holds as long as others are held off, or {@code null}
	 */
	@Nullable String condition();

}
