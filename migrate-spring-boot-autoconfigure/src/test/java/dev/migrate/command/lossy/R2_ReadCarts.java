package dev.migrate.command.lossy;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

@RevisionIdentifiers(revision = "read", downRevision = "carts", message = "Read carts")
public class R2_ReadCarts implements Migration {

	@Override
	public void upgrade(Operations op) {
	}

	@Override
	public void downgrade(Operations op) {
		op.jdbc().sql("DELETE FROM carts WHERE id = 3").update();
	}

}
