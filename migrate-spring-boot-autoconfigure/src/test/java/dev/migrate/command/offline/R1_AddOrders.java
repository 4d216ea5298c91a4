package dev.migrate.command.offline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.varchar;

/** A branch beside others, with values that are hard to write. */
@RevisionIdentifiers(revision = "right", downRevision = "a1", message = "Add 'orders'; all of them",
		createDate = "2026-11-20T10:31:00Z")
public class R1_AddOrders implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("orders", column("id", bigint()).identityByDefault(), column("first_id", bigint()),
				column("note", varchar(100)).notNull().defaultValue("it's; --"), column("price", numeric(10, 2)),
				column("paid", bool()), column("due_on", date()), primaryKey("id"),
				foreignKey("first_id").references("first", "id").named("fk_first"));
		op.createIndex("ix_orders_note", "orders", "note").unique();
		op.bulkInsert("orders",
				List.of(Map.of("id", 11, "note", "a\\b'c\n; -- d ?", "price", new BigDecimal("1.50"), "paid", true,
						"due_on", LocalDate.of(2026, 2, 28)),
						Map.of("id", 12, "note", "é$$ /*", "price", new BigDecimal("-2.00"), "paid", false, "due_on",
								LocalDate.of(1, 1, 1))));
		op.execute("INSERT INTO orders (id, first_id, note, price) VALUES (?, ?, ?, ?)", 13L, 1L, "what?; 'yes'", null);
	}

	@Override
	public void downgrade(Operations op) {
		op.execute("DELETE FROM orders WHERE note = ?", "what?; 'yes'");
		op.dropTable("orders");
	}

}
