package dev.migrate.dialect.roundtrip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateCast;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Cast;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;

/**
 * The operations that create a schema, in an order that works. Every second index is
 * created by an operation of its own, and so are foreign keys of tables that come later
 * and constraints that leave present rows unchecked.
 */
public final class CreationOperations {

	private CreationOperations() {
	}

	public static List<Operation> of(Schema schema) {
		List<Operation> operations = new ArrayList<>();
		List<Operation> later = new ArrayList<>();
		schema.objects(EnumType.class).forEach((type) -> operations.add(new CreateEnumType(type)));
		schema.objects(StructType.class).forEach((type) -> operations.add(new CreateStructType(type)));
		schema.objects(Cast.class).forEach((cast) -> operations.add(new CreateCast(cast)));
		for (Sequence sequence : schema.objects(Sequence.class)) {
			((sequence.ownedBy() == null) ? operations : later).add(new CreateSequence(sequence));
		}
		Set<QualifiedName> created = new HashSet<>();
		for (Table table : schema.tables()) {
			created.add(table.name());
			List<Constraint> constraints = new ArrayList<>();
			for (Constraint constraint : table.constraints()) {
				if (canBeCreatedWith(constraint, created)) {
					constraints.add(constraint);
				}
				else {
					later.add(new AddConstraint(table.name(), constraint));
				}
			}
			List<Index> indexes = new ArrayList<>();
			for (Index index : table.indexes()) {
				if (indexes.size() % 2 == 0) {
					indexes.add(index);
				}
				else {
					later.add(new CreateIndex(table.name(), index, false));
				}
			}
			operations.add(new CreateTable(
					new Table(table.name(), table.columns(), constraints, indexes, table.comment(), table.options()),
					false));
		}
		operations.addAll(later);
		schema.objects(View.class).forEach((view) -> operations.add(new CreateView(view)));
		return operations;
	}

	private static boolean canBeCreatedWith(Constraint constraint, Set<QualifiedName> created) {
		if (constraint instanceof ForeignKey key) {
			return !key.notValid() && created.contains(key.referencedTable());
		}
		return !(constraint instanceof CheckConstraint check && check.notValid());
	}

}
