package dev.migrate.demo.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;

/** Create hierarchy and emergency contacts. */
@RevisionIdentifiers(revision = "43298faea452", downRevision = "6324c17bee93", createDate = "2025-07-10T15:21:33Z",
		message = "Create hierarchy and emergency contacts")
public class R43298faea452_CreateHierarchyAndEmergencyContacts implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("employee_hierarchy", column("id", bigint()).identityByDefault(),
				column("employee_id", bigint()).notNull(), column("manager_id", bigint()).notNull(),
				column("valid_from", date()).notNull(), column("valid_to", date()), primaryKey("id"),
				unique("employee_id", "valid_from").named("uk_employee_hierarchy_employee_valid_from"),
				check("employee_id <> manager_id").named("ck_employee_hierarchy_not_self"),
				foreignKey("employee_id").references("users", "id").named("fk_employee_hierarchy_employee"),
				foreignKey("manager_id").references("users", "id").named("fk_employee_hierarchy_manager"));
		op.createIndex("ix_employee_hierarchy_manager_id", "employee_hierarchy", "manager_id");

		op.createTable("employee_emergency_contacts", column("id", bigint()).identityByDefault(),
				column("user_id", bigint()).notNull(), column("name", varchar(200)).notNull(),
				column("relationship", varchar(20)).notNull(), column("phone_number", varchar(20)).notNull(),
				column("call_order", integer()).notNull(), primaryKey("id"), check("call_order >= 1"),
				check("relationship in ('PARTNER','PARENT','SIBLING','CHILD','OTHER')"),
				foreignKey("user_id").references("users", "id").named("fk_employee_emergency_contacts_user"));
		op.createIndex("ix_employee_emergency_contacts_user_id", "employee_emergency_contacts", "user_id");
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("employee_emergency_contacts");
		op.dropTable("employee_hierarchy");
	}

}
