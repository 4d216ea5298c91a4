package dev.migrate.fidelity.models;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.testsupport.NamedEnums;
import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

/**
 * Entities that make one schema together: the classes within a class.
 *
 * @param name the name of the class around them
 * @param products the products that have what it needs
 * @param classes the entities, and what else Hibernate has to know
 * @param settings what is set beside Spring Boot's defaults
 */
public record EntityModel(String name, Set<Product> products, List<Class<?>> classes, Map<String, String> settings) {

	private static final Set<Class<? extends Annotation>> MAPPED = Set.of(Entity.class, Embeddable.class,
			MappedSuperclass.class, Converter.class);

	/**
	 * The model of the entities within a class.
	 * @param holder the class
	 * @return the model
	 */
	public static EntityModel of(Class<?> holder) {
		On on = holder.getAnnotation(On.class);
		Map<String, String> settings = new TreeMap<>();
		for (Setting setting : holder.getAnnotationsByType(Setting.class)) {
			settings.put(setting.name(), setting.value());
		}
		String theme = (holder.getEnclosingClass() != null)
				? holder.getEnclosingClass().getSimpleName().replaceFirst("(Models|Changes)$", "") + ": " : "";
		List<Class<?>> classes = mapped(holder);
		Set<Product> products = Stream.of((on != null) ? on.value() : new Product[] { Product.POSTGRESQL, Product.H2 })
			.filter((product) -> NamedEnums.allow(product, classes))
			.collect(Collectors.toUnmodifiableSet());
		return new EntityModel(theme + holder.getSimpleName(), products, classes, settings);
	}

	/** Also classes within entities, as their keys. */
	private static List<Class<?>> mapped(Class<?> holder) {
		List<Class<?>> found = new ArrayList<>();
		Stream.of(holder.getDeclaredClasses()).sorted(Comparator.comparing(Class::getName)).forEach((type) -> {
			if (MAPPED.stream().anyMatch(type::isAnnotationPresent)) {
				found.add(type);
			}
			found.addAll(mapped(type));
		});
		return found;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
