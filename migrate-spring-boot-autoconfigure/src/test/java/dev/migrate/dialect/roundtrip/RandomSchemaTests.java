package dev.migrate.dialect.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.migrate.dialect.Feature;
import dev.migrate.schema.Cast;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The random schemas have all that their product can have.
 */
class RandomSchemaTests {

	static Stream<RoundTripProduct> products() {
		return RoundTripProducts.all();
	}

	@ParameterizedTest
	@MethodSource("products")
	void everythingOccursInTheSeedsOfAnOrdinaryBuild(RoundTripProduct product) {
		Set<String> found = new TreeSet<>();
		LongStream.range(0, RoundTripTests.SEEDS)
			.mapToObj((seed) -> new RandomSchema(product, seed).generate().schema())
			.forEach((schema) -> things().stream()
				.filter((thing) -> thing.occurs().test(schema))
				.forEach((thing) -> found.add(thing.name())));
		assertThat(found).containsExactlyInAnyOrderElementsOf(things().stream()
			.filter((thing) -> product.features().containsAll(thing.needs()))
			.map(Thing::name)
			.toList());
	}

	@ParameterizedTest
	@MethodSource("products")
	void sameSeedMakesTheSameSchema(RoundTripProduct product) {
		assertThat(new RandomSchema(product, 7).generate()).isEqualTo(new RandomSchema(product, 7).generate());
	}

	/**
	 * What can occur.
	 *
	 * @param name what it is
	 * @param occurs whether it is in a schema
	 * @param needs what a product must have for it
	 */
	private record Thing(String name, Predicate<Schema> occurs, Set<Feature> needs) {

	}

	private static List<Thing> things() {
		List<Thing> things = new ArrayList<>();
		things.add(columns("default", (column) -> column.defaultExpression() != null));
		things.add(columns("identity with options",
				(column) -> column.identity() != null && column.identity().options().cycle()));
		things.add(columns("stored", (column) -> column.generated() != null && column.generated().stored(),
				Feature.STORED_COLUMN));
		things.add(columns("virtual", (column) -> column.generated() != null && !column.generated().stored(),
				Feature.VIRTUAL_COLUMN));
		things.add(columns("collation", (column) -> column.collation() != null, Feature.COLLATION));
		things.add(columns("comment", (column) -> column.comment() != null, Feature.COMMENT));
		things.add(columns("quote character", (column) -> column.name().contains("\"")));
		things.add(columns("long name", (column) -> column.name().length() == 63));
		things.add(tables("comment on table", (table) -> table.comment() != null, Feature.COMMENT));
		things.add(constraints("composite primary key", PrimaryKey.class, (key) -> key.columns().size() > 1));
		things.add(constraints("without name", UniqueConstraint.class, (unique) -> unique.name() == null));
		things.add(constraints("nulls not distinct", UniqueConstraint.class, UniqueConstraint::nullsNotDistinct,
				Feature.NULLS_NOT_DISTINCT));
		things.add(constraints("unique include", UniqueConstraint.class, (unique) -> !unique.include().isEmpty(),
				Feature.INCLUDE));
		things.add(constraints("deferred unique", UniqueConstraint.class,
				(unique) -> unique.deferral() == Deferral.INITIALLY_DEFERRED, Feature.DEFERRABLE));
		things.add(constraints("check", CheckConstraint.class, (check) -> true));
		things.add(constraints("check not valid", CheckConstraint.class, CheckConstraint::notValid, Feature.NOT_VALID));
		things.add(constraints("composite foreign key", ForeignKey.class, (key) -> key.columns().size() > 1));
		things.add(constraints("deferred foreign key", ForeignKey.class,
				(key) -> key.deferral() == Deferral.INITIALLY_DEFERRED, Feature.DEFERRABLE));
		things.add(constraints("columns of the rule for deletes", ForeignKey.class,
				(key) -> !key.deleteColumns().isEmpty(), Feature.DELETE_COLUMNS));
		things.add(constraints("match full", ForeignKey.class, ForeignKey::matchFull, Feature.MATCH_FULL));
		things.add(constraints("foreign key without columns", ForeignKey.class,
				(key) -> key.referencedColumns().isEmpty()));
		things.add(tables("foreign key to itself",
				(table) -> table.constraints(ForeignKey.class)
					.stream()
					.anyMatch((key) -> key.referencedTable().equals(table.name()))));
		things.add(tables("foreign key to a later table",
				(table) -> table.constraints(ForeignKey.class)
					.stream()
					.anyMatch((key) -> key.referencedTable().compareTo(table.name()) > 0)));
		things.add(indexes("partial index", (index) -> index.where() != null, Feature.PARTIAL_INDEX));
		things.add(indexes("index include", (index) -> !index.include().isEmpty(), Feature.INCLUDE));
		things.add(indexes("unique index", Index::unique));
		things.add(indexes("index of expression",
				(index) -> index.elements().stream().anyMatch(IndexElement::expression), Feature.EXPRESSION_INDEX));
		things.add(indexes("nulls of index",
				(index) -> index.elements().stream().map(IndexElement::nulls).anyMatch(Objects::nonNull),
				Feature.INDEX_NULLS));
		things.add(
				new Thing("sequence", (schema) -> !schema.objects(Sequence.class).isEmpty(), Set.of(Feature.SEQUENCE)));
		things.add(new Thing("owned sequence",
				(schema) -> schema.objects(Sequence.class).stream().anyMatch((sequence) -> sequence.ownedBy() != null),
				Set.of(Feature.OWNED_SEQUENCE)));
		things.add(new Thing("enumerated type", (schema) -> !schema.objects(EnumType.class).isEmpty(),
				Set.of(Feature.ENUM_TYPE)));
		things.add(columns("column of named type", (column) -> column.type() instanceof Named, Feature.ENUM_TYPE));
		things.add(new Thing("type of attributes", (schema) -> !schema.objects(StructType.class).isEmpty(),
				Set.of(Feature.STRUCT_TYPE)));
		things.add(new Thing("cast", (schema) -> !schema.objects(Cast.class).isEmpty(), Set.of(Feature.CAST)));
		things.add(views("view", (view) -> view.query().contains("FROM")));
		things.add(views("comment on view", (view) -> view.comment() != null, Feature.COMMENT));
		things.add(views("view of a view", (view) -> view.query().contains("rows_of_it")));
		return things;
	}

	private static Thing views(String name, Predicate<View> occurs, Feature... needs) {
		return new Thing(name, (schema) -> schema.objects(View.class).stream().anyMatch(occurs), Set.of(needs));
	}

	private static Thing tables(String name, Predicate<Table> occurs, Feature... needs) {
		return new Thing(name, (schema) -> schema.tables().stream().anyMatch(occurs), Set.of(needs));
	}

	private static Thing columns(String name, Predicate<Column> occurs, Feature... needs) {
		return tables(name, (table) -> table.columns().stream().anyMatch(occurs), needs);
	}

	private static Thing indexes(String name, Predicate<Index> occurs, Feature... needs) {
		return tables(name, (table) -> table.indexes().stream().anyMatch(occurs), needs);
	}

	private static <C extends Constraint> Thing constraints(String name, Class<C> type, Predicate<C> occurs,
			Feature... needs) {
		return tables(name, (table) -> table.constraints(type).stream().anyMatch(occurs), needs);
	}

	@ParameterizedTest
	@MethodSource("products")
	void arraysOccurWhereTheProductHasThem(RoundTripProduct product) {
		boolean found = LongStream.range(0, RoundTripTests.SEEDS)
			.mapToObj((seed) -> new RandomSchema(product, seed).generate().schema())
			.anyMatch(columns("array", (column) -> column.type() instanceof Array array && array.dimensions() > 1)
				.occurs());
		assertThat(found).isEqualTo(product.arrays(product.types().get(0).type()));
	}

}
