package dev.migrate.schema;

import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Schema} and {@link Table}.
 */
class SchemaTests {

	private final Table users = Table.of(QualifiedName.parse("users"),
			List.of(column("id", bigint()), primaryKey("id"), column("name", varchar(20)), unique("name")));

	private final Table orders = Table.of(QualifiedName.parse("orders"), List.of(column("id", bigint())));

	@Test
	void tableTakesColumnsAndConstraintsApart() {
		assertThat(this.users.columns()).containsExactly(column("id", bigint()), column("name", varchar(20)));
		assertThat(this.users.constraints()).containsExactly(primaryKey("id"), unique("name"));
		assertThat(this.users.indexes()).isEmpty();
		assertThat(this.users.comment()).isNull();
	}

	@Test
	void tableFindsItsParts() {
		assertThat(this.users.column("name")).contains(column("name", varchar(20)));
		assertThat(this.users.column("NAME")).isEmpty();
		assertThat(this.users.constraints(UniqueConstraint.class)).containsExactly(unique("name"));
		assertThat(this.users.constraints(ForeignKey.class)).isEmpty();
	}

	@Test
	void tablesAreSortedByName() {
		assertThat(new Schema(List.of(this.users, this.orders)).tables()).containsExactly(this.orders, this.users);
	}

	@Test
	void viewsStayInTheirOrder() {
		View used = View.view("z", "SELECT 1");
		View user = View.view("a", "SELECT * FROM z");
		Schema schema = new Schema(List.of(used, user, this.users));
		assertThat(schema.objects(View.class)).containsExactly(used, user);
		assertThat(schema.all()).containsExactlyInAnyOrder(this.users, used, user);
		assertThat(schema).isEqualTo(new Schema(List.of(user, this.users, used)));
	}

	@Test
	void viewWithoutQueryIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> View.view("v", " "))
			.withMessage("The query of the view 'v' is empty");
	}

	@Test
	void castIsNamedByItsTypes() {
		assertThat(Cast.cast(varchar(20), Types.named("sales.mood")).name()).hasToString("varchar(20) to sales.mood");
		assertThat(Cast.cast(Types.array(Types.timestampWithTimeZone(3), 2), Types.raw("inet")).name())
			.hasToString("timestamp with time zone(3)[][] to inet");
	}

	@Test
	void schemasOfEqualTablesAreEqual() {
		assertThat(new Schema(List.of(this.users, this.orders))).isEqualTo(new Schema(List.of(this.orders, this.users)))
			.hasSameHashCodeAs(new Schema(List.of(this.orders, this.users)))
			.isNotEqualTo(new Schema(List.of(this.users)));
	}

	@Test
	void tableIsFoundByName() {
		Schema schema = new Schema(List.of(this.users));
		assertThat(schema.table(QualifiedName.parse("users"))).contains(this.users);
		assertThat(schema.table(QualifiedName.parse("sales.users"))).isEmpty();
	}

}
