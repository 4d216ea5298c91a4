package dev.migrate.script.sample;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

@RevisionIdentifiers(revision = "2b", downRevision = "1a", branchLabels = { "orders", "sales" }, dependsOn = "0f",
		message = "Add orders", createDate = "2026-11-20T10:30:00Z")
public class R2b_AddOrders implements Migration {

	@Override
	public void upgrade(Operations op) {
	}

	@Override
	public void downgrade(Operations op) {
	}

}
