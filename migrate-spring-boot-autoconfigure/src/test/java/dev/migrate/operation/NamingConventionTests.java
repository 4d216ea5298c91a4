package dev.migrate.operation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ExclusionConstraint.Element.with;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link NamingConvention}.
 */
class NamingConventionTests {

	private static final QualifiedName ORDERS = QualifiedName.parse("sales.orders");

	private static final NamingConvention CONVENTION = new NamingConvention("{table}_pkey", "{table}_{columns}_key",
			"fk_{table}_{column}_{referenced_table}_{referenced_columns}", "{table}_{hash}_check",
			"{table}_{columns}_excl");

	static Stream<Arguments> names() {
		return Stream.of(arguments(primaryKey("id", "no"), "orders_pkey"),
				arguments(unique("id", "no"), "orders_id_no_key"),
				arguments(foreignKey("user_id", "b").references("auth.users", "id", "b"),
						"fk_orders_user_id_users_id_b"),
				// the beginning of what `printf 'price > 0' | sha256sum` prints
				arguments(check("price > 0"), "orders_89b88009_check"),
				arguments(ExclusionConstraint.exclude(with("room", "="), with("day", "&&")), "orders_room_day_excl"),
				arguments(primaryKey("id").named("mine"), "mine"));
	}

	@ParameterizedTest
	@MethodSource("names")
	void constraintWithoutANameGetsOne(Constraint constraint, String name) {
		assertThat(apply(CONVENTION, new AddConstraint(ORDERS, constraint)))
			.isEqualTo(new AddConstraint(ORDERS, constraint.named(name)));
		assertThat(apply(CONVENTION, create(constraint))).isEqualTo(create(constraint.named(name)));
	}

	@ParameterizedTest
	@MethodSource("names")
	void kindWithoutAPatternIsLeftToTheProduct(Constraint constraint, String name) {
		assertThat(apply(NamingConvention.NONE, create(constraint))).isEqualTo(create(constraint));
	}

	@Test
	void otherOperationsStayAsTheyAre() {
		Operation drop = new DropConstraint(ORDERS, "x", false, primaryKey("id"));
		assertThat(apply(CONVENTION, drop)).isSameAs(drop);
	}

	@Test
	void nameIsMadeToFit() {
		Operation named = CONVENTION.apply(create(primaryKey("id")), (name) -> name.substring(0, 5));
		assertThat(named).isEqualTo(create(primaryKey("id").named("order")));
	}

	@Test
	void unknownTokenIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NamingConvention(null, null, null, "{table}_{columns}", null))
			.withMessage("The naming convention '{table}_{columns}' has the token '{columns}'; "
					+ "for check constraints there are {hash}, {table}");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NamingConvention("{table}_{referenced_table}", null, null, null, null))
			.withMessageEndingWith("for primary keys there are {column}, {columns}, {hash}, {table}");
	}

	@Test
	void oneNameForTwoConstraintsOfATableIsRefused() {
		NamingConvention convention = new NamingConvention(null, null, null, "{table}_check", null);
		assertThatIllegalArgumentException().isThrownBy(() -> apply(convention, create(check("a > 0"), check("b > 0"))))
			.withMessage("The naming convention gives two constraints of sales.orders the name 'orders_check': "
					+ "name one of them, or use the token {hash}");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> apply(convention, create(check("a > 0"), check("b > 0").named("orders_check"))));
		apply(convention, create(check("a > 0"), check("b > 0").named("other")));
		apply(CONVENTION, create(check("a > 0"), check("b > 0")));
	}

	@Test
	void referencedColumnsMustBeSaidWhereThePatternAsksForThem() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> apply(CONVENTION, create(foreignKey("user_id").references("users"))))
			.withMessage("The naming convention asks for the referenced columns, "
					+ "which the foreign key on (user_id) does not say");
	}

	private static Operation apply(NamingConvention convention, Operation operation) {
		return convention.apply(operation, UnaryOperator.identity());
	}

	private static CreateTable create(Constraint... constraints) {
		return new CreateTable(
				new Table(ORDERS, List.of(column("id", integer())), List.of(constraints), List.of(), "all of them"),
				true);
	}

}
