package dev.migrate.autoconfigure.app.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;

/** Create person. */
@RevisionIdentifiers(revision = "aaaa1111", branchLabels = "people", message = "Create person",
		createDate = "2026-11-20T10:30:00Z")
public class R1_CreatePerson implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("person", column("id", bigint()).identityByDefault(), column("name", varchar(255)),
				primaryKey("id"));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("person");
	}

}
