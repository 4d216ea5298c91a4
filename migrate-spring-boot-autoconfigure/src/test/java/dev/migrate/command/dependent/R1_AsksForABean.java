package dev.migrate.command.dependent;

import java.time.Clock;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

/** Asks for a bean in its constructor. */
@RevisionIdentifiers(revision = "clock", message = "Ask for a clock")
public class R1_AsksForABean implements Migration {

	private final Clock clock;

	public R1_AsksForABean(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void upgrade(Operations op) {
		op.execute("CREATE TABLE moments (moment varchar(50))");
		op.execute("INSERT INTO moments VALUES (?)", this.clock.instant().toString());
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("moments").ifExists();
	}

}
