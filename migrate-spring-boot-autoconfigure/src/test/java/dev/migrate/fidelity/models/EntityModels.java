package dev.migrate.fidelity.models;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All models.
 */
public final class EntityModels {

	private static final List<Class<?>> THEMES = List.of(AssociationModels.class, BasicTypeModels.class,
			CollectionModels.class, ColumnModels.class, ConstraintModels.class, EnumModels.class, FeatureModels.class,
			HistoryModels.class, IdentifierModels.class, InheritanceModels.class, NameModels.class,
			RichTypeModels.class, WholeModels.class);

	private EntityModels() {
	}

	/**
	 * All models, in an order that is always the same.
	 * @return the models
	 */
	public static List<EntityModel> all() {
		return THEMES.stream()
			.flatMap((theme) -> Stream.of(theme.getDeclaredClasses()))
			.map(EntityModel::of)
			.filter((model) -> !model.classes().isEmpty())
			.sorted(Comparator.comparing(EntityModel::name))
			.toList();
	}

}
