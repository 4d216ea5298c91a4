package dev.migrate.command;

import java.util.List;
import java.util.function.Supplier;

import dev.migrate.runtime.DatabaseSession;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * The guard of a protected database: commands that lose something need its name.
 *
 * @param enabled whether the database is protected
 * @param confirmation gives the name
 */
record Protection(boolean enabled, Confirmation confirmation) {

	static final Protection NONE = new Protection(false, Confirmation.NONE);

	/**
	 * Check that a command may go on.
	 * @param session the database
	 * @param command the command, as it is typed
	 * @param losses tells what it would lose; asked only if the database is protected
	 * @throws MigrationException if the name was not given, or another one
	 */
	void require(DatabaseSession session, String command, Supplier<List<String>> losses) {
		if (!this.enabled) {
			return;
		}
		String database = session.run("Reading the name of the database",
				(connection, dialect) -> dialect.databaseName(connection));
		DestructiveAction action = new DestructiveAction(database, command, losses.get());
		String name = this.confirmation.confirm(action);
		if (!database.equals(name)) {
			throw new MigrationException(Kind.PROTECTED,
					((name == null) ? "The database '%s' is protected, and %s %s"
							: "The database '%s' is protected and not confirmed by '" + name.replace("%", "%%")
									+ "', and %s %s")
						.formatted(database, command, action.consequence()),
					"nothing was executed; if it is meant, add --confirm " + database);
		}
	}

}
