package dev.migrate.command.outside;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

/** Says in which transaction each of its parts is performed. */
@RevisionIdentifiers(revision = "outside", message = "Leave the transaction", createDate = "2026-11-20T10:30:00Z")
public class R1_Outside implements Migration {

	private final String inside;

	/**
	 * Create the revision.
	 * @param inside a statement of the block
	 */
	public R1_Outside(String inside) {
		this.inside = inside;
	}

	@Override
	public void upgrade(Operations op) {
		log(op, "before");
		log(op, "before");
		op.autocommit(() -> {
			log(op, "block");
			op.autocommit(() -> log(op, "nested"));
			op.execute(this.inside);
			log(op, "block");
		});
		log(op, "after");
		log(op, "after");
	}

	private static void log(Operations op, String part) {
		op.execute("INSERT INTO log (part) VALUES (?)", part);
	}

	@Override
	public void downgrade(Operations op) {
		op.autocommit(() -> op.execute("DELETE FROM log"));
	}

}
