package dev.migrate.autogenerate;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Execute;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.revision.MigrateException;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.script.RevisionBody;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.EnumType.enumType;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JavaBodyWriter} and {@link SqlBodyWriter}.
 */
class BodyWritersTests {

	private static final QualifiedName USERS = QualifiedName.parse("users");

	private static final QualifiedName STATE = QualifiedName.parse("state");

	private static Changes changes(List<Operation> upgrade, List<Operation> downgrade) {
		return new Changes(List.of(), upgrade, downgrade);
	}

	/** A writer that has no database to ask. */
	private static SqlBodyWriter writer(String product, NamingConvention naming) {
		Dialect dialect = Dialects.load(BodyWritersTests.class.getClassLoader()).named(product);
		Connection none = (Connection) Proxy.newProxyInstance(BodyWritersTests.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					throw new AssertionError("The database was asked: " + method);
				});
		return new SqlBodyWriter(dialect, naming, new WrittenTables(dialect, none));
	}

	private static RevisionBody sql(Operation... upgrade) {
		return writer("postgresql", NamingConvention.NONE).write(changes(List.of(upgrade), List.of()));
	}

	private static AlterColumn type(ColumnType before, ColumnType after) {
		return new AlterColumn(USERS, "name", after, null, null, null, null, column("name", before));
	}

	@Test
	void whatLosesDataIsMarked() {
		RebuildEnumType fewer = new RebuildEnumType(enumType("state", "OPEN"), List.of(),
				enumType("state", "OPEN", "CLOSED"));
		List<Operation> losing = List.of(new DropTable(USERS, false, false, null),
				new DropColumn(USERS, "name", false, null), type(varchar(50), varchar(20)), fewer);
		RevisionBody java = JavaBodyWriter.write(changes(losing, List.of()));

		assertThat(java.upgrade().lines().filter((line) -> line.startsWith("//"))).containsExactly(
				"// Loses data: drop table users", "// Loses data: drop column users.name",
				"// Loses data: alter column users.name", "// Loses data: make type state anew");
		assertThat(sql(losing.toArray(Operation[]::new)).upgrade().lines().filter((line) -> line.startsWith("--")))
			.containsExactly("-- Loses data: drop table users", "-- Loses data: drop column users.name",
					"-- Loses data: alter column users.name", "-- Loses data: make type state anew");
	}

	@Test
	void whatLosesNothingIsNot() {
		RebuildEnumType more = new RebuildEnumType(enumType("state", "OPEN", "CLOSED"), List.of(),
				enumType("state", "OPEN"));
		DropColumn generated = new DropColumn(USERS, "upper_name", false,
				column("upper_name", text()).generatedStored("upper(name)"));

		assertThat(sql(type(varchar(20), varchar(50)), more, generated,
				new AddColumn(USERS, column("name", text()), false))
			.upgrade()).doesNotContain("Loses");
	}

	@Test
	void nameCannotEndItsComment() {
		RevisionBody body = JavaBodyWriter
			.write(changes(List.of(new DropColumn(USERS, "a\nb\\u000ac", false, null)), List.of()));

		assertThat(body.upgrade()).startsWith("// Loses data: drop column users.a b u000ac\nop.dropColumn(");
		assertThat(sql(new DropColumn(USERS, "a\nb", false, null)).upgrade())
			.startsWith("-- Loses data: drop column users.a b\nALTER TABLE");
	}

	@Test
	void dataStepIsAComment() {
		DataStep step = DataStep.of(USERS, "name",
				Dialects.load(BodyWritersTests.class.getClassLoader()).named("h2").identifiers());
		RevisionBody java = JavaBodyWriter.write(changes(List.of(step), List.of(step)));

		assertThat(java.upgrade().lines()).isNotEmpty().allMatch((line) -> line.startsWith("// "));
		assertThat(java.upgrade()).contains("UPDATE users SET name");
		assertThat(sql(step).upgrade().lines()).isNotEmpty().allMatch((line) -> line.startsWith("-- "));
	}

	@Test
	void sectionRunsOutsideATransactionWhereItMust() {
		CreateIndex plain = new CreateIndex(USERS, index("users_name", "name"), false, false);
		CreateIndex concurrently = new CreateIndex(USERS, index("users_name", "name"), false, true);

		assertThat(sql(plain).upgradeTransaction()).isTrue();
		assertThat(sql(concurrently).upgradeTransaction()).isFalse();
		assertThat(sql(concurrently).downgradeTransaction()).isTrue();
	}

	@Test
	void newValueOfATypeThatIsUsedNeedsItsOwnTransaction() {
		AddEnumValue add = new AddEnumValue(STATE, "LATE", null, false, false);
		Execute use = new Execute("UPDATE users SET state = 'LATE'", List.of());
		Execute other = new Execute("UPDATE users SET state = 'OPEN'", List.of());

		assertThat(sql(add).upgradeTransaction()).isTrue();
		assertThat(sql(add, other).upgradeTransaction()).isTrue();
		assertThat(sql(add, use).upgradeTransaction()).isFalse();
	}

	@Test
	void constraintsAreNamedAsByOp() {
		NamingConvention naming = new NamingConvention(null, "uq_{table}_{columns}", null, null, null);

		assertThat(writer("h2", naming).write(List.of(new AddConstraint(USERS, unique("name")))))
			.isEqualTo("ALTER TABLE users ADD CONSTRAINT uq_users_name UNIQUE (name);\n");
	}

	@Test
	void valuesStandInTheirPlaces() {
		assertThat(sql(new Execute("UPDATE users SET name = ?", List.of("o'clock"))).upgrade())
			.isEqualTo("UPDATE users SET name = 'o''clock';\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "sqlite" })
	void whatAProductLacksIsASentence(String product) {
		CreateIndex partial = new CreateIndex(USERS, index("users_name", "name").using("gin"), false, false);

		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> writer(product, NamingConvention.NONE).write(List.of(partial)))
			.withMessageStartingWith("There is no SQL for 'create index users_name on users': ")
			.withMessageEndingWith("; write the revision in Java with --format java");
	}

	@Test
	void whatCannotBeTakenBackIsRefusedBeforeAnythingElse() {
		Changes changes = changes(List.of(), List.of(new DropColumn(USERS, "name", false, null),
				new Irreversible(new Execute("UPDATE users SET name = ''", List.of()))));

		assertThat(JavaBodyWriter.write(changes).downgrade()).isEqualTo(
				"""
						throw new UnsupportedOperationException("How to take this back is not known, write it here: execute SQL");
						// // Loses data: drop column users.name
						// op.dropColumn("users", "name");
						""");
		assertThat(writer("postgresql", NamingConvention.NONE).write(changes).downgrade()).isEqualTo("""
				SELECT * FROM "how to take this back is not known, write it here";
				-- Loses data: drop column users.name
				ALTER TABLE users DROP COLUMN name;
				-- Not known: take back: execute SQL
				""");
	}

}
