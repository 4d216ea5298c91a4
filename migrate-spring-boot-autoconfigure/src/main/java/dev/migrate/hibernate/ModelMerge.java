package dev.migrate.hibernate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.autogenerate.Model;
import dev.migrate.revision.MigrateException;
import dev.migrate.schema.Cast;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;

/**
 * Several models that make one. What is in more than one of them must be the same.
 */
final class ModelMerge {

	private static final Map<Class<? extends SchemaObject>, String> KINDS = kinds();

	private final Map<Key, Found> objects = new LinkedHashMap<>();

	private final Map<QualifiedName, List<String>> contents = new LinkedHashMap<>();

	private final Set<String> inventedNames = new TreeSet<>();

	private static Map<Class<? extends SchemaObject>, String> kinds() {
		Map<Class<? extends SchemaObject>, String> kinds = new LinkedHashMap<>();
		kinds.put(Table.class, "table");
		kinds.put(View.class, "view");
		kinds.put(Sequence.class, "sequence");
		kinds.put(EnumType.class, "type");
		kinds.put(StructType.class, "type");
		kinds.put(Cast.class, "cast");
		return kinds;
	}

	/**
	 * Add a model.
	 * @param unit the name of its persistence unit
	 * @param model the model
	 * @throws MigrateException if another unit has a different object of the same name
	 */
	void add(String unit, Model model) {
		KINDS.keySet().forEach((type) -> model.schema().objects(type).forEach((object) -> add(unit, type, object)));
		this.contents.putAll(model.contents());
		this.inventedNames.addAll(model.inventedNames());
	}

	private void add(String unit, Class<? extends SchemaObject> type, SchemaObject object) {
		Found first = this.objects.putIfAbsent(new Key(type, object.name()), new Found(unit, object));
		if (first != null && !first.object().equals(object)) {
			throw new MigrateException(
					"The persistence units '%s' and '%s' want the %s '%s' differently%s".formatted(first.unit(), unit,
							KINDS.get(type), object.name(), difference(first.object(), object)),
					"let their mappings agree, or map it in one of them only");
		}
	}

	private static String difference(SchemaObject first, SchemaObject second) {
		if (!(first instanceof Table one && second instanceof Table other)) {
			return "";
		}
		Set<String> columns = new LinkedHashSet<>();
		one.columns()
			.stream()
			.filter((column) -> !other.columns().contains(column))
			.forEach((c) -> columns.add(c.name()));
		other.columns()
			.stream()
			.filter((column) -> !one.columns().contains(column))
			.forEach((c) -> columns.add(c.name()));
		return columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")";
	}

	boolean isEmpty() {
		return this.objects.isEmpty();
	}

	Model toModel() {
		return new Model(new Schema(this.objects.values().stream().map(Found::object).toList()), this.contents,
				this.inventedNames);
	}

	private record Key(Class<? extends SchemaObject> type, QualifiedName name) {

	}

	private record Found(String unit, SchemaObject object) {

	}

}
