package dev.migrate.command.revisions;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;
import dev.migrate.schema.ReferentialAction;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;

/** Create people. */
@RevisionIdentifiers(revision = "people", message = "Create people", createDate = "2026-11-20T10:30:00Z")
public class R1_CreatePeople implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("teams", column("id", bigint()).identityByDefault(), column("name", varchar(50)).notNull(),
				primaryKey("id"), unique("name").named("uk_team_name"));
		op.createTable("people", column("id", bigint()).identityByDefault(), column("team_id", bigint()),
				column("name", varchar(100)).notNull(), column("active", bool()).notNull().defaultValue(true),
				column("age", integer()), column("boss_id", bigint()), primaryKey("id"),
				check("age >= 0").named("ck_age"),
				foreignKey("team_id").references("teams", "id").named("fk_team").onDelete(ReferentialAction.CASCADE),
				foreignKey("boss_id").references("people", "id").named("fk_boss"));
		op.createIndex("ix_people_name", "people", "name", "team_id").unique();
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("people");
		op.dropTable("teams");
	}

}
