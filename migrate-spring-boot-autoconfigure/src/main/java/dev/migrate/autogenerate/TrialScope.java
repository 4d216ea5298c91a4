package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.Batch;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropCast;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropStructType;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;

/**
 * The part of a schema on which a revision is tried: the tables that it changes, with
 * those that they reference, the views that read them, and all that is neither.
 */
final class TrialScope {

	private final Schema before;

	private final Schema after;

	private final Changes changes;

	private final Set<QualifiedName> changed = new TreeSet<>();

	private final Set<QualifiedName> copied = new TreeSet<>();

	private final Map<QualifiedName, Set<QualifiedName>> views = new HashMap<>();

	private final Set<SchemaName> removed = new HashSet<>();

	/** What the revision names and is no table. */
	private final Set<QualifiedName> named = new TreeSet<>();

	private final boolean isolated;

	private TrialScope(Schema before, Schema after, Changes changes, boolean isolated) {
		this.before = before;
		this.after = after;
		this.changes = changes;
		this.isolated = isolated;
	}

	/**
	 * Find what a trial needs.
	 * @param before the schema before the revision
	 * @param after the schema that it shall lead to
	 * @param changes what it was written from
	 * @param identifiers how the product writes identifiers
	 * @param readers whether the views that read what changes are needed too
	 * @param isolated whether the scratch is a database of its own
	 * @return the scope
	 */
	static TrialScope of(Schema before, Schema after, Changes changes, Identifiers identifiers, boolean readers,
			boolean isolated) {
		TrialScope scope = new TrialScope(before, after, changes, isolated);
		changes.upgrade().forEach(scope::read);
		scope.views.putAll(TrialViews.of(before, after, changes, readers ? scope.changed : Set.of(), identifiers));
		scope.views.values().forEach((tables) -> scope.copied.addAll(tables));
		scope.copied.addAll(scope.changed);
		scope.addReferenced(before);
		scope.addReferenced(after);
		return scope;
	}

	private void read(Operation operation) {
		if (operation instanceof TableChange change) {
			QualifiedName table = change.table();
			if (table != null) {
				this.changed.add(table);
			}
			else if (operation instanceof DropIndex drop) {
				addTableOf(drop.index());
			}
		}
		else if (operation instanceof Batch batch) {
			this.changed.add(batch.table());
		}
		else if (operation instanceof CreateTable create) {
			this.changed.add(create.table().name());
		}
		else if (operation instanceof DropTable drop) {
			this.changed.add(drop.table());
		}
		else if (operation instanceof RenameTable rename) {
			this.changed.add(rename.table());
			this.changed.add(rename.table().sibling(rename.newName()));
		}
		else if (operation instanceof RenameIndex rename) {
			addTableOf(rename.name());
		}
		else if (operation instanceof RebuildEnumType rebuild) {
			this.named.add(rebuild.type().name());
			rebuild.uses().forEach((use) -> this.changed.add(use.table()));
		}
		else {
			readRemoved(operation);
		}
	}

	private void readRemoved(Operation operation) {
		readNamed(operation);
		if (operation instanceof DropSequence drop) {
			this.removed.add(new SchemaName("Sequence", drop.name()));
		}
		else if (operation instanceof RenameSequence rename) {
			this.removed.add(new SchemaName("Sequence", rename.name()));
		}
		else if (operation instanceof DropEnumType drop) {
			this.removed.add(new SchemaName("EnumType", drop.name()));
		}
		else if (operation instanceof DropStructType drop) {
			this.removed.add(new SchemaName("StructType", drop.name()));
		}
		else if (operation instanceof DropCast drop && drop.was() != null) {
			this.removed.add(new SchemaName("Cast", drop.was().name()));
		}
	}

	private void readNamed(Operation operation) {
		if (operation instanceof CreateSequence create) {
			this.named.add(create.sequence().name());
		}
		else if (operation instanceof AlterSequence alter) {
			this.named.add(alter.name());
		}
		else if (operation instanceof DropSequence drop) {
			this.named.add(drop.name());
		}
		else if (operation instanceof CreateEnumType create) {
			this.named.add(create.enumType().name());
		}
		else if (operation instanceof AddEnumValue add) {
			this.named.add(add.type());
		}
		else if (operation instanceof DropEnumType drop) {
			this.named.add(drop.name());
		}
		else if (operation instanceof CreateStructType create) {
			this.named.add(create.structType().name());
		}
	}

	private void addTableOf(QualifiedName index) {
		this.before.tables()
			.stream()
			.filter((table) -> table.indexes().stream().anyMatch((other) -> other.name().equals(index.name())))
			.forEach((table) -> this.changed.add(table.name()));
	}

	private void addReferenced(Schema schema) {
		for (QualifiedName name : this.changed) {
			schema.table(name)
				.ifPresent((table) -> table.constraints(ForeignKey.class)
					.forEach((key) -> this.copied.add(key.referencedTable())));
		}
	}

	/** The schema that an object of the trial names, if one does. */
	Optional<String> schema() {
		return Stream.of(this.copied, this.named, this.views.keySet())
			.flatMap(Collection::stream)
			.map(QualifiedName::schema)
			.filter(Objects::nonNull)
			.findFirst();
	}

	/**
	 * What is no table takes part, but for that in a schema which the revision does not
	 * name: there is no copy of it.
	 */
	private boolean takesPart(SchemaObject object) {
		return (object instanceof View) ? this.views.containsKey(object.name())
				: this.isolated || object.name().schema() == null;
	}

	/** What there is to begin with. */
	Schema before() {
		List<SchemaObject> objects = new ArrayList<>();
		for (SchemaObject object : this.before.all()) {
			if (object instanceof Table table) {
				if (this.copied.contains(table.name())) {
					objects.add(this.changed.contains(table.name()) ? table : withoutForeignKeys(table));
				}
			}
			else if (takesPart(object)) {
				objects.add(object);
			}
		}
		return new Schema(objects);
	}

	/** What there shall be in the end. */
	Schema after() {
		List<SchemaObject> objects = new ArrayList<>();
		for (QualifiedName name : this.copied) {
			(this.changed.contains(name) ? this.after.table(name)
					: this.before.table(name).map(TrialScope::withoutForeignKeys))
				.ifPresent(objects::add);
		}
		Set<SchemaName> there = new HashSet<>();
		for (SchemaObject object : this.after.all()) {
			if (!(object instanceof Table) && takesPart(object)) {
				objects.add(object);
				there.add(SchemaName.of(object));
			}
		}
		for (SchemaObject object : this.before.all()) {
			SchemaName name = SchemaName.of(object);
			if (!(object instanceof Table) && !(object instanceof View) && takesPart(object) && !there.contains(name)
					&& !this.removed.contains(name)) {
				objects.add(object);
			}
		}
		return new Schema(objects);
	}

	/** A rewriter may have left out what makes the database as the model wants it. */
	boolean isIntended(Difference difference) {
		return this.changes.differences()
			.stream()
			.anyMatch((detected) -> detected.kind().equals(difference.kind())
					&& detected.object().equals(difference.object())
					&& !this.changes.upgrade().containsAll(withoutTables(detected.operations())));
	}

	/** A table is created without the foreign keys that are added later. */
	private List<Operation> withoutTables(List<Operation> operations) {
		List<Operation> others = new ArrayList<>(operations);
		others
			.removeIf((operation) -> (operation instanceof CreateTable create && this.changes.upgrade()
				.stream()
				.anyMatch((other) -> other instanceof CreateTable same
						&& same.table().name().equals(create.table().name())))
					|| (operation instanceof DropTable drop && this.changes.upgrade()
						.stream()
						.anyMatch((other) -> other instanceof DropTable same && same.table().equals(drop.table()))));
		return others;
	}

	private static Table withoutForeignKeys(Table table) {
		List<Constraint> constraints = table.constraints()
			.stream()
			.filter((constraint) -> !(constraint instanceof ForeignKey))
			.toList();
		return new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(), table.options());
	}

	/** Objects of one kind have different names. */
	private record SchemaName(String kind, QualifiedName name) {

		static SchemaName of(SchemaObject object) {
			return new SchemaName(object.getClass().getSimpleName(), object.name());
		}

	}

}
