package dev.migrate.testsupport;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.GeneratedColumn;

import dev.migrate.testsupport.TestDatabase.Product;

/**
 * Generated columns with an index. On PostgreSQL 18 Hibernate makes them virtual, and the
 * server has no index of such a column.
 */
public final class IndexedGeneratedColumns {

	private static final int FIRST_WITH_VIRTUAL = 180_000;

	private IndexedGeneratedColumns() {
	}

	/**
	 * Whether a product can have the indexes of entities.
	 * @param product the product
	 * @param classes the entities
	 * @return whether none of them is of a column that Hibernate makes virtual
	 */
	public static boolean allow(Product product, Collection<Class<?>> classes) {
		return product != Product.POSTGRESQL || classes.stream().noneMatch(IndexedGeneratedColumns::isNeededBy)
				|| serverVersion() < FIRST_WITH_VIRTUAL;
	}

	private static boolean isNeededBy(Class<?> type) {
		Table table = type.getAnnotation(Table.class);
		return table != null && Stream.of(type.getDeclaredFields())
			.filter((field) -> field.isAnnotationPresent(GeneratedColumn.class))
			.anyMatch((field) -> Arrays.stream(table.indexes())
				.map(Index::columnList)
				.anyMatch((columns) -> columns.equals(field.getName())));
	}

	private static int serverVersion() {
		return Integer.parseInt(Product.POSTGRESQL.create().texts("SHOW server_version_num").get(0));
	}

}
