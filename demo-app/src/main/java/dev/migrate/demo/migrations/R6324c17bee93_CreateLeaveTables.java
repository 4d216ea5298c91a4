package dev.migrate.demo.migrations;

import java.math.BigDecimal;
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
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.timestampWithTimeZone;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;

/** Create leave tables. */
@RevisionIdentifiers(revision = "6324c17bee93", downRevision = "0f84a4908125", createDate = "2025-04-22T13:40:05Z",
		message = "Create leave tables")
public class R6324c17bee93_CreateLeaveTables implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("leave_policies", column("id", bigint()).identityByDefault(),
				column("leave_type", varchar(20)).notNull(), column("name", varchar(100)).notNull(),
				column("days_per_year", numeric(10, 2)).notNull(),
				column("approval_required", bool()).notNull().defaultValue(true), primaryKey("id"),
				unique("leave_type").named("uk_leave_policies_leave_type"),
				check("leave_type in ('ANNUAL','SICK','PARENTAL','UNPAID')"));
		op.bulkInsert("leave_policies",
				List.of(policy("ANNUAL", "Annual leave", "30.00", true), policy("SICK", "Sick leave", "60.00", false),
						policy("PARENTAL", "Parental leave", "120.00", true),
						policy("UNPAID", "Unpaid leave", "20.00", true)));

		op.createTable("leave_balances", column("id", bigint()).identityByDefault(),
				column("user_id", bigint()).notNull(), column("leave_policy_id", bigint()).notNull(),
				column("balance_year", integer()).notNull(), column("entitled_days", numeric(10, 2)).notNull(),
				column("used_days", numeric(10, 2)).notNull().defaultValue(0),
				column("version", bigint()).notNull().defaultValue(0), primaryKey("id"),
				unique("user_id", "leave_policy_id", "balance_year").named("uk_leave_balances_user_policy_year"),
				foreignKey("user_id").references("users", "id").named("fk_leave_balances_user"),
				foreignKey("leave_policy_id").references("leave_policies", "id")
					.named("fk_leave_balances_leave_policy"));

		op.createTable("leave_requests", column("id", bigint()).identityByDefault(),
				column("user_id", bigint()).notNull(), column("leave_policy_id", bigint()).notNull(),
				column("start_date", date()).notNull(), column("end_date", date()).notNull(),
				column("days", numeric(10, 2)).notNull(), column("reason", varchar(500)),
				column("status", varchar(20)).notNull(), column("created_at", timestampWithTimeZone(6)).notNull(),
				primaryKey("id"), check("status in ('PENDING','APPROVED','REJECTED')"),
				check("end_date >= start_date").named("ck_leave_requests_dates"),
				foreignKey("user_id").references("users", "id").named("fk_leave_requests_user"),
				foreignKey("leave_policy_id").references("leave_policies", "id")
					.named("fk_leave_requests_leave_policy"));
		op.createIndex("ix_leave_requests_user_id_start_date", "leave_requests", "user_id", "start_date");
		op.createIndex("ix_leave_requests_status", "leave_requests", "status");

		op.createTable("leave_approval_workflow", column("id", bigint()).identityByDefault(),
				column("leave_request_id", bigint()).notNull(), column("step_number", integer()).notNull(),
				column("approver_id", bigint()).notNull(), column("decision", varchar(20)).notNull(),
				column("remark", varchar(500)), column("decided_at", timestampWithTimeZone(6)), primaryKey("id"),
				unique("leave_request_id", "step_number").named("uk_leave_approval_workflow_request_step"),
				check("step_number >= 1"), check("decision in ('PENDING','APPROVED','REJECTED','SKIPPED')"),
				foreignKey("leave_request_id").references("leave_requests", "id")
					.named("fk_leave_approval_workflow_leave_request"),
				foreignKey("approver_id").references("users", "id").named("fk_leave_approval_workflow_approver"));
		op.createIndex("ix_leave_approval_workflow_approver_id_decision", "leave_approval_workflow", "approver_id",
				"decision");
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("leave_approval_workflow");
		op.dropTable("leave_requests");
		op.dropTable("leave_balances");
		op.dropTable("leave_policies");
	}

	private static Map<String, Object> policy(String leaveType, String name, String daysPerYear,
			boolean approvalRequired) {
		return Map.of("leave_type", leaveType, "name", name, "days_per_year", new BigDecimal(daysPerYear),
				"approval_required", approvalRequired);
	}

}
