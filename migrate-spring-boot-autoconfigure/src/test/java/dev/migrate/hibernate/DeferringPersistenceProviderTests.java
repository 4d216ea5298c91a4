package dev.migrate.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.Test;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of persistence units that are started only if they are used.
 */
class DeferringPersistenceProviderTests {

	private final TestDatabase database = Product.H2.create();

	@Test
	void unitIsReadAndStartedNevertheless() throws SQLException {
		PersistenceConfiguration configuration = new HibernatePersistenceConfiguration("letters")
			.managedClass(Letter.class)
			.property("jakarta.persistence.jdbc.url", this.database.url())
			.property("jakarta.persistence.jdbc.user", this.database.user())
			.property("jakarta.persistence.jdbc.password", this.database.password())
			.property("hibernate.hbm2ddl.auto", "create");
		Map<String, Object> properties = Map.copyOf(configuration.properties());
		List<PersistenceUnit> units = new ArrayList<>();
		EntityManagerFactory factory = new DeferringPersistenceProvider(new HibernatePersistenceProvider(), "letters",
				units::add)
			.createEntityManagerFactory(configuration);

		for (int i = 0; i < 2; i++) {
			assertThat(units.get(0).read(dialect()).schema().tables()).singleElement()
				.satisfies((table) -> assertThat(table.name().name()).isEqualTo("letter"));
			assertThat(configuration.properties()).isEqualTo(properties);
			assertThat(this.database.tablesOfRevisions()).isEmpty();
		}

		try (factory; EntityManager manager = factory.createEntityManager()) {
			assertThat(manager.find(Letter.class, 1L)).isNull();
		}
	}

	private Dialect dialect() throws SQLException {
		try (Connection connection = this.database.connect()) {
			return Dialects.load(getClass().getClassLoader()).of(connection);
		}
	}

	@Entity(name = "letter")
	static class Letter {

		@Id
		Long id;

	}

}
