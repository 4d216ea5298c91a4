package dev.migrate.script.sample;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

@RevisionIdentifiers(revision = "0f")
public class R0f_Base implements Migration {

	static {
		failWhenLoaded();
	}

	private static void failWhenLoaded() {
		throw new IllegalStateException("A revision is read, not loaded");
	}

	@Override
	public void upgrade(Operations op) {
	}

	@Override
	public void downgrade(Operations op) {
	}

}
