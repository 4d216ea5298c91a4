package dev.migrate.hibernate;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.boot.Metadata;
import org.hibernate.generator.EventType;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/**
 * The columns that Hibernate fills with the moment of an insert. It makes them
 * {@code NOT NULL}, but only when it creates what generates their values, and that is
 * after the metadata are seen and before the schema is created.
 */
final class InsertedMoments {

	private final Set<Column> columns = Collections.newSetFromMap(new IdentityHashMap<>());

	InsertedMoments(Metadata metadata) {
		for (PersistentClass entity : metadata.getEntityBindings()) {
			for (Property property : entity.getPropertyClosure()) {
				if (property.getValueGeneratorCreator() != null) {
					add(property, entity.getMappedClass());
				}
				else if (property.getValue() instanceof Component component) {
					// Hibernate does not look into components within components
					component.getProperties()
						.stream()
						.filter((part) -> part.getValueGeneratorCreator() != null)
						.forEach((part) -> add(part, component.getComponentClass()));
				}
			}
		}
	}

	private void add(Property property, Class<?> type) {
		if (property.getGetter(type).getMember() instanceof AnnotatedElement member && isOfInsert(member)) {
			this.columns.addAll(property.getColumns());
		}
	}

	private static boolean isOfInsert(AnnotatedElement member) {
		CurrentTimestamp current = member.getAnnotation(CurrentTimestamp.class);
		return member.isAnnotationPresent(CreationTimestamp.class) || member.isAnnotationPresent(UpdateTimestamp.class)
				|| (current != null && Arrays.asList(current.event()).contains(EventType.INSERT));
	}

	boolean contain(Column column) {
		return this.columns.contains(column);
	}

}
