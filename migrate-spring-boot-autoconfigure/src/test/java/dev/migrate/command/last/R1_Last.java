package dev.migrate.command.last;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;

/** Two operations, the last of which is an option behind its call. */
@RevisionIdentifiers(revision = "b0", downRevision = "a5", message = "Create another table",
		createDate = "2026-11-20T10:30:00Z")
public class R1_Last implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("b0", column("id", bigint()).notNull(), column("name", varchar(50)));
		op.createIndex("b0_name", "b0", "name").unique();
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("b0");
	}

}
