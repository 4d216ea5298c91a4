package dev.migrate.chaos.revisions;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.integer;

/** Add prices. */
@RevisionIdentifiers(revision = "c2", downRevision = "c1", message = "Add prices", createDate = "2026-11-20T10:30:00Z")
public class R2_AddPrices implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("items", column("price", integer()));
		op.execute("INSERT INTO effects (revision) VALUES (?)", "c2");
		op.execute("SELECT pg_sleep(0.3)");
	}

	@Override
	public void downgrade(Operations op) {
		op.dropColumn("items", "price");
	}

}
