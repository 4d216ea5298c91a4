package dev.migrate.command.lossy;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.integer;

@RevisionIdentifiers(revision = "carts", message = "Add carts")
public class R1_AddCarts implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("carts", column("id", integer()).notNull(), column("size", integer()), primaryKey("id"));
		op.createTable("Old Carts", column("id", integer()).notNull(), primaryKey("id"));
		op.execute("INSERT INTO carts VALUES (1, 2), (2, NULL), (3, 4)");
	}

	@Override
	public void downgrade(Operations op) {
		op.dropColumn("carts", "size");
		op.execute("DELETE FROM carts WHERE id > 1");
		op.dropTable("carts");
		op.dropTable("Old Carts");
	}

}
