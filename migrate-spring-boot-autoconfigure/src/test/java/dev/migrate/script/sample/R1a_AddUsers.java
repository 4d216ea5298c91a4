package dev.migrate.script.sample;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

@RevisionIdentifiers(revision = "1a", downRevision = {})
public class R1a_AddUsers implements Migration {

	@Override
	public void upgrade(Operations op) {
	}

	@Override
	public void downgrade(Operations op) {
	}

}
