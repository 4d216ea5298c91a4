package dev.migrate.demo.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.varchar;

/**
 * Add phone number to users. Some installations were given the column by hand before
 * there was this revision: they keep it.
 */
@RevisionIdentifiers(revision = "5b397ef31826", downRevision = "dffd4513592c", createDate = "2026-01-20T07:30:58Z",
		message = "Add phone number to users")
public class R5b397ef31826_AddPhoneNumberToUsers implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.addColumn("users", column("phone_number", varchar(20))).ifNotExists();
		op.createIndex("ix_users_phone_number", "users", "phone_number").ifNotExists();
	}

	@Override
	public void downgrade(Operations op) {
		op.dropIndex("ix_users_phone_number").ifExists();
		op.dropColumn("users", "phone_number").ifExists();
	}

}
