package dev.migrate.testsupport;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

import org.hibernate.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import dev.migrate.testsupport.TestDatabase.Product;

/**
 * Enumerated types with a name, which Hibernate knows on H2 since 7.4.
 */
public final class NamedEnums {

	private static final int[] SINCE = { 7, 4 };

	private NamedEnums() {
	}

	/**
	 * Whether a product can have the columns of entities.
	 * @param product the product
	 * @param classes the entities
	 * @return whether none of them needs what Hibernate does not know
	 */
	public static boolean allow(Product product, Collection<Class<?>> classes) {
		return product != Product.H2 || isNew() || classes.stream().noneMatch(NamedEnums::isNeededBy);
	}

	private static boolean isNeededBy(Class<?> type) {
		return Stream.of(type.getDeclaredFields())
			.map((field) -> field.getAnnotation(JdbcTypeCode.class))
			.anyMatch((code) -> code != null && code.value() == SqlTypes.NAMED_ENUM);
	}

	private static boolean isNew() {
		int[] version = Stream.of(Version.getVersionString().split("\\."))
			.limit(2)
			.mapToInt(Integer::parseInt)
			.toArray();
		return Arrays.compare(version, SINCE) >= 0;
	}

}
