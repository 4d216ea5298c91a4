package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Constraint} and {@link Index}.
 */
class ConstraintTests {

	@Test
	void constraintsHaveNoNameUntilTheyAreGivenOne() {
		assertThat(primaryKey("id")).isEqualTo(new PrimaryKey(null, List.of("id")));
		assertThat(primaryKey("id").named("pk")).isEqualTo(new PrimaryKey("pk", List.of("id")));
		assertThat(unique("a", "b")).isEqualTo(new UniqueConstraint(null, List.of("a", "b")));
		assertThat(unique("a", "b").named("uq")).isEqualTo(new UniqueConstraint("uq", List.of("a", "b")));
		assertThat(check("a > 0")).isEqualTo(new CheckConstraint(null, "a > 0"));
		assertThat(check("a > 0").named("ck")).isEqualTo(new CheckConstraint("ck", "a > 0"));
	}

	@Test
	void foreignKeyIsRefinedStepByStep() {
		assertThat(foreignKey("user_id").references("auth.users", "id")
			.named("fk")
			.onDelete(ReferentialAction.CASCADE)
			.onUpdate(ReferentialAction.RESTRICT))
			.isEqualTo(new ForeignKey("fk", List.of("user_id"), new QualifiedName("auth", "users"), List.of("id"),
					ReferentialAction.CASCADE, ReferentialAction.RESTRICT));
	}

	@Test
	void foreignKeyToPrimaryKeyNamesNoColumn() {
		assertThat(foreignKey("a", "b").references("t")).isEqualTo(new ForeignKey(null, List.of("a", "b"),
				new QualifiedName(null, "t"), List.of(), ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION));
	}

	@Test
	void foreignKeyNeedsAsManyReferencedColumns() {
		assertThatIllegalArgumentException().isThrownBy(() -> foreignKey("a", "b").references("auth.users", "id"))
			.withMessage("The foreign key on (a, b) references 1 columns of auth.users, it needs 2");
	}

	@Test
	void ruleForDeletesSetsColumnsOfTheKeyOnly() {
		ForeignKey key = foreignKey("a", "b").references("t").onDelete(ReferentialAction.SET_NULL, "b");
		assertThat(key.named("fk").deleteColumns()).containsExactly("b");
		assertThat(key.onDelete(ReferentialAction.CASCADE).deleteColumns()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> key.onDelete(ReferentialAction.SET_NULL, "c"))
			.withMessage("The foreign key on (a, b) cannot SET NULL (c) on delete");
		assertThatIllegalArgumentException().isThrownBy(() -> key.onDelete(ReferentialAction.CASCADE, "b"))
			.withMessage("The foreign key on (a, b) cannot CASCADE (b) on delete");
	}

	@Test
	void constraintWithoutColumnIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> primaryKey())
			.withMessage("The primary key names no column");
		assertThatIllegalArgumentException().isThrownBy(() -> unique())
			.withMessage("The unique constraint names no column");
		assertThatIllegalArgumentException().isThrownBy(() -> foreignKey().references("users"))
			.withMessage("The foreign key names no column");
	}

	@Test
	void indexWithoutColumnIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Index("ix_a", List.of(), false, null))
			.withMessage("The index 'ix_a' names no column");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void checkWithoutConditionIsRefused(String condition) {
		assertThatIllegalArgumentException().isThrownBy(() -> check(condition))
			.withMessage("The condition of a check constraint is empty");
	}

	@Test
	void columnsAreCopied() {
		List<String> columns = new ArrayList<>(List.of("a"));
		Index index = new Index("ix", columns, false, null);
		PrimaryKey key = new PrimaryKey(null, columns);
		columns.add("b");
		assertThat(index.columns()).containsExactly("a");
		assertThat(key.columns()).containsExactly("a");
	}

}
