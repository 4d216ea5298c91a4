package dev.migrate.chaos.revisions;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

/** Require prices: in part outside of a transaction. */
@RevisionIdentifiers(revision = "c8", downRevision = "c7", message = "Require prices",
		createDate = "2026-11-20T10:30:00Z")
public class R8_RequirePrices implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.execute("UPDATE items SET price = coalesce(price, 0) + 1");
		op.autocommit(() -> {
			op.execute("INSERT INTO effects (revision) VALUES (?)", "c8");
			op.createIndex("items_price", "items", "price").concurrently();
		});
		op.execute("SELECT pg_sleep(0.3)");
		op.alterColumn("items", "price").nullable(false);
	}

	@Override
	public void downgrade(Operations op) {
		op.dropIndex("items_price");
		op.alterColumn("items", "price").nullable(true);
	}

}
