package dev.migrate.autogenerate;

import java.io.Serial;

import dev.migrate.revision.MigrateException;

/**
 * Thrown when something cannot have been renamed as the operator says.
 */
public class RenameException extends MigrateException {

	@Serial
	private static final long serialVersionUID = 1L;

	RenameException(String problem) {
		super(problem, "name old and new as --rename table.old=table.new or --rename-table old=new");
	}

}
