package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import dev.migrate.schema.Schema;

/**
 * A place of the product where objects are made to look at them, and of which nothing
 * stays: an empty schema in a transaction that is taken back, or a database of its own in
 * memory. Names without schema mean objects of this place.
 */
public interface Scratch extends AutoCloseable {

	/**
	 * The connection on which objects are made.
	 * @return a connection that the scratch closes, or leaves as it was
	 */
	Connection connection();

	/**
	 * Read what was made.
	 * @return the objects, their names without schema
	 * @throws SQLException if the database fails
	 */
	Schema reflect() throws SQLException;

	/**
	 * Whether nothing in it touches the database that it was opened for, not even with a
	 * schema in its name.
	 * @return whether it is a database of its own
	 */
	boolean isIsolated();

	/**
	 * Take back all that was made so far.
	 * @throws SQLException if the database fails
	 */
	void clear() throws SQLException;

	@Override
	void close() throws SQLException;

}
