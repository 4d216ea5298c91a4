package dev.migrate.fidelity.models;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;

/**
 * All models.
 */
public final class EntityModels {

	/** Not there with Hibernate before 7.4, nor what it says. */
	private static final String HIBERNATE_HISTORY = EntityModels.class.getPackageName() + ".HibernateHistoryModels";

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
		return Stream.concat(THEMES.stream(), hibernateHistory())
			.flatMap((theme) -> Stream.of(theme.getDeclaredClasses()))
			.map(EntityModel::of)
			.filter((model) -> !model.classes().isEmpty())
			.sorted(Comparator.comparing(EntityModel::name))
			.toList();
	}

	private static Stream<Class<?>> hibernateHistory() {
		ClassLoader classLoader = EntityModels.class.getClassLoader();
		return ClassUtils.isPresent(HIBERNATE_HISTORY, classLoader)
				? Stream.of(ClassUtils.resolveClassName(HIBERNATE_HISTORY, classLoader)) : Stream.empty();
	}

}
