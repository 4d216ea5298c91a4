package dev.migrate.demo.migrations;

import java.util.List;
import java.util.Map;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.timestampWithTimeZone;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;

/** Create users, roles and departments. */
@RevisionIdentifiers(revision = "2df9f14ef62d", createDate = "2025-01-14T09:12:44Z",
		message = "Create users, roles and departments")
public class R2df9f14ef62d_CreateUsersRolesAndDepartments implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("users", column("id", bigint()).identityByDefault(),
				column("employee_number", varchar(20)).notNull(), column("email", varchar(255)).notNull(),
				column("first_name", varchar(80)).notNull(), column("last_name", varchar(100)).notNull(),
				column("status", varchar(20)).notNull(), column("hired_on", date()).notNull(),
				column("created_at", timestampWithTimeZone(6)).notNull(), primaryKey("id"),
				unique("employee_number").named("uk_users_employee_number"), unique("email").named("uk_users_email"),
				check("status in ('ACTIVE','SUSPENDED','TERMINATED')"));
		op.createIndex("ix_users_last_name", "users", "last_name");

		op.createTable("roles", column("id", bigint()).identityByDefault(), column("name", varchar(50)).notNull(),
				column("description", varchar(255)), primaryKey("id"), unique("name"));
		op.bulkInsert("roles",
				List.of(role("EMPLOYEE", "Records attendance and asks for leave"),
						role("MANAGER", "Approves what employees ask for"),
						role("HR", "Maintains employees, shifts and holidays"), role("ADMIN", "Reads the system log")));

		op.createTable("departments", column("id", bigint()).identityByDefault(), column("code", varchar(20)).notNull(),
				column("name", varchar(100)).notNull(), column("parent_id", bigint()),
				column("created_at", timestampWithTimeZone(6)).notNull(), primaryKey("id"),
				unique("code").named("uk_departments_code"),
				foreignKey("parent_id").references("departments", "id").named("fk_departments_parent"));
		op.createIndex("ix_departments_parent_id", "departments", "parent_id");

		op.createTable("user_roles", column("user_id", bigint()).notNull(), column("role_id", bigint()).notNull(),
				primaryKey("role_id", "user_id"),
				foreignKey("user_id").references("users", "id").named("fk_user_roles_user"),
				foreignKey("role_id").references("roles", "id").named("fk_user_roles_role"));

		op.createTable("user_departments", column("id", bigint()).identityByDefault(),
				column("user_id", bigint()).notNull(), column("department_id", bigint()).notNull(),
				column("primary_department", bool()).notNull().defaultValue(false),
				column("member_since", date()).notNull(), primaryKey("id"),
				unique("user_id", "department_id").named("uk_user_departments_user_department"),
				foreignKey("user_id").references("users", "id").named("fk_user_departments_user"),
				foreignKey("department_id").references("departments", "id").named("fk_user_departments_department"));
		op.createIndex("ix_user_departments_department_id", "user_departments", "department_id");
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("user_departments");
		op.dropTable("user_roles");
		op.dropTable("departments");
		op.dropTable("roles");
		op.dropTable("users");
	}

	private static Map<String, String> role(String name, String description) {
		return Map.of("name", name, "description", description);
	}

}
