package dev.migrate.fidelity.evolution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All changes of models.
 */
public final class ModelEvolutions {

	private static final List<Class<?>> THEMES = List.of(ColumnChanges.class, ConstraintChanges.class,
			EnumChanges.class, KeyChanges.class, StructureChanges.class, TableChanges.class, TypeChanges.class);

	private ModelEvolutions() {
	}

	/**
	 * All changes, in an order that is always the same.
	 * @return the changes
	 */
	public static List<ModelEvolution> all() {
		return THEMES.stream()
			.flatMap((theme) -> Stream.of(theme.getDeclaredClasses()))
			.filter((type) -> type.isAnnotationPresent(Evolution.class))
			.map(ModelEvolution::of)
			.sorted(Comparator.comparing(ModelEvolution::name))
			.toList();
	}

}
