package dev.migrate.documentation.revision;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

/** Stands for an example, which tests give to the application in its place. */
@RevisionIdentifiers(revision = "example", createDate = "2026-11-20T10:30:00Z", message = "Example")
public class R1_Example implements Migration {

	@Override
	public void upgrade(Operations op) {
		throw new IllegalStateException("No example was given");
	}

	@Override
	public void downgrade(Operations op) {
		throw new IllegalStateException("No example was given");
	}

}
