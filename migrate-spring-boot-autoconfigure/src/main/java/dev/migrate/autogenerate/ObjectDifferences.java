package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Feature;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterSequenceOwner;
import dev.migrate.operation.AlterStructType;
import dev.migrate.operation.CreateCast;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.DropCast;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropStructType;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Sequence.Owner;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What two schemas differ in beside tables: sequences and types.
 */
final class ObjectDifferences {

	private final Schema found;

	private final Schema wanted;

	private final ObjectFilter filter;

	private final Dialect dialect;

	private final List<Difference> differences = new ArrayList<>();

	/**
	 * Create a comparison.
	 * @param found what there is
	 * @param wanted what is wanted
	 * @param filter what takes part
	 * @param dialect the product
	 */
	ObjectDifferences(Schema found, Schema wanted, ObjectFilter filter, Dialect dialect) {
		this.found = found;
		this.wanted = wanted;
		this.filter = filter;
		this.dialect = dialect;
	}

	List<Difference> compare() {
		compare(EnumType.class, "enum", CreateEnumType::new, (type) -> new DropEnumType(type.name(), false, type),
				this::changed);
		compare(StructType.class, "struct", CreateStructType::new,
				(type) -> new DropStructType(type.name(), false, type), (found, wanted) -> {
					if (!found.attributes().equals(wanted.attributes())) {
						add("modify_struct", wanted, "changed attributes of type '%s'",
								List.of(new AlterStructType(wanted, found)));
					}
				});
		sequences();
		compare(Cast.class, "cast", CreateCast::new, (cast) -> new DropCast(cast.source(), cast.target(), false, cast),
				(found, wanted) -> {
					if (found.context() != wanted.context()) {
						add("modify_cast", wanted, "changed context of cast '%s'", List
							.of(new DropCast(found.source(), found.target(), false, found), new CreateCast(wanted)));
					}
				});
		return this.differences;
	}

	private void sequences() {
		for (Sequence sequence : this.wanted.objects(Sequence.class)) {
			if (this.filter.includes("sequence", sequence.name(), "")) {
				this.found.object(Sequence.class, sequence.name())
					.ifPresentOrElse((other) -> changed(other, sequence), () -> add("add_sequence", sequence,
							"added sequence '%s'",
							owned(new CreateSequence(free(sequence)), sequence.name(), null, sequence.ownedBy())));
			}
		}
		for (Sequence sequence : this.found.objects(Sequence.class)) {
			if (this.wanted.object(Sequence.class, sequence.name()).isEmpty() && !isKept(sequence)
					&& this.filter.includes("sequence", sequence.name(), "")) {
				add("remove_sequence", sequence, "removed sequence '%s'",
						owned(new DropSequence(sequence.name(), false, free(sequence)), sequence.name(),
								sequence.ownedBy(), null));
			}
		}
	}

	/** A sequence that belongs to a column stays while that counts by one. */
	private boolean isKept(Sequence sequence) {
		Owner owner = sequence.ownedBy();
		return owner != null && this.wanted.table(owner.table())
			.flatMap((table) -> table.column(owner.column()))
			.filter((column) -> column.defaultExpression() != null || column.type() instanceof Raw)
			.isPresent();
	}

	/** The sequence is there before the table that counts by it, and goes behind it. */
	private static List<Operation> owned(Operation operation, QualifiedName sequence, @Nullable Owner was,
			@Nullable Owner owner) {
		return (was == null && owner == null) ? List.of(operation)
				: List.of(operation, new AlterSequenceOwner(sequence, owner, was));
	}

	private static Sequence free(Sequence sequence) {
		return new Sequence(sequence.name(), sequence.type(), sequence.options(), null, sequence.comment());
	}

	private <T extends SchemaObject> void compare(Class<T> type, String kind, Function<T, Operation> create,
			Function<T, Operation> drop, BiConsumer<T, T> changed) {
		for (T object : this.wanted.objects(type)) {
			if (this.filter.includes(kind, object.name(), "")) {
				this.found.object(type, object.name())
					.ifPresentOrElse((other) -> changed.accept(other, object),
							() -> add("add_" + kind, object, "added " + kind + " '%s'", List.of(create.apply(object))));
			}
		}
		for (T object : this.found.objects(type)) {
			if (this.wanted.object(type, object.name()).isEmpty() && isOurs(object)
					&& this.filter.includes(kind, object.name(), "")) {
				add("remove_" + kind, object, "removed " + kind + " '%s'", List.of(drop.apply(object)));
			}
		}
	}

	/** A type stays while a column is of it, and a cast while its types do. */
	private boolean isOurs(SchemaObject object) {
		if (object instanceof Cast cast) {
			return isDropped(cast.source()) || isDropped(cast.target());
		}
		return !isUsed(object.name());
	}

	private boolean isDropped(ColumnType type) {
		return type instanceof Named named && this.wanted.object(EnumType.class, named.name()).isEmpty()
				&& !isUsed(named.name());
	}

	private boolean isUsed(QualifiedName type) {
		return this.wanted.tables()
			.stream()
			.flatMap((table) -> table.columns().stream())
			.anyMatch((column) -> isOf(column.type(), type));
	}

	private boolean isOf(ColumnType type, QualifiedName name) {
		if (type instanceof ColumnType.Array array) {
			return isOf(array.element(), name);
		}
		return (type instanceof Named named && named.name().equals(name))
				|| (type instanceof Raw raw && Words.begin(raw.sql(), name, this.dialect.identifiers()));
	}

	private void changed(Sequence found, Sequence wanted) {
		if (!found.options().equals(wanted.options())) {
			add("modify_sequence", wanted, "changed options of sequence '%s'",
					List.of(new AlterSequence(wanted.name(), wanted.options(), found.options())));
		}
	}

	private void changed(EnumType found, EnumType wanted) {
		if (found.values().equals(wanted.values())) {
			return;
		}
		List<Operation> operations = new ArrayList<>();
		if (this.dialect.syntax().features().contains(Feature.ENUM_VALUE)
				&& isSubsequence(found.values(), wanted.values())) {
			List<String> present = new ArrayList<>(found.values());
			for (int i = 0; i < wanted.values().size(); i++) {
				String value = wanted.values().get(i);
				if (!present.contains(value)) {
					EnumType before = new EnumType(found.name(), present, found.comment());
					operations.add(add(wanted, i, before));
					present.add((i == 0) ? 0 : present.indexOf(wanted.values().get(i - 1)) + 1, value);
				}
			}
		}
		else {
			operations.add(new RebuildEnumType(wanted, uses(wanted), casts(wanted), found));
		}
		add("modify_enum", wanted, "changed values of enum '%s'", operations);
	}

	private AddEnumValue add(EnumType wanted, int place, EnumType before) {
		List<String> values = wanted.values();
		boolean first = place == 0;
		String neighbour = first ? before.values().stream().findFirst().orElse(null) : values.get(place - 1);
		EnumType after = new EnumType(wanted.name(), values.subList(0, place + 1), wanted.comment());
		return new AddEnumValue(wanted.name(), values.get(place), neighbour, first, false,
				new RebuildEnumType(before, uses(wanted), casts(wanted), after));
	}

	private static boolean isSubsequence(List<String> part, List<String> all) {
		int next = 0;
		for (String value : all) {
			if (next < part.size() && part.get(next).equals(value)) {
				next++;
			}
		}
		return next == part.size();
	}

	/** The columns of the type: those that go are there still when it is made anew. */
	private List<RebuildEnumType.Use> uses(EnumType type) {
		List<RebuildEnumType.Use> uses = new ArrayList<>();
		for (Table table : this.found.tables()) {
			for (Column column : table.columns()) {
				if (isOf(column.type(), type.name())) {
					uses.add(new RebuildEnumType.Use(table.name(), column.name(), column.defaultExpression(),
							column.type() instanceof ColumnType.Array, List.of()));
				}
			}
		}
		return uses;
	}

	private List<Cast> casts(EnumType type) {
		return this.found.objects(Cast.class)
			.stream()
			.filter((cast) -> isOf(cast.source(), type.name()) || isOf(cast.target(), type.name()))
			.toList();
	}

	private void add(String kind, SchemaObject object, String text, List<Operation> operations) {
		this.differences
			.add(new Difference(kind, Objects.toString(object.name()), text.formatted(object.name()), operations));
	}

}
