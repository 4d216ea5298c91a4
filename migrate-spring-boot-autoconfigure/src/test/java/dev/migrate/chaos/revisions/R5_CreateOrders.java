package dev.migrate.chaos.revisions;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.bigint;

/** Create orders: a branch. */
@RevisionIdentifiers(revision = "c5", downRevision = "c4", message = "Create orders",
		createDate = "2026-11-20T10:30:00Z")
public class R5_CreateOrders implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("orders", column("item", bigint()));
		op.jdbc().sql("INSERT INTO orders SELECT id FROM items").update();
		op.execute("SELECT pg_sleep(0.3)");
		op.execute("INSERT INTO effects (revision) VALUES (?)", "c5");
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("orders");
	}

}
