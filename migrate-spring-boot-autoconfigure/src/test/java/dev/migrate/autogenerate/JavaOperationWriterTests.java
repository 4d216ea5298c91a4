package dev.migrate.autogenerate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterIdentity;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.Batch;
import dev.migrate.operation.BulkInsert;
import dev.migrate.operation.CreateCast;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.AlterStructType;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropCast;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropStructType;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameType;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ExclusionConstraint.Element;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.Types;
import dev.migrate.schema.View;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ExclusionConstraint.exclude;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.IndexElement.by;
import static dev.migrate.schema.IndexElement.byExpression;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.StructType.attribute;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JavaOperationWriter}.
 */
class JavaOperationWriterTests {

	private static final QualifiedName USERS = QualifiedName.parse("users");

	private static final QualifiedName HOSTILE = new QualifiedName("My.Schema", "say \"hi\"");

	private static final SequenceOptions OPTIONS = SequenceOptions.DEFAULTS.increment(-2)
		.minimum(-900)
		.maximum(70)
		.start(7)
		.cache(5)
		.cycling();

	@TempDir
	private Path folder;

	/** A column of every type, with as many and as few arguments as it takes. */
	private static Stream<Column> everyType() {
		Stream<ColumnType> plain = Arrays.stream(Kind.values()).map((kind) -> Types.standard(kind));
		Stream<ColumnType> others = Stream.of(Types.numeric(10, 2), Types.standard(Kind.NUMERIC, 10),
				Types.character(3), Types.varchar(20), Types.standard(Kind.VARBINARY, 9), Types.time(0),
				Types.timestamp(6), Types.timestampWithTimeZone(3), Types.timeWithTimeZone(2),
				Types.standard(Kind.INTERVAL, 4), Types.raw("bit(3)"), Types.named("My.\"Type\""),
				Types.array(Types.varchar(9)), Types.array(Types.named("mood"), 3));
		List<ColumnType> all = Stream.concat(plain, others).toList();
		return all.stream().map((type) -> column("c" + all.indexOf(type), type));
	}

	private static List<Operation> everyOperation() {
		TableElement[] elements = Stream.concat(everyType(), Stream.of(column("a", Types.bigint()).identityAlways(),
				column("b", Types.bigint()).identityByDefault(),
				column("c", Types.bigint()).identity(Identity.BY_DEFAULT.with(OPTIONS)),
				column("d", Types.text()).notNull().defaultSql("'a\"b\\c\n\t\r\u0001é'").collate("C").comment("d's"),
				column("e", Types.integer()).generatedStored("a + 1"),
				column("f", Types.integer()).generatedVirtual("a + 2"),
				primaryKey("a", "b").named("pk").include("c").deferral(Deferral.INITIALLY_IMMEDIATE),
				unique("d").withNullsNotDistinct().include("e").deferral(Deferral.INITIALLY_DEFERRED),
				check("a > 0").named("ck").withoutInheritance().asNotValid(),
				foreignKey("a", "b").references("\"My.Schema\".other", "x", "y")
					.named("fk")
					.onDelete(ReferentialAction.CASCADE)
					.onUpdate(ReferentialAction.SET_NULL)
					.withMatchFull()
					.deferral(Deferral.INITIALLY_DEFERRED)
					.asNotValid(),
				foreignKey("a").references("users"),
				foreignKey("a", "b").references("users").onDelete(ReferentialAction.SET_NULL, "b"),
				exclude(new Element(byExpression("a + b"), "="), Element.with("c", "&&")).named("ex")
					.using("btree")
					.where("a > 0")
					.deferral(Deferral.INITIALLY_IMMEDIATE),
				index("ix", "a", "b").asUnique().withNullsNotDistinct().include("c").where("a > 1"),
				index("ix2", by("a").desc().nullsLast(), byExpression("lower(d)").nullsFirst().collate("C"),
						by("d").operatorClass("text_pattern_ops"))
					.using("gin")
					.storage("fastupdate", "off")
					.storage("a", "1")))
			.toArray(TableElement[]::new);
		Table table = Table.of(HOSTILE, List.of(elements))
			.comment("all of\nit")
			.options(new TableOptions("RANGE (a)", Map.of("fillfactor", "70", "toast.x", "1")));
		return List.of(new CreateTable(table, true),
				new CreateTable(Table.of(USERS, List.of(column("x", Types.uuid()))), false),
				new DropTable(USERS, true, true, null), new RenameTable(USERS, "people"),
				new AddColumn(USERS, column("phone", Types.varchar(20)), true),
				new DropColumn(USERS, "phone", true, null),
				new AlterColumn(USERS, "a", Types.text(), "a::text", false, new AlterColumn.DefaultChange("'x'"), "b",
						null),
				new AlterColumn(USERS, "a", null, null, true, new AlterColumn.DefaultChange(null), null, null),
				new AlterColumn(USERS, "a", null, null, true, null, new AlterColumn.CommentChange("it's"), "b", null),
				new AlterColumn(USERS, "a", null, null, null, null, new AlterColumn.CommentChange(null), null, null),
				new Batch(HOSTILE,
						List.of(new AddColumn(HOSTILE, column("phone", Types.text()), true),
								new AlterColumn(HOSTILE, "a", Types.text(), "a::text", false, null, "b", null),
								new DropColumn(HOSTILE, "c", true, null),
								new AlterIdentity(HOSTILE, "d", Identity.ALWAYS, null),
								new AlterIdentity(HOSTILE, "d", Identity.BY_DEFAULT.with(OPTIONS), Identity.ALWAYS),
								new AlterIdentity(HOSTILE, "d", null, null),
								new AddConstraint(HOSTILE, unique("a").named("uq")),
								new DropConstraint(HOSTILE, "uq", true, null), new RenameConstraint(HOSTILE, "a", "b"),
								new ValidateConstraint(HOSTILE, "a"), new CreateIndex(HOSTILE, index("ix", "a"), true),
								new DropIndex(HOSTILE.sibling("ix.a"), true, HOSTILE, null),
								new SetComment(HOSTILE, null, "c", null), new SetComment(HOSTILE, "a", null, null))),
				new SetComment(USERS, null, "of users", null), new SetComment(USERS, "a", null, null),
				new AddConstraint(USERS, unique("a").named("uq")), new DropConstraint(USERS, "uq", true, null),
				new RenameConstraint(USERS, "a", "b"), new ValidateConstraint(USERS, "a"),
				new CreateIndex(USERS, index("ix", "a"), true, true),
				new CreateIndex(USERS, index("ix", byExpression("a")), false),
				new DropIndex(USERS, true, null, null, true), new DropIndex(HOSTILE, false, null, null),
				new RenameIndex(USERS, "b"),
				new CreateSequence(
						Sequence.sequence("s").as(Types.smallint()).with(OPTIONS).ownedBy("users", "a").comment("c")),
				new CreateSequence(Sequence.sequence("s")), new AlterSequence(HOSTILE, OPTIONS, null),
				new DropSequence(HOSTILE, false, null), new RenameSequence(USERS, "t"),
				new CreateEnumType(EnumType.enumType("mood", "it's", "ok").comment("feeling")),
				new DropEnumType(USERS, false, null), new AddEnumValue(USERS, "a", null, false, true),
				new AddEnumValue(USERS, "a", "b", true, false), new AddEnumValue(USERS, "a", "b", false, false),
				new RenameEnumValue(USERS, "a", "b"),
				new RebuildEnumType(EnumType.enumType("mood", "ok"),
						List.of(new RebuildEnumType.Use(USERS, "m", "'ok'"),
								new RebuildEnumType.Use(HOSTILE, "n", null).ofArrays()
									.with(column("g", Types.bool()).generatedStored("n IS NULL"),
											check("n <> 'x'").named("c"), index("i", "n").where("n = 'ok'"))),
						null),
				new CreateStructType(
						StructType.structType("address", attribute("street", Types.varchar(9))).comment("c")),
				new AlterStructType(StructType.structType("address", attribute("street", Types.varchar(9))),
						StructType.structType("address", attribute("a", Types.raw("inet")))),
				new DropStructType(USERS, false, null), new RenameType(USERS, "x"),
				new CreateCast(Cast.cast(Types.varchar(), Types.named("mood")).everywhere()),
				new CreateCast(Cast.cast(Types.named("mood"), Types.text()).inAssignments()),
				new CreateCast(Cast.cast(Types.array(Types.named("mood")), Types.raw("inet"))),
				new DropCast(Types.varchar(), Types.named("mood"), false, null),
				new CreateView(new View(HOSTILE, "SELECT 1\nFROM \"x\"", null)),
				new CreateView(View.view("v", "SELECT 2").comment("c")), new DropView(HOSTILE, false, null),
				new DropView(USERS, true, null), new CreateSchema("s", false), new DropSchema("s", false, false),
				new Execute("SELECT 1;\nSELECT '\\'", List.of()));
	}

	@Test
	void compiledCodeAsksForTheSameOperations() throws Exception {
		assertThat(CompiledOperations.of(everyOperation(), this.folder)).containsExactlyElementsOf(everyOperation());
	}

	@Test
	void onlyWhatIsNeededIsImported() {
		JavaOperationWriter writer = new JavaOperationWriter();

		assertThat(writer.write(new AddColumn(USERS, column("phone", Types.varchar(20)), false)))
			.isEqualTo("op.addColumn(\"users\", column(\"phone\", varchar(20)));");
		assertThat(writer.imports()).containsExactly("static dev.migrate.schema.Column.column",
				"static dev.migrate.schema.Types.varchar");
	}

	@Test
	void batchDoesNotNameItsTableAgain() {
		Batch batch = new Batch(USERS, List.of(new DropColumn(USERS, "phone", false, null),
				new AddConstraint(USERS, unique("name").named("uq"))));

		assertThat(new JavaOperationWriter().write(batch)).isEqualTo("""
				op.batch("users", (b) -> {
					b.dropColumn("phone");
					b.createConstraint(unique("name").named("uq"));
				});""");
	}

	@Test
	void operationThatIsNotGeneratedIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new JavaOperationWriter().write(new BulkInsert(USERS, List.of("a"), List.of(List.of(1)))))
			.withMessage("There is no call of op that says: insert 1 rows into users");
	}

}
