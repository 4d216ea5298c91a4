package dev.migrate.command.revisions;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.varchar;

/** Fill people, asking the database on the way. */
@RevisionIdentifiers(revision = "fill", downRevision = "people", message = "Fill people",
		createDate = "2026-11-20T10:31:00Z")
public class R2_FillPeople implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.bulkInsert("teams", List.of(Map.of("id", 1, "name", "it's \\ red"), Map.of("id", 2, "name", "blue")));
		op.execute("INSERT INTO people (id, team_id, name, age) VALUES (?, ?, ?, ?)", 1L, 1L, "Ann ? Lee", null);
		JdbcClient jdbc = op.jdbc();
		op.addColumn("people", column("nick", varchar(20)));
		// The client sees what was called before, and its work is in the same transaction
		jdbc.sql("UPDATE people SET nick = :nick WHERE id = 1").param("nick", "annie").update();
		if (!op.inspect().hasColumn("people", "nick") || op.inspect().hasColumn("people", "absent")
				|| op.inspect().hasTable("nobody")) {
			throw new IllegalStateException("The inspector is wrong");
		}
		op.addColumn("people", column("nick", varchar(20))).ifNotExists();
		op.alterColumn("people", "nick").rename("nickname").nullable(false);
		if (op.inspect().columns("people").stream().noneMatch((found) -> found.name().equals("nickname"))) {
			throw new IllegalStateException("The inspector did not look again");
		}
	}

	@Override
	public void downgrade(Operations op) {
		op.dropColumn("people", "nickname");
		op.execute("DELETE FROM people");
		op.execute("DELETE FROM teams");
	}

}
