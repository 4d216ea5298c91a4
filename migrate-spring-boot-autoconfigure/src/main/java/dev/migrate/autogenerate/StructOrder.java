package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StructType;

/**
 * Types behind those that their attributes are of.
 */
final class StructOrder {

	private final Map<QualifiedName, StructType> types = new HashMap<>();

	private final Set<StructType> order = new LinkedHashSet<>();

	private StructOrder(List<StructType> types) {
		types.forEach((type) -> this.types.put(type.name(), type));
	}

	static List<StructType> of(List<StructType> types) {
		StructOrder order = new StructOrder(types);
		types.forEach(order::visit);
		return new ArrayList<>(order.order);
	}

	private void visit(StructType type) {
		if (this.order.contains(type)) {
			return;
		}
		type.attributes().forEach((attribute) -> visit(attribute.type()));
		this.order.add(type);
	}

	private void visit(ColumnType type) {
		if (type instanceof Array array) {
			visit(array.element());
		}
		else if (type instanceof Named named) {
			StructType struct = this.types.get(named.name());
			if (struct != null) {
				visit(struct);
			}
		}
	}

}
