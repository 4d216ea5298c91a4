package dev.migrate.demo.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.varchar;

/** Replace first and last name with full name. */
@RevisionIdentifiers(revision = "dffd4513592c", downRevision = "b803a8b61f66", createDate = "2025-11-11T10:55:21Z",
		message = "Replace first and last name with full name")
public class Rdffd4513592c_ReplaceFirstAndLastNameWithFullName implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("users", column("full_name", varchar(200)));
		op.execute("UPDATE users SET full_name = trim(first_name || ' ' || last_name)");
		op.alterColumn("users", "full_name").nullable(false);
		op.createIndex("ix_users_full_name", "users", "full_name");
		op.dropIndex("ix_users_last_name");
		op.dropColumn("users", "first_name");
		op.dropColumn("users", "last_name");
	}

	@Override
	public void downgrade(Operations op) {
		op.addColumn("users", column("first_name", varchar(80)));
		op.addColumn("users", column("last_name", varchar(100)));
		// Trimming every character but the blank from the right leaves what stands before
		// the last word: a way to split that all products know
		op.execute("UPDATE users SET first_name = trim(rtrim(full_name, replace(full_name, ' ', '')))");
		op.execute("UPDATE users SET last_name = trim(substr(full_name, length(first_name) + 1))");
		op.alterColumn("users", "first_name").nullable(false);
		op.alterColumn("users", "last_name").nullable(false);
		op.createIndex("ix_users_last_name", "users", "last_name");
		op.dropIndex("ix_users_full_name");
		op.dropColumn("users", "full_name");
	}

}
