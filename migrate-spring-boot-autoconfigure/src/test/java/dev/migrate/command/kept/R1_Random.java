package dev.migrate.command.kept;

import java.util.UUID;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

/** Commits what it would not say a second time. */
@RevisionIdentifiers(revision = "b0", downRevision = "a5", message = "Insert something",
		createDate = "2026-11-20T10:30:00Z")
public class R1_Random implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.autocommit(() -> op.execute("INSERT INTO forgetful VALUES (?)", UUID.randomUUID().toString()));
		op.execute("CREATE TABLE once (id int)");
	}

	@Override
	public void downgrade(Operations op) {
	}

}
