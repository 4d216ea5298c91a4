package dev.migrate.fidelity;

import java.sql.Connection;
import java.sql.SQLException;

import dev.migrate.autogenerate.Changes;
import dev.migrate.autogenerate.Model;
import org.hibernate.boot.Metadata;

/**
 * What is tested: the way from Hibernate's metadata to changes of a database.
 */
interface Autogeneration {

	/** What Hibernate would create. */
	Model model(Metadata metadata);

	/** What makes the database so. */
	Changes compare(Connection connection, Model model) throws SQLException;

	/** Make the database so. */
	void apply(Connection connection, Changes changes) throws Exception;

	/** Make it as it was. */
	void takeBack(Connection connection, Changes changes) throws Exception;

}
