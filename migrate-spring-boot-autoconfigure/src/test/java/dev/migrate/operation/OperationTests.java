package dev.migrate.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrate.operation.AlterColumn.CommentChange;
import dev.migrate.operation.AlterColumn.DefaultChange;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the reverses and descriptions of {@linkplain Operation operations}.
 */
class OperationTests {

	private static final QualifiedName USERS = QualifiedName.parse("sales.users");

	private static final Column NAME = column("name", varchar(20)).notNull().defaultValue("new");

	private static final Table TABLE = Table.of(USERS, List.of(NAME));

	private static final Constraint ADULT = check("age > 17").named("ck_adult");

	private static final EnumType MOOD = new EnumType(QualifiedName.parse("sales.mood"), List.of("ok"), null);

	private static final Index INDEX = new Index("ix_name", List.of("name"), true, null);

	private static final QualifiedName INDEX_NAME = QualifiedName.parse("sales.ix_name");

	private static final Cast CAST = Cast.cast(varchar(), new ColumnType.Named(MOOD.name())).everywhere();

	private static final View VIEW = new View(USERS, "SELECT 1", null);

	static Stream<Arguments> reverses() {
		return Stream.of(arguments(new CreateTable(TABLE, false), new DropTable(USERS, false, false, TABLE)),
				arguments(new CreateTable(TABLE, true), new DropTable(USERS, true, false, TABLE)),
				arguments(new DropTable(USERS, false, true, TABLE), new CreateTable(TABLE, false)),
				arguments(new DropTable(USERS, true, false, TABLE), new CreateTable(TABLE, true)),
				arguments(new DropTable(USERS, false, false, null), null),
				arguments(new RenameTable(USERS, "people"),
						new RenameTable(QualifiedName.parse("sales.people"), "users")),
				arguments(new AddColumn(USERS, NAME, false), new DropColumn(USERS, "name", false, NAME)),
				arguments(new AddColumn(USERS, NAME, true), new DropColumn(USERS, "name", true, NAME)),
				arguments(new DropColumn(USERS, "name", false, NAME), new AddColumn(USERS, NAME, false)),
				arguments(new DropColumn(USERS, "name", true, NAME), new AddColumn(USERS, NAME, true)),
				arguments(new DropColumn(USERS, "name", false, null), null),
				arguments(new CreateIndex(USERS, INDEX, false), new DropIndex(INDEX_NAME, false, USERS, INDEX)),
				arguments(new CreateIndex(USERS, INDEX, true), new DropIndex(INDEX_NAME, true, USERS, INDEX)),
				arguments(new DropIndex(INDEX_NAME, false, USERS, INDEX), new CreateIndex(USERS, INDEX, false)),
				arguments(new DropIndex(INDEX_NAME, true, USERS, INDEX), new CreateIndex(USERS, INDEX, true)),
				arguments(new DropIndex(INDEX_NAME, false, USERS, null), null),
				arguments(new DropIndex(INDEX_NAME, false, null, INDEX), null),
				arguments(new AddConstraint(USERS, ADULT), new DropConstraint(USERS, "ck_adult", false, ADULT)),
				arguments(new AddConstraint(USERS, check("age > 17")), null),
				arguments(new DropConstraint(USERS, "ck_adult", false, ADULT), new AddConstraint(USERS, ADULT)),
				arguments(new DropConstraint(USERS, "ck_adult", true, null), null),
				// a change is taken back as far as what was is known
				arguments(alter(text(), null, null, null, NAME), alter(varchar(20), null, null, null, null)),
				arguments(alter(null, true, null, null, NAME), alter(null, false, null, null, null)),
				arguments(alter(null, null, new DefaultChange("'x'"), null, NAME),
						alter(null, null, new DefaultChange("'new'"), null, null)),
				arguments(alter(null, null, new DefaultChange("'x'"), null, column("name", text())),
						alter(null, null, new DefaultChange(null), null, null)),
				arguments(alter(null, null, null, "full_name", null),
						new AlterColumn(USERS, "full_name", null, null, null, null, "name", null)),
				arguments(new AlterColumn(USERS, "name", integer(), "length(name)", true, null, "size", NAME),
						new AlterColumn(USERS, "size", varchar(20), null, false, null, "name", null)),
				arguments(alter(text(), null, null, null, null), null), arguments(comment("c", null), null),
				arguments(comment("c", NAME), comment(null, null)),
				arguments(comment(null, NAME.comment("who")), comment("who", null)),
				arguments(new CreateCast(CAST), new DropCast(CAST.source(), CAST.target(), false, CAST)),
				arguments(new DropCast(CAST.source(), CAST.target(), false, CAST), new CreateCast(CAST)),
				arguments(new CreateView(VIEW), new DropView(USERS, false, VIEW)),
				arguments(new DropView(USERS, true, VIEW), new CreateView(VIEW)),
				arguments(
						new AlterStructType(new StructType(MOOD.name(), List.of(), "a"),
								new StructType(MOOD.name(), List.of(), "b")),
						new AlterStructType(new StructType(MOOD.name(), List.of(), "b"),
								new StructType(MOOD.name(), List.of(), "a"))),
				// what has no way back, or none that is known
				arguments(new DropCast(CAST.source(), CAST.target(), false, null), null),
				arguments(new DropView(USERS, false, null), null),
				arguments(new AddEnumValue(MOOD.name(), "ok", null, false, false), null),
				arguments(new ValidateConstraint(USERS, "a"), null),
				arguments(new DropEnumType(MOOD.name(), false, null), null),
				arguments(new DropStructType(MOOD.name(), false, null), null),
				arguments(new DropSequence(USERS, false, null), null),
				arguments(new AlterSequence(USERS, SequenceOptions.DEFAULTS, null), null),
				arguments(new RebuildEnumType(MOOD, List.of(), null), null),
				arguments(new SetComment(USERS, null, "x", null), null),
				arguments(new DropSchema("sales", true, true), null),
				arguments(new DropSchema("sales", true, false), new CreateSchema("sales", true)),
				arguments(new CreateIndex(USERS, INDEX, false, true),
						new DropIndex(INDEX_NAME, false, USERS, INDEX, true)),
				arguments(alter(null, null, new DefaultChange(null), "full_name", null), null),
				// no reverse
				arguments(new BulkInsert(USERS, List.of("name"), List.of(List.of("a"))), null),
				arguments(new Execute("DELETE FROM users", List.of()), null));
	}

	@ParameterizedTest
	@MethodSource("reverses")
	void operationIsReversedWhereWhatIsNeededIsKnown(Operation operation, Operation reverse) {
		assertThat(operation.reverse()).isEqualTo(Optional.ofNullable(reverse));
	}

	static Stream<Arguments> descriptions() {
		return Stream.of(arguments(new CreateTable(TABLE, false), "create table sales.users"),
				arguments(new DropTable(USERS, false, false, null), "drop table sales.users"),
				arguments(new RenameTable(USERS, "people"), "rename table sales.users to people"),
				arguments(new AddColumn(USERS, NAME, false), "add column sales.users.name"),
				arguments(new DropColumn(USERS, "name", false, null), "drop column sales.users.name"),
				arguments(new AlterColumn(USERS, "name"), "alter column sales.users.name"),
				arguments(new CreateIndex(USERS, INDEX, false), "create index ix_name on sales.users"),
				arguments(new DropIndex(INDEX_NAME, false, null, null), "drop index sales.ix_name"),
				arguments(new AddConstraint(USERS, ADULT), "add constraint ck_adult to sales.users"),
				arguments(new AddConstraint(USERS, check("age > 17")), "add constraint without a name to sales.users"),
				arguments(new DropConstraint(USERS, "ck_adult", false, null),
						"drop constraint ck_adult of sales.users"),
				arguments(new BulkInsert(USERS, List.of("name"), List.of(List.of("a"), List.of("b"))),
						"insert 2 rows into sales.users"),
				arguments(new RenameConstraint(USERS, "a", "b"), "rename constraint a of sales.users to b"),
				arguments(new ValidateConstraint(USERS, "a"), "validate constraint a of sales.users"),
				arguments(new RenameIndex(INDEX_NAME, "b"), "rename index sales.ix_name to b"),
				arguments(new SetComment(USERS, null, "x", null), "comment on table sales.users"),
				arguments(new SetComment(USERS, "name", null, null), "comment on column sales.users.name"),
				arguments(new CreateSchema("sales", false), "create schema sales"),
				arguments(new DropSchema("sales", true, true), "drop schema sales"),
				arguments(new CreateSequence(Sequence.sequence("sales.ids")), "create sequence sales.ids"),
				arguments(new AlterSequence(USERS, SequenceOptions.DEFAULTS, null), "alter sequence sales.users"),
				arguments(new DropSequence(USERS, false, null), "drop sequence sales.users"),
				arguments(new RenameSequence(USERS, "b"), "rename sequence sales.users to b"),
				arguments(new CreateEnumType(MOOD), "create type sales.mood"),
				arguments(new DropEnumType(MOOD.name(), false, null), "drop type sales.mood"),
				arguments(new AddEnumValue(MOOD.name(), "ok", null, false, false), "add value 'ok' to type sales.mood"),
				arguments(new RenameEnumValue(MOOD.name(), "ok", "good"), "rename value 'ok' of type sales.mood"),
				arguments(new RebuildEnumType(MOOD, List.of(), null), "make type sales.mood anew"),
				arguments(new CreateStructType(new StructType(MOOD.name(), List.of(), null)), "create type sales.mood"),
				arguments(new AlterStructType(new StructType(MOOD.name(), List.of(), null),
						new StructType(MOOD.name(), List.of(), null)), "change attributes of type sales.mood"),
				arguments(new DropStructType(MOOD.name(), false, null), "drop type sales.mood"),
				arguments(new RenameType(MOOD.name(), "b"), "rename type sales.mood to b"),
				arguments(new CreateCast(CAST), "create cast of varchar to sales.mood"),
				arguments(new DropCast(CAST.source(), CAST.target(), false, null),
						"drop cast of varchar to sales.mood"),
				arguments(new CreateView(VIEW), "create view sales.users"),
				arguments(new DropView(USERS, false, null), "drop view sales.users"),
				arguments(new Execute("DELETE FROM users", List.of()), "execute SQL"));
	}

	@ParameterizedTest
	@MethodSource("descriptions")
	void operationIsDescribed(Operation operation, String description) {
		assertThat(operation.describe()).isEqualTo(description);
	}

	@Test
	void alterationThatChangesNothingIsEmpty() {
		assertThat(new AlterColumn(USERS, "name").isEmpty()).isTrue();
		assertThat(alter(text(), null, null, null, null).isEmpty()).isFalse();
		assertThat(alter(null, true, null, null, null).isEmpty()).isFalse();
		assertThat(alter(null, null, new DefaultChange(null), null, null).isEmpty()).isFalse();
		assertThat(alter(null, null, null, "full_name", null).isEmpty()).isFalse();
		assertThat(comment(null, null).isEmpty()).isFalse();
	}

	@Test
	void tableWithoutColumnIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CreateTable(Table.of(USERS, List.of(ADULT)), false))
			.withMessage("Table 'sales.users' has no column");
	}

	@Test
	void rowsWithoutColumnAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BulkInsert(USERS, List.of(), List.of(List.of())))
			.withMessage("The rows for table 'sales.users' name no column");
	}

	@Test
	void rowWithAnotherNumberOfValuesIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new BulkInsert(USERS, List.of("id", "name"), List.of(List.of(1, "a"), List.of(2))))
			.withMessage("A row for table 'sales.users' has 1 values, its columns are (id, name)");
	}

	@Test
	void valueMayBeNull() {
		BulkInsert insert = new BulkInsert(USERS, List.of("id", "name"), List.of(Arrays.asList(1, null)));
		assertThat(insert.rows()).containsExactly(Arrays.asList(1, null));
		assertThat(new Execute("SELECT ?", Arrays.asList((Object) null)).parameters()).containsExactly((Object) null);
	}

	private static AlterColumn comment(String comment, Column was) {
		return new AlterColumn(USERS, "name", null, null, null, null, new CommentChange(comment), null, was);
	}

	private static AlterColumn alter(ColumnType type, Boolean nullable, DefaultChange defaultChange, String newName,
			Column was) {
		return new AlterColumn(USERS, "name", type, null, nullable, defaultChange, newName, was);
	}

}
