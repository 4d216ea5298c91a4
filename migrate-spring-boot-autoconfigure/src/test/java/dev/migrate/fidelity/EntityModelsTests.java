package dev.migrate.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import dev.migrate.fidelity.models.EntityModel;
import dev.migrate.fidelity.models.EntityModels;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What the fidelity tests stand on: Hibernate accepts every model, on each product that
 * it is for, and creates the same of it twice.
 */
class EntityModelsTests {

	private static final int AT_LEAST = 60;

	static Stream<Arguments> models() {
		return EntityModels.all()
			.stream()
			.flatMap((model) -> model.products().stream().sorted().map((product) -> arguments(model, product)));
	}

	@Test
	void thereAreManyModelsOfDifferentNames() {
		assertThat(EntityModels.all()).extracting(EntityModel::name)
			.hasSizeGreaterThanOrEqualTo(AT_LEAST)
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest(name = "{0} on {1}")
	@MethodSource("models")
	@Tag("full")
	void hibernateCreatesTheSameTwice(EntityModel model, Product product) throws SQLException {
		List<String> once = create(model, product);
		assertThat(once).isEqualTo(create(model, product)).isNotEqualTo(empty(product));
	}

	private static List<String> create(EntityModel model, Product product) throws SQLException {
		try (Connection connection = product.create().connect()) {
			new HibernateBootstrap(model.classes(), model.settings()).create(connection);
			return CatalogDump.of(product).structure(connection);
		}
	}

	private static List<String> empty(Product product) throws SQLException {
		try (Connection connection = product.create().connect()) {
			return CatalogDump.of(product).structure(connection);
		}
	}

}
