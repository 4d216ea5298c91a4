package dev.migrate.command.late;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

/** Cannot be initialized. */
@RevisionIdentifiers(revision = "b0", downRevision = "a5", message = "Never", createDate = "2026-11-20T10:30:00Z")
public class R1_Late implements Migration {

	private static final int NUMBER = Integer.parseInt("no number");

	@Override
	public void upgrade(Operations op) {
		op.execute("SELECT " + NUMBER);
	}

	@Override
	public void downgrade(Operations op) {
	}

}
