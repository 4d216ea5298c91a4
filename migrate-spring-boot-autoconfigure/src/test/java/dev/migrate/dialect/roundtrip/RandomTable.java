package dev.migrate.dialect.roundtrip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.dialect.Feature;
import dev.migrate.dialect.roundtrip.RoundTripProduct.Expression;
import dev.migrate.dialect.roundtrip.RoundTripProduct.TypeSample;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.Types;
import dev.migrate.schema.UniqueConstraint;

/**
 * Makes a table of a random schema, without its foreign keys.
 */
final class RandomTable {

	private final RandomSchema schema;

	private final List<ColumnType> named;

	private final List<String> sequences;

	private final Map<String, Column> columns = new LinkedHashMap<>();

	private final Map<String, TypeSample> samples = new LinkedHashMap<>();

	private final List<Constraint> constraints = new ArrayList<>();

	private final Set<List<String>> keys = new HashSet<>();

	RandomTable(RandomSchema schema, List<ColumnType> named, List<String> sequences) {
		this.schema = schema;
		this.named = named;
		this.sequences = sequences;
	}

	Table generate() {
		for (int i = 2 + this.schema.random().nextInt(6); i > 0; i--) {
			addColumn();
		}
		addKeys();
		addChecks();
		List<Index> indexes = new ArrayList<>();
		for (int i = this.schema.random().nextInt(4); i > 0; i--) {
			List<String> sorted = someKeyColumns(3);
			if (!sorted.isEmpty()) {
				indexes.add(this.schema.product().vary(index(sorted), this.schema.random()));
			}
		}
		Table table = new Table(this.schema.name(), List.copyOf(this.columns.values()), this.constraints, indexes,
				this.schema.comment());
		return this.schema.product().vary(table, this.schema.random());
	}

	private void addColumn() {
		TypeSample sample = this.schema.pick(this.schema.product().types());
		String name = this.schema.freshName();
		ColumnType type = this.schema.perhapsArray(sample.type());
		if (!this.named.isEmpty() && this.schema.chance(4)) {
			type = this.schema.perhapsArray(this.schema.pick(this.named));
		}
		Column column = Column.column(name, type);
		if (type.equals(sample.type())) {
			this.samples.put(name, sample);
			column = vary(column, sample);
		}
		column = this.schema.chance(3) ? column.notNull() : column;
		String comment = this.schema.comment();
		this.columns.put(name, (comment != null) ? column.comment(comment) : column);
	}

	private Column vary(Column column, TypeSample sample) {
		List<String> collations = this.schema.product().collations();
		if (sample.text() && !collations.isEmpty() && this.schema.chance(Feature.COLLATION, 3)) {
			return column.collate(this.schema.pick(collations));
		}
		boolean first = this.columns.values().stream().allMatch((other) -> other.identity() == null);
		if (sample.identity() && first && this.schema.chance(2)) {
			return column
				.identity((this.schema.chance(2) ? Identity.ALWAYS : Identity.BY_DEFAULT).with(options(sample.type())));
		}
		if (sample.type().equals(Types.bigint()) && !this.sequences.isEmpty() && this.schema.chance(2)) {
			List<Expression> next = this.schema.product().nextValue(this.schema.pick(this.sequences));
			return next.isEmpty() ? column : column.defaultSql(this.schema.constant(next.get(0)));
		}
		List<String> sources = this.samples.keySet()
			.stream()
			.filter((other) -> this.samples.get(other).equals(sample) && this.columns.containsKey(other)
					&& this.columns.get(other).generated() == null)
			.toList();
		if (!sample.computed().isEmpty() && !sources.isEmpty()) {
			String expression = this.schema.expression(this.schema.pick(sample.computed()), this.schema.pick(sources));
			boolean stored = !this.schema.has(Feature.VIRTUAL_COLUMN) || this.schema.chance(Feature.STORED_COLUMN, 2);
			return stored ? column.generatedStored(expression) : column.generatedVirtual(expression);
		}
		return (sample.defaults().isEmpty() || this.schema.chance(2)) ? column
				: column.defaultSql(this.schema.constant(this.schema.pick(sample.defaults())));
	}

	private dev.migrate.schema.SequenceOptions options(ColumnType type) {
		return (type instanceof ColumnType.Raw) ? dev.migrate.schema.SequenceOptions.DEFAULTS
				: this.schema.sequenceOptions();
	}

	private void addKeys() {
		List<String> primary = someKeyColumns(2);
		if (!primary.isEmpty() && !this.schema.chance(4)) {
			this.keys.add(primary);
			primary.forEach((column) -> this.columns.computeIfPresent(column, (name, value) -> value.notNull()));
			this.constraints.add(new PrimaryKey(this.schema.perhapsName(), primary, include(primary), deferral()));
		}
		for (int i = this.schema.random().nextInt(3); i > 0; i--) {
			List<String> unique = someKeyColumns(2);
			if (!unique.isEmpty() && this.keys.add(unique)) {
				this.constraints.add(new UniqueConstraint(this.schema.perhapsName(), unique,
						this.schema.chance(Feature.NULLS_NOT_DISTINCT, 3), include(unique), deferral()));
			}
		}
	}

	private Deferral deferral() {
		return this.schema.chance(Feature.DEFERRABLE, 4) ? this.schema.pick(List.of(Deferral.values()))
				: Deferral.NOT_DEFERRABLE;
	}

	private List<String> include(List<String> key) {
		return this.schema.chance(Feature.INCLUDE, 4)
				? someKeyColumns(2).stream().filter((column) -> !key.contains(column)).toList() : List.of();
	}

	/** Different columns that can be sorted, in any order; perhaps none. */
	private List<String> someKeyColumns(int most) {
		List<String> found = new ArrayList<>(this.samples.keySet()
			.stream()
			.filter((column) -> this.samples.get(column).key() && this.columns.get(column).generated() == null)
			.toList());
		Collections.shuffle(found, this.schema.random());
		return List.copyOf(found.subList(0, Math.min(found.size(), 1 + this.schema.random().nextInt(most))));
	}

	private void addChecks() {
		this.samples.forEach((column, sample) -> {
			if (!sample.conditions().isEmpty() && this.schema.chance(3)) {
				boolean notValid = this.schema.chance(Feature.NOT_VALID, 4);
				this.constraints.add(new CheckConstraint(notValid ? this.schema.freshName() : this.schema.perhapsName(),
						this.schema.expression(this.schema.pick(sample.conditions()), column),
						this.schema.chance(Feature.NO_INHERIT, 4), notValid));
			}
		});
	}

	private Index index(List<String> sorted) {
		boolean unique = this.schema.chance(3);
		boolean partial = this.schema.chance(Feature.PARTIAL_INDEX, 3);
		return new Index(this.schema.freshName(), sorted.stream().map(this::element).toList(), unique,
				partial ? this.schema.expression(this.schema.product().present(), sorted.get(0)) : null, null,
				include(sorted), unique && this.schema.chance(Feature.NULLS_NOT_DISTINCT, 2), Map.of());
	}

	private IndexElement element(String column) {
		TypeSample sample = this.samples.get(column);
		IndexElement element = IndexElement.by(column);
		if (!sample.computed().isEmpty() && this.schema.chance(Feature.EXPRESSION_INDEX, 3)) {
			element = IndexElement.byExpression(this.schema.expression(this.schema.pick(sample.computed()), column));
		}
		element = this.schema.chance(3) ? element.desc() : element;
		if (this.schema.chance(Feature.INDEX_NULLS, 2)) {
			element = this.schema.chance(2) ? element.nullsFirst() : element.nullsLast();
		}
		return element;
	}

}
