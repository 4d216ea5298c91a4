package dev.migrate.dialect.roundtrip;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrate.dialect.Feature;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Column;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.Types;
import dev.migrate.schema.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.SequenceOptions.DEFAULTS;
import static dev.migrate.schema.Types.array;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each field of the vocabulary makes a difference: of two schemas that differ in nothing
 * else, the dumps differ, and so do the reflected schemas. So {@link RoundTripTests} sees
 * a field that renderer and reflector forget.
 */
class DumpSensitivityTests {

	private static final QualifiedName T = QualifiedName.parse("t");

	private static final Column N = column("n", integer());

	private static final Column PLAIN = column("x", integer());

	private static final Column TEXT = column("x", varchar(10));

	private static final Index INDEX = index("ix", "n");

	/**
	 * Two schemas.
	 *
	 * @param name what makes the difference
	 * @param needs what a product must have
	 * @param one a schema
	 * @param other the other schema
	 */
	record Difference(String name, Set<Feature> needs, List<SchemaObject> one, List<SchemaObject> other) {

		Difference(String name, Set<Feature> needs, SchemaObject one, SchemaObject other) {
			this(name, needs, List.of(one), List.of(other));
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	static Stream<Arguments> differences() {
		return RoundTripProducts.allAndSqlite()
			.flatMap((product) -> differences(product).stream()
				.filter((difference) -> product.anyIdentity() || !difference.name().startsWith("identity"))
				.filter((difference) -> product.features().containsAll(difference.needs()))
				.map((difference) -> arguments(product.toString(), difference, product)));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("differences")
	void differenceIsSeen(String name, Difference difference, RoundTripProduct product) throws SQLException {
		List<List<String>> dumps = new ArrayList<>();
		List<Schema> schemas = new ArrayList<>();
		for (List<SchemaObject> objects : List.of(difference.one(), difference.other())) {
			try (Connection connection = product.create().connect()) {
				RoundTripTests.execute(product, connection, CreationOperations.of(new Schema(objects)));
				dumps.add(RoundTripTests.dump(product, connection));
				schemas.add(product.dialect().reflector().reflect(connection, null));
			}
		}
		assertThat(dumps.get(0)).isNotEqualTo(dumps.get(1));
		assertThat(schemas.get(0)).isNotEqualTo(schemas.get(1));
	}

	private static List<Difference> differences(RoundTripProduct product) {
		List<Difference> found = new ArrayList<>();
		ofColumns(product, (difference) -> found.add(difference));
		ofConstraints((difference) -> found.add(difference));
		ofIndexes((difference) -> found.add(difference));
		Sequence sequence = Sequence.sequence("s");
		ofOptions((name, options) -> found
			.add(new Difference("sequence " + name, Set.of(Feature.SEQUENCE), sequence, sequence.with(options))));
		found.add(new Difference("sequence type", Set.of(Feature.SEQUENCE), sequence,
				new Sequence(sequence.name(), integer(), DEFAULTS, null, null)));
		found.add(new Difference("sequence comment", Set.of(Feature.SEQUENCE, Feature.COMMENT), sequence,
				new Sequence(sequence.name(), null, DEFAULTS, null, "c")));
		EnumType type = new EnumType(QualifiedName.parse("e"), List.of("a", "b"), null);
		found.add(new Difference("values", Set.of(Feature.ENUM_TYPE), type,
				new EnumType(type.name(), List.of("b", "a"), null)));
		found.add(new Difference("comment on type", Set.of(Feature.ENUM_TYPE, Feature.COMMENT), type,
				new EnumType(type.name(), type.values(), "c")));
		Cast cast = Cast.cast(Types.varchar(), Types.named("e"));
		found.add(new Difference("cast", Set.of(Feature.CAST), List.of(type), List.of(type, cast)));
		found.add(new Difference("source of a cast", Set.of(Feature.CAST), List.of(type, cast),
				List.of(type, Cast.cast(Types.text(), Types.named("e")))));
		found.add(new Difference("cast in assignments", Set.of(Feature.CAST), List.of(type, cast),
				List.of(type, cast.inAssignments())));
		found.add(new Difference("cast everywhere", Set.of(Feature.CAST), List.of(type, cast.inAssignments()),
				List.of(type, cast.everywhere())));
		View view = View.view("v", "SELECT 1 AS one");
		found.add(new Difference("query", Set.of(), view, View.view("v", "SELECT 2 AS one")));
		found.add(new Difference("comment on view", Set.of(Feature.COMMENT), view, view.comment("c")));
		return found;
	}

	private static void ofColumns(RoundTripProduct product, Consumer<Difference> add) {
		add.accept(of("type", PLAIN, column("x", bigint())));
		add.accept(of("length", TEXT, column("x", varchar(11))));
		add.accept(of("not null", PLAIN, PLAIN.notNull()));
		add.accept(of("default", PLAIN, PLAIN.defaultValue(7)));
		add.accept(of("other default", PLAIN.defaultValue(6), PLAIN.defaultValue(7)));
		add.accept(of("identity", PLAIN.notNull(), PLAIN.identityAlways()));
		add.accept(of("identity always", PLAIN.identityByDefault(), PLAIN.identityAlways()));
		ofOptions((name, options) -> add
			.accept(of("identity " + name, PLAIN.identityAlways(), PLAIN.identity(Identity.ALWAYS.with(options)))));
		add.accept(of("stored", PLAIN, PLAIN.generatedStored("n + 1"), Feature.STORED_COLUMN));
		add.accept(
				of("generated", PLAIN.generatedStored("n + 2"), PLAIN.generatedStored("n + 1"), Feature.STORED_COLUMN));
		add.accept(of("virtual", PLAIN, PLAIN.generatedVirtual("n + 1"), Feature.VIRTUAL_COLUMN));
		add.accept(of("stored, not virtual", PLAIN.generatedStored("n + 1"), PLAIN.generatedVirtual("n + 1"),
				Feature.STORED_COLUMN, Feature.VIRTUAL_COLUMN));
		product.collations()
			.forEach((collation) -> add.accept(of("collation", TEXT, TEXT.collate(collation), Feature.COLLATION)));
		add.accept(of("comment on column", PLAIN, PLAIN.comment("c"), Feature.COMMENT));
		Table table = Table.of(T, List.of(N));
		add.accept(new Difference("comment on table", Set.of(Feature.COMMENT), table, table.comment("c")));
		if (product.arrays(integer())) {
			add.accept(of("array", PLAIN, column("x", array(integer()))));
		}
	}

	private static void ofOptions(OptionsConsumer add) {
		add.accept("start", DEFAULTS.start(5));
		add.accept("increment", DEFAULTS.increment(5));
		add.accept("descending", DEFAULTS.increment(-1));
		add.accept("minimum", DEFAULTS.minimum(-5).start(1));
		add.accept("maximum", DEFAULTS.maximum(500));
		add.accept("cache", DEFAULTS.cache(5));
		add.accept("cycle", DEFAULTS.cycling());
	}

	private static void ofConstraints(Consumer<Difference> add) {
		add.accept(of("primary key", PLAIN.notNull(), PLAIN.notNull(), primaryKey("x").named("k")));
		add.accept(of("unique", N, unique("n").named("k")));
		add.accept(of("name", unique("n").named("j"), unique("n").named("k")));
		add.accept(of("nulls not distinct", unique("n").named("k"), unique("n").named("k").withNullsNotDistinct(),
				Feature.NULLS_NOT_DISTINCT));
		add.accept(of("unique include", unique("n").named("k"), unique("n").named("k").include("m"), Feature.INCLUDE));
		add.accept(of("check", N, check("n > 0").named("k")));
		add.accept(of("condition", check("n > 1").named("k"), check("n > 0").named("k")));
		add.accept(of("check not valid", check("n > 0").named("k"), check("n > 0").named("k").asNotValid(),
				Feature.NOT_VALID));
		add.accept(of("check no inherit", check("n > 0").named("k"), check("n > 0").named("k").withoutInheritance(),
				Feature.NO_INHERIT));
		var key = foreignKey("n").references("t", "m").named("k");
		for (ReferentialAction action : ReferentialAction.values()) {
			if (action != ReferentialAction.NO_ACTION) {
				add.accept(of("delete " + action, key, key.onDelete(action)));
				add.accept(of("update " + action, key, key.onUpdate(action)));
			}
		}
		add.accept(of("columns of the rule for deletes", key.onDelete(ReferentialAction.SET_NULL),
				key.onDelete(ReferentialAction.SET_NULL, key.columns().get(0)), Feature.DELETE_COLUMNS));
		add.accept(of("match full", key, key.withMatchFull(), Feature.MATCH_FULL));
		add.accept(of("foreign key not valid", key, key.asNotValid(), Feature.NOT_VALID));
		for (Deferral deferral : List.of(Deferral.INITIALLY_IMMEDIATE, Deferral.INITIALLY_DEFERRED)) {
			add.accept(of("foreign key " + deferral, key, key.deferral(deferral), Feature.DEFERRABLE));
			add.accept(of("unique " + deferral, unique("n").named("k"), unique("n").named("k").deferral(deferral),
					Feature.DEFERRABLE));
			add.accept(of("primary key " + deferral, primaryKey("n").named("k"),
					primaryKey("n").named("k").deferral(deferral), Feature.DEFERRABLE));
		}
	}

	private static void ofIndexes(Consumer<Difference> add) {
		add.accept(of("index", N, INDEX));
		add.accept(of("unique index", INDEX, INDEX.asUnique()));
		add.accept(of("order of columns", index("ix", "n", "m"), index("ix", "m", "n")));
		add.accept(of("descending", INDEX, index("ix", IndexElement.by("n").desc())));
		add.accept(of("nulls", index("ix", IndexElement.by("n").nullsFirst()),
				index("ix", IndexElement.by("n").nullsLast()), Feature.INDEX_NULLS));
		add.accept(of("descending nulls", index("ix", IndexElement.by("n").desc().nullsFirst()),
				index("ix", IndexElement.by("n").desc().nullsLast()), Feature.INDEX_NULLS));
		add.accept(of("where", INDEX, INDEX.where("n > 0"), Feature.PARTIAL_INDEX));
		add.accept(of("expression", INDEX, index("ix", IndexElement.byExpression("n + 1")), Feature.EXPRESSION_INDEX));
		add.accept(of("index include", INDEX, INDEX.include("m"), Feature.INCLUDE));
		add.accept(of("index nulls not distinct", INDEX.asUnique(), INDEX.asUnique().withNullsNotDistinct(),
				Feature.NULLS_NOT_DISTINCT));
	}

	private static Difference of(String name, TableElement one, TableElement other, Feature... needs) {
		return new Difference(name, Set.of(needs), table(one), table(other));
	}

	private static Difference of(String name, Column one, Column other, TableElement more) {
		return new Difference(name, Set.of(), table(one), table(other, more));
	}

	/** A table with columns n and m, a key on m, and the given elements. */
	private static Table table(TableElement... elements) {
		List<TableElement> all = new ArrayList<>(List.of(N, column("m", integer()), unique("m").named("m_uq")));
		Stream.of(elements).filter((element) -> element != N).forEach(all::add);
		return Table.of(T, all);
	}

	/**
	 * Takes options of sequences.
	 */
	@FunctionalInterface
	private interface OptionsConsumer {

		void accept(String name, SequenceOptions options);

	}

}
