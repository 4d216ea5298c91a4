package dev.migrate.autoconfigure.failing;

import org.springframework.jdbc.core.JdbcTemplate;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

/** Asks for a bean that waits for the migrations. */
@RevisionIdentifiers(revision = "asks", message = "Ask for too much")
public class R1_AsksForJdbcTemplate implements Migration {

	private final JdbcTemplate jdbc;

	public R1_AsksForJdbcTemplate(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void upgrade(Operations op) {
		this.jdbc.execute("SELECT 1");
	}

	@Override
	public void downgrade(Operations op) {
	}

}
