package dev.migrate.demo.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

/** Merge shifts and hierarchy. */
@RevisionIdentifiers(revision = "b803a8b61f66", downRevision = { "5f95f8238578", "43298faea452" },
		createDate = "2025-07-15T08:03:10Z", message = "Merge shifts and hierarchy")
public class Rb803a8b61f66_MergeShiftsAndHierarchy implements Migration {

	@Override
	public void upgrade(Operations op) {
	}

	@Override
	public void downgrade(Operations op) {
	}

}
