package dev.migrate.demo.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Types.varchar;

/** Widen details of system logs. */
@RevisionIdentifiers(revision = "c27bb433c61b", downRevision = "94e4867eb12a", createDate = "2026-09-01T11:47:16Z",
		message = "Widen details of system logs")
public class Rc27bb433c61b_WidenDetailsOfSystemLogs implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.alterColumn("system_logs", "details").type(varchar(2000));
	}

	@Override
	public void downgrade(Operations op) {
		op.execute("UPDATE system_logs SET details = substr(details, 1, 255) WHERE length(details) > 255");
		op.alterColumn("system_logs", "details").type(varchar(255));
	}

}
