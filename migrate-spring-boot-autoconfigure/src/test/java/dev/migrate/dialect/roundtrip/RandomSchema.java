package dev.migrate.dialect.roundtrip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.migrate.dialect.Feature;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.roundtrip.RoundTripProduct.Expression;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Cast.Context;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Sequence.Owner;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.StructType;
import dev.migrate.schema.StructType.Attribute;
import dev.migrate.schema.Table;
import dev.migrate.schema.Types;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Makes a schema that a product can have: all kinds of objects, with all that can be said
 * of them. The same seed makes the same schema.
 */
final class RandomSchema {

	private static final long MIXER = 0x9E3779B97F4A7C15L;

	private final RoundTripProduct product;

	private final Random random;

	private final RandomNames names;

	private final Map<String, String> printed = new HashMap<>();

	private final List<SchemaObject> objects = new ArrayList<>();

	RandomSchema(RoundTripProduct product, long seed) {
		this.product = product;
		// The first numbers of neighbouring seeds are alike
		this.random = new Random(seed * MIXER);
		this.random.nextLong();
		this.names = new RandomNames(this.random);
	}

	/**
	 * A schema, and how the catalog prints each of its expressions.
	 */
	record Generated(Schema schema, Map<String, String> printed) {

	}

	Generated generate() {
		List<ColumnType> named = new ArrayList<>();
		if (has(Feature.ENUM_TYPE) && chance(2)) {
			EnumType type = new EnumType(name(), values(), comment());
			this.objects.add(type);
			named.add(new ColumnType.Named(type.name()));
		}
		if (has(Feature.STRUCT_TYPE) && chance(2)) {
			StructType type = new StructType(name(), attributes(), comment());
			this.objects.add(type);
			named.add(new ColumnType.Named(type.name()));
		}
		List<String> sequences = new ArrayList<>();
		for (int i = has(Feature.SEQUENCE) ? this.random.nextInt(3) : 0; i > 0; i--) {
			Sequence sequence = sequence(null);
			this.objects.add(sequence);
			sequences.add(sequence.name().name());
		}
		List<Table> tables = new ArrayList<>();
		for (int i = 1 + this.random.nextInt(5); i > 0; i--) {
			tables.add(new RandomTable(this, named, sequences).generate());
		}
		new RandomForeignKeys(this).addTo(tables);
		this.objects.addAll(tables);
		if (has(Feature.OWNED_SEQUENCE) && chance(2)) {
			Table owner = pick(tables);
			this.objects.add(sequence(new Owner(owner.name(), owner.columns().get(0).name())));
		}
		if (has(Feature.CAST)) {
			named.forEach((type) -> this.objects.addAll(casts(type)));
		}
		this.objects.addAll(views(tables));
		return new Generated(new Schema(this.objects), Map.copyOf(this.printed));
	}

	private List<String> values() {
		Set<String> values = new LinkedHashSet<>();
		for (int i = 1 + this.random.nextInt(4); i > 0; i--) {
			values.add(this.names.next());
		}
		return List.copyOf(values);
	}

	private List<Attribute> attributes() {
		List<Attribute> attributes = new ArrayList<>();
		for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
			attributes.add(new Attribute(this.names.next(), pick(this.product.types()).type()));
		}
		return attributes;
	}

	private List<Cast> casts(ColumnType type) {
		Context context = pick(List.of(Context.values()));
		return chance(3) ? List.of() : List.of(new Cast(Types.varchar(), type, context), new Cast(type,
				chance(2) ? Types.varchar() : Types.text(), context));
	}

	/** Views of some columns of a table, and of another view. */
	private List<View> views(List<Table> tables) {
		List<View> views = new ArrayList<>();
		Table table = pick(tables);
		Identifiers identifiers = this.product.dialect().identifiers();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			List<String> columns = table.columns().stream().map(Column::name).filter((column) -> !chance(3)).toList();
			String from = columns.isEmpty() ? "SELECT 1 AS one"
					: "SELECT " + identifiers.quoteAll(columns) + " FROM " + identifiers.quote(table.name());
			String where = columns.isEmpty() || chance(2) ? ""
					: " WHERE " + this.product.present().written().formatted(identifiers.quote(pick(columns)));
			views.add(new View(name(), from + where, comment()));
		}
		if (!views.isEmpty() && chance(2)) {
			views.add(new View(name(), "SELECT count(*) AS rows_of_it FROM " + identifiers.quote(pick(views).name()),
					comment()));
		}
		return views;
	}

	private Sequence sequence(@Nullable Owner owner) {
		ColumnType type = pick(this.product.sequenceTypes());
		return new Sequence(name(), type, sequenceOptions(), owner, comment());
	}

	/** Options that differ from what any product has usually, and fit a small integer. */
	SequenceOptions sequenceOptions() {
		SequenceOptions options = SequenceOptions.DEFAULTS;
		boolean down = chance(4);
		if (down || chance(3)) {
			options = options.increment((down ? -1 : 1) * (2L + this.random.nextInt(5)));
		}
		if (chance(3)) {
			options = down ? options.minimum(-10_000) : options.minimum(10);
		}
		if (chance(3)) {
			options = down ? options.maximum(-10) : options.maximum(10_000);
		}
		if (chance(3)) {
			options = options.start(down ? -100 : 100);
		}
		if (chance(3)) {
			options = options.cache(2L + this.random.nextInt(9));
		}
		return chance(3) ? options.cycling() : options;
	}

	RoundTripProduct product() {
		return this.product;
	}

	Random random() {
		return this.random;
	}

	boolean has(Feature feature) {
		return this.product.features().contains(feature);
	}

	/** True once in so many times. */
	boolean chance(int of) {
		return this.random.nextInt(of) == 0;
	}

	/** True once in so many times, if the product has the feature. */
	boolean chance(Feature feature, int of) {
		return has(feature) && chance(of);
	}

	<T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	String freshName() {
		return this.names.next();
	}

	@Nullable String perhapsName() {
		return chance(3) ? null : freshName();
	}

	QualifiedName name() {
		return new QualifiedName(null, freshName());
	}

	@Nullable String comment() {
		return chance(Feature.COMMENT, 3) ? this.names.comment() : null;
	}

	/** The expression as it is written, of a column. */
	String expression(Expression expression, String column) {
		String written = expression.written().formatted(this.product.dialect().identifiers().quote(column));
		this.printed.put(written, expression.printed().formatted(this.product.printed(column)));
		return written;
	}

	/** The expression as it is written. */
	String constant(Expression expression) {
		this.printed.put(expression.written(), expression.printed());
		return expression.written();
	}

	ColumnType perhapsArray(ColumnType type) {
		return (!(type instanceof ColumnType.Array) && this.product.arrays(type) && chance(8))
				? Types.array(type, 1 + this.random.nextInt(2)) : type;
	}

}
