package dev.migrate.documentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.migrate.Operations;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.SelfRendering;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.operation.RebuildEnumType.Use;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ExclusionConstraint.Element;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Identity;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.StructType.Attribute;

import static dev.migrate.schema.Cast.cast;
import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.IndexElement.by;
import static dev.migrate.schema.IndexElement.byExpression;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Sequence.sequence;
import static dev.migrate.schema.StructType.attribute;
import static dev.migrate.schema.StructType.structType;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.named;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static dev.migrate.schema.View.view;

/**
 * The examples of {@code docs/operations.md}, in its order. The page shows the bodies of
 * these methods as they stand here.
 */
@SuppressWarnings("unused")
final class OperationExamples {

	/**
	 * What is there before each example; what a product does not have is left out.
	 */
	static void given(Operations op) {
		op.createTable("users", column("id", bigint()).notNull(), column("name", varchar(100)),
				column("email", varchar(200)).defaultValue("none"), column("age", integer()),
				check("age > 0").named("users_age_check"));
		op.createTable("orders", column("id", bigint()).notNull(), column("user_id", bigint()),
				column("note", varchar(200)), primaryKey("id").named("orders_pkey"));
		op.createIndex("orders_note_idx", "orders", "note");
		op.createSequence("invoice_numbers");
		op.createSchema("archive");
		op.createTable("numbers", column("plain", bigint()).notNull(), column("id", bigint()).identityByDefault(),
				primaryKey("id"));
		op.createTable("bookings", column("room", integer()), column("day", date()),
				check("room > 0").named("positive"));
		op.createEnum("priority", "low", "high");
		op.createEnum("colour", "red", "blue");
		op.createStruct("address", new Attribute("street", text()), new Attribute("city", text()));
		op.createTable("tickets", column("id", bigint()),
				column("priority", named("priority")).defaultSql("'low'::priority"));
		op.createView("booked_rooms", "SELECT room FROM bookings");
		op.createEnum("shape", "round", "flat");
		op.createCast(cast(varchar(), named("shape")));
		op.createConstraint("bookings", check("day > date '2020-01-01'").named("recent").asNotValid());
	}

	@Example(value = "Tables", alembic = "create_table")
	void createTable(Operations op) {
		op.createTable("departments", column("id", bigint()).identityByDefault(),
				column("name", varchar(100)).notNull(), column("budget", numeric(12, 2)).defaultValue(0),
				column("lead_id", bigint()), primaryKey("id").named("departments_pkey"),
				unique("name").named("departments_name_key"), check("budget >= 0").named("departments_budget_check"),
				index("departments_lead_idx", "lead_id"))
			.comment("who works where");
	}

	@Example(value = "Tables", alembic = "drop_table")
	void dropTable(Operations op) {
		op.dropTable("users").ifExists();
	}

	@Example(value = "Tables", alembic = "rename_table")
	void renameTable(Operations op) {
		op.renameTable("users", "people");
	}

	@Example(value = "Tables", alembic = "create_table_comment")
	void commentOnTable(Operations op) {
		op.commentOnTable("users", "who can log in");
	}

	@Example(value = "Columns", alembic = "add_column")
	void addColumn(Operations op) {
		op.addColumn("users", column("active", bool()).notNull().defaultValue(true)).ifNotExists();
	}

	@Example(value = "Columns", alembic = "drop_column")
	void dropColumn(Operations op) {
		op.dropColumn("users", "email");
	}

	@Example(value = "Columns", alembic = "alter_column")
	void alterColumn(Operations op) {
		op.alterColumn("users", "email").type(varchar(320)).nullable(false).defaultValue("");
	}

	@Example("Columns")
	void alterColumnAndItsComment(Operations op) {
		op.alterColumn("users", "email").type(varchar(320)).comment("where to write to");
	}

	@Example("Columns")
	void renameColumn(Operations op) {
		op.renameColumn("users", "name", "full_name");
	}

	@Example("Columns")
	void commentOnColumn(Operations op) {
		op.commentOnColumn("users", "email", "where to write to");
	}

	@Example(value = "Batches", alembic = "batch_alter_table")
	void batch(Operations op) {
		op.batch("users", (b) -> {
			b.addColumn(column("active", bool()).notNull().defaultValue(true));
			b.alterColumn("name").rename("full_name");
			b.createConstraint(unique("full_name").named("users_full_name_key"));
			b.createIndex("users_age_idx", "age", "active");
		});
	}

	@Example(value = "Constraints", alembic = "create_primary_key")
	void createPrimaryKey(Operations op) {
		op.createPrimaryKey("users_pkey", "users", "id");
	}

	@Example(value = "Constraints", alembic = "create_unique_constraint")
	void createUniqueConstraint(Operations op) {
		op.createUniqueConstraint("users_email_key", "users", "email");
	}

	@Example(value = "Constraints", alembic = "create_foreign_key")
	void createForeignKey(Operations op) {
		op.createForeignKey("orders_parent_fkey", "orders", "orders", List.of("user_id"), List.of("id"))
			.onDelete(ReferentialAction.CASCADE);
	}

	@Example(value = "Constraints", alembic = "create_check_constraint")
	void createCheckConstraint(Operations op) {
		op.createCheckConstraint("users_adult", "users", "age > 17");
	}

	@Example(value = "Constraints", alembic = "create_exclude_constraint")
	void createExcludeConstraint(Operations op) {
		op.createExcludeConstraint("bookings_day_excl", "bookings",
				new Element(byExpression("daterange(day, day, '[]')"), "&&"));
	}

	@Example("Constraints")
	void createConstraint(Operations op) {
		op.createConstraint("orders",
				foreignKey("user_id").references("orders", "id")
					.named("orders_user_fkey")
					.deferral(Deferral.INITIALLY_DEFERRED)
					.asNotValid());
	}

	@Example(value = "Constraints", alembic = "drop_constraint")
	void dropConstraint(Operations op) {
		op.dropConstraint("users_age_check", "users").ifExists();
	}

	@Example("Constraints")
	void renameConstraint(Operations op) {
		op.renameConstraint("users_age_check", "users", "users_age_positive");
	}

	@Example("Constraints")
	void validateConstraint(Operations op) {
		op.validateConstraint("recent", "bookings");
	}

	@Example(value = "Indexes", alembic = "create_index")
	void createIndex(Operations op) {
		op.createIndex("users_name_idx", "users", "name", "email").unique().ifNotExists();
	}

	@Example("Indexes")
	void createIndexOfSomeRows(Operations op) {
		op.createIndex("users_lower_name_idx", "users", byExpression("lower(name)"), by("age").desc())
			.using("btree")
			.include("email")
			.storage("fillfactor", "70")
			.where("age > 17");
	}

	@Example("Indexes")
	void createIndexOfOneNull(Operations op) {
		op.createIndex("users_email_idx", "users", "email").unique().nullsNotDistinct();
	}

	@Example("Indexes")
	void createIndexConcurrently(Operations op) {
		op.autocommit(() -> op.createIndex("users_age_idx", "users", "age").concurrently());
	}

	@Example(value = "Indexes", alembic = "drop_index")
	void dropIndex(Operations op) {
		op.dropIndex("orders_note_idx").ifExists();
	}

	@Example("Indexes")
	void dropIndexConcurrently(Operations op) {
		op.autocommit(() -> op.dropIndex("orders_note_idx").concurrently());
	}

	@Example("Indexes")
	void renameIndex(Operations op) {
		op.renameIndex("orders_note_idx", "orders_remark_idx");
	}

	@Example("Sequences")
	void createSequence(Operations op) {
		op.createSequence(
				sequence("ticket_numbers").with(SequenceOptions.DEFAULTS.start(1000).increment(10).cache(20)));
	}

	@Example("Sequences")
	void alterSequence(Operations op) {
		op.alterSequence("invoice_numbers", SequenceOptions.DEFAULTS.increment(5).maximum(9999).cycling());
	}

	@Example("Sequences")
	void addIdentity(Operations op) {
		op.addIdentity("orders", "id", Identity.BY_DEFAULT);
	}

	@Example("Sequences")
	void alterIdentity(Operations op) {
		op.alterIdentity("numbers", "id", Identity.ALWAYS, Identity.BY_DEFAULT);
	}

	@Example("Sequences")
	void dropIdentity(Operations op) {
		op.dropIdentity("numbers", "id");
	}

	@Example("Sequences")
	void ownSequence(Operations op) {
		op.ownSequence("invoice_numbers", "orders", "id");
	}

	@Example("Sequences")
	void disownSequence(Operations op) {
		op.createSequence(sequence("order_numbers").ownedBy("orders", "id"));
		op.disownSequence("order_numbers");
	}

	@Example("Sequences")
	void dropSequence(Operations op) {
		op.dropSequence("invoice_numbers");
	}

	@Example("Sequences")
	void renameSequence(Operations op) {
		op.renameSequence("invoice_numbers", "bill_numbers");
	}

	@Example("Types")
	void createEnum(Operations op) {
		op.createEnum("mood", "sad", "ok", "it's fine");
	}

	@Example("Types")
	void dropEnum(Operations op) {
		op.dropEnum("colour");
	}

	@Example("Types")
	void addEnumValue(Operations op) {
		op.addEnumValue("priority", "middle").before("high").ifNotExists();
	}

	@Example("Types")
	void renameEnumValue(Operations op) {
		op.renameEnumValue("priority", "high", "urgent");
	}

	@Example("Types")
	void rebuildEnum(Operations op) {
		op.rebuildEnum("priority", List.of("high", "middle", "low"),
				new Use(QualifiedName.parse("tickets"), "priority", "'low'::priority"));
	}

	@Example("Types")
	void createStruct(Operations op) {
		op.createStruct("money_amount", new Attribute("amount", numeric(12, 2)), new Attribute("currency", varchar(3)));
	}

	@Example("Types")
	void alterStruct(Operations op) {
		op.alterStruct(structType("address", attribute("street", text()), attribute("country", varchar(2))),
				structType("address", attribute("street", text()), attribute("city", text())));
	}

	@Example("Types")
	void dropStruct(Operations op) {
		op.dropStruct("address");
	}

	@Example("Types")
	void renameType(Operations op) {
		op.renameType("priority", "urgency");
	}

	@Example("Types")
	void createCast(Operations op) {
		op.createCast(cast(varchar(), named("priority")).everywhere());
	}

	@Example("Types")
	void dropCast(Operations op) {
		op.dropCast(varchar(), named("shape"));
	}

	@Example("Views")
	void createView(Operations op) {
		op.createView("adults", "SELECT id, name FROM users WHERE age > 17");
	}

	@Example("Views")
	void createViewWithAComment(Operations op) {
		op.createView(view("adults", "SELECT id, name FROM users WHERE age > 17").comment("who may buy wine"));
	}

	@Example("Views")
	void dropView(Operations op) {
		op.dropView("booked_rooms").ifExists();
	}

	@Example("Schemas")
	void createSchema(Operations op) {
		op.createSchema("reports");
	}

	@Example("Schemas")
	void dropSchema(Operations op) {
		op.dropSchema("archive");
	}

	@Example(value = "Data and SQL", alembic = "bulk_insert")
	void bulkInsert(Operations op) {
		op.bulkInsert("bookings", List.of(Map.of("room", 1, "day", LocalDate.of(2026, 11, 20)),
				Map.of("room", 2, "day", LocalDate.of(2026, 11, 21))));
	}

	@Example(value = "Data and SQL", alembic = "execute")
	void execute(Operations op) {
		op.execute("INSERT INTO users (id, name) VALUES (?, ?)", 1L, "it's Ann");
		op.execute("UPDATE users SET age = 42; DELETE FROM orders");
	}

	@Example(value = "Data and SQL", alembic = "get_context().autocommit_block")
	void autocommit(Operations op) {
		op.execute("INSERT INTO users (id, name) VALUES (2, 'Bob')");
		op.autocommit(() -> op.execute("ANALYZE"));
		op.execute("UPDATE users SET age = 43");
	}

	@Example(value = "Data and SQL", alembic = "invoke")
	void invoke(Operations op) {
		op.invoke(new Grant("SELECT", "users", "public"));
	}

	/** Lets somebody do something with a table. */
	record Grant(String privilege, String table, String grantee) implements SelfRendering {

		@Override
		public List<String> render(ProductSyntax product) {
			if (product.name().equals("sqlite")) {
				throw new UnsupportedFeatureException("it has no privileges");
			}
			return List.of("GRANT %s ON %s TO %s".formatted(this.privilege, product.identifiers().quote(this.table),
					this.grantee));
		}

		@Override
		public String describe() {
			return "grant %s on %s".formatted(this.privilege, this.table);
		}

	}

}
