package dev.migrate.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.migrate.autogenerate.Model;
import dev.migrate.dialect.Dialects;
import dev.migrate.fidelity.packaged.Letter;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the package of an entity says holds for commands too, which start Hibernate in
 * their own way.
 */
class PackageAnnotationTests {

	@Test
	void annotationsOfPackagesAreRead() throws SQLException {
		HibernateBootstrap hibernate = new HibernateBootstrap(List.of(Letter.class), Map.of());
		try (Connection connection = Product.H2.create().connect()) {
			Model model = hibernate.model(connection, Dialects.load(getClass().getClassLoader()).of(connection));

			assertThat(model.schema().table(new QualifiedName(null, "letter")).orElseThrow().columns())
				.extracting(Column::name)
				.containsExactlyInAnyOrder("id", "removed");
		}
	}

}
