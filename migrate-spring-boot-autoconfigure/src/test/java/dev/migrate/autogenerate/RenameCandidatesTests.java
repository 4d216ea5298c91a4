package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.migrate.autogenerate.Renames.RenamedColumn;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RenameCandidates}, {@link Rename} and {@link ChangesMessage}.
 */
class RenameCandidatesTests {

	private static Changes changes(Operation... operations) {
		List<Difference> differences = List.of(operations)
			.stream()
			.map((operation) -> new Difference("kind", "object", "text", List.of(operation)))
			.toList();
		return new Changes(differences, List.of(operations), List.of());
	}

	private static DropColumn drop(String table, String column, ColumnType type) {
		return new DropColumn(QualifiedName.parse(table), column, false, column(column, type));
	}

	private static AddColumn add(String table, String column, ColumnType type) {
		return new AddColumn(QualifiedName.parse(table), column(column, type), false);
	}

	private static Table table(String name, Column... columns) {
		return Table.of(QualifiedName.parse(name), List.of(columns));
	}

	private static DropTable drop(Table table) {
		return new DropTable(table.name(), false, false, table);
	}

	private static List<String> options(Operation... operations) {
		return RenameCandidates.of(changes(operations)).stream().map(Rename::option).toList();
	}

	@Test
	void columnsOfOneTableWithOneTypeAreCandidates() {
		assertThat(options(add("users", "full_name", varchar(50)), drop("users", "name", varchar(50))))
			.containsExactly("--rename users.name=users.full_name");
	}

	@Test
	void othersAreNone() {
		assertThat(options(add("users", "full_name", varchar(80)), drop("users", "name", varchar(50)))).isEmpty();
		assertThat(options(add("people", "full_name", varchar(50)), drop("users", "name", varchar(50)))).isEmpty();
		assertThat(options(add("users", "full_name", varchar(50)),
				new DropColumn(QualifiedName.parse("users"), "name", false, null)))
			.isEmpty();
	}

	@Test
	void tablesWithEqualColumnsAreCandidates() {
		Column id = column("id", bigint());
		Column name = column("name", varchar(50));

		assertThat(options(new CreateTable(table("people", name, id), false), drop(table("users", id, name))))
			.containsExactly("--rename-table users=people");
		assertThat(options(new CreateTable(table("people", id), false), drop(table("users", id, name)))).isEmpty();
		assertThat(options(new CreateTable(table("hr.people", id), false), drop(table("users", id)))).isEmpty();
		assertThat(options(new CreateTable(table("hr.people", id), false), drop(table("hr.users", id))))
			.containsExactly("--rename-table hr.users=hr.people");
	}

	@Test
	void questionsThatAreAnsweredByOthersAreNotAsked() {
		Changes changes = changes(drop("users", "a", bigint()), drop("users", "b", bigint()),
				add("users", "c", bigint()), add("users", "d", bigint()));
		List<String> asked = new ArrayList<>();
		RenameCandidates candidates = new RenameCandidates();

		List<Rename> accepted = candidates.decide(changes, (rename) -> {
			asked.add(rename.before() + ">" + rename.after());
			return rename.newName().equals("d");
		});

		assertThat(accepted).containsExactly(new Rename(QualifiedName.parse("users"), "a", "d"));
		assertThat(asked).containsExactly("users.a>users.c", "users.a>users.d", "users.b>users.c");
		assertThat(candidates.decide(changes(drop("users", "b", bigint()), add("users", "c", bigint())), (rename) -> {
			throw new AssertionError("asked again");
		})).isEmpty();
	}

	@Test
	void renamesAreAdded() {
		QualifiedName users = QualifiedName.parse("hr.users");
		QualifiedName people = QualifiedName.parse("hr.people");

		assertThat(Renames.parse(List.of(), List.of("a=b"))
			.and(List.of(new Rename(users, null, "people"), new Rename(people, "name", "full_name"))))
			.isEqualTo(new Renames(Map.of(QualifiedName.parse("a"), QualifiedName.parse("b"), users, people),
					List.of(new RenamedColumn(people, "name", "full_name"))));
	}

	@Test
	void messageNamesANewTableBeforeOthers() {
		Operation employees = new CreateTable(table("employees", column("id", bigint())), false);

		assertThat(ChangesMessage.of(changes(employees))).isEqualTo("Create employees");
		assertThat(ChangesMessage.of(changes(add("users", "phone_number", bigint()))))
			.isEqualTo("Add phone_number to users");
		assertThat(ChangesMessage.of(changes(add("users", "a", bigint()), add("users", "b", bigint()), employees,
				drop("users", "c", bigint()))))
			.isEqualTo("Create employees and 3 more");
		assertThat(ChangesMessage.of(changes(drop("users", "c", bigint())))).isEqualTo("Drop c of users");
		assertThat(ChangesMessage.of(changes(drop(table("users"))))).isEqualTo("Drop users");
		assertThat(ChangesMessage
			.of(new Changes(List.of(new Difference("k", "o", "changed the rest", List.of())), List.of(), List.of())))
			.isEqualTo("Changed the rest");
		assertThat(ChangesMessage.of(changes())).isEqualTo("No changes");
	}

}
