package dev.migrate.operation;

import java.util.List;

import dev.migrate.schema.QualifiedName;
import org.junit.jupiter.api.Test;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Batch}.
 */
class BatchTests {

	private static final QualifiedName USERS = QualifiedName.parse("sales.users");

	private static final AddColumn ADD = new AddColumn(USERS, column("age", integer()), false);

	private static final CreateIndex INDEX = new CreateIndex(USERS, index("ix", "age"), false);

	@Test
	void batchIsReversedFromItsEndIfAllOfItIs() {
		Batch batch = new Batch(USERS, List.of(ADD, INDEX));

		assertThat(batch.reverse())
			.contains(new Batch(USERS, List.of(new DropIndex(USERS.sibling("ix"), false, USERS, index("ix", "age")),
					new DropColumn(USERS, "age", false, column("age", integer())))));
		assertThat(batch.reverse().flatMap(Operation::reverse)).contains(batch);
		assertThat(new Batch(USERS, List.of(ADD, new DropColumn(USERS, "name", false, null))).reverse()).isEmpty();
		assertThat(batch.describe()).isEqualTo("change table sales.users");
	}

	@Test
	void batchThatChangesNothingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Batch(USERS, List.of()))
			.withMessage("The batch of table 'sales.users' changes nothing: call addColumn(…), alterColumn(…) or the "
					+ "like on what is given to it");
	}

	@Test
	void changeOfAnotherTableIsRefused() {
		AddColumn other = new AddColumn(QualifiedName.parse("users"), column("age", integer()), false);
		assertThatIllegalArgumentException().isThrownBy(() -> new Batch(USERS, List.of(ADD, other)))
			.withMessage("The batch of table 'sales.users' cannot add column users.age, which is of another table");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Batch(USERS, List.of(new DropIndex(USERS.sibling("ix"), false, null, null))))
			.withMessageContaining("cannot drop index sales.ix, which is of another table");
	}

	@Test
	void whatStandsOutsideOfTheTransactionIsRefused() {
		CreateIndex concurrently = new CreateIndex(USERS, index("ix", "age"), false, true);
		assertThatIllegalArgumentException().isThrownBy(() -> new Batch(USERS, List.of(concurrently)))
			.withMessage("The batch of table 'sales.users' cannot create index ix on sales.users concurrently, do it "
					+ "outside of the batch");
	}

	@Test
	void constraintsOfABatchAreNamed() {
		NamingConvention naming = new NamingConvention(null, "{table}_{columns}_key", null, null, null);

		assertThat(
				naming.apply(new Batch(USERS, List.of(ADD, new AddConstraint(USERS, unique("age")))), (name) -> name))
			.isEqualTo(new Batch(USERS, List.of(ADD, new AddConstraint(USERS, unique("age").named("users_age_key")))));
	}

}
