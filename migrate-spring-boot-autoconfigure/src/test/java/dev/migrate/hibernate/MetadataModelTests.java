package dev.migrate.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.autogenerate.Model;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.dialect.roundtrip.CreationOperations;
import dev.migrate.hibernate.entities.Hierarchies;
import dev.migrate.hibernate.entities.Keys;
import dev.migrate.hibernate.entities.Tables;
import dev.migrate.hibernate.entities.Types;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.Operation;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import dev.migrate.testsupport.NamedEnums;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the model says and what Hibernate creates are the same.
 */
class MetadataModelTests {

	static Stream<Arguments> models() {
		List<Arguments> models = new ArrayList<>();
		for (Product product : List.of(Product.POSTGRESQL, Product.H2)) {
			add(models, product, Types.BasicTypes.class);
			add(models, product, Types.ValidatedTypes.class);
			add(models, product, Types.ArrayTypes.class);
			add(models, product, Types.NamedEnum.class);
			add(models, product, Keys.WithIdentity.class, Keys.WithSequence.class, Keys.WithTable.class,
					Keys.WithNamedSequence.class, Keys.WithUuid.class);
			add(models, product, Keys.Seat.class, Keys.Ticket.class);
			add(models, product, Hierarchies.Vehicle.class, Hierarchies.Car.class, Hierarchies.Animal.class,
					Hierarchies.Dog.class);
			add(models, product, Hierarchies.Payment.class, Hierarchies.CardPayment.class, Hierarchies.Shape.class,
					Hierarchies.Circle.class, Hierarchies.Drawing.class);
			add(models, product, Tables.Customer.class, Tables.Article.class, Tables.Age.class);
			add(models, product, Tables.Quoted.class);
			add(models, product, Tables.Versioned.class);
			add(models, product, Tables.InOtherSchema.class);
		}
		add(models, Product.POSTGRESQL, Types.PostgresTypes.class);
		add(models, Product.POSTGRESQL, Tables.Note.class);
		add(models, Product.POSTGRESQL, Tables.AcrossSchemas.class, Tables.Versioned.class);
		return models.stream();
	}

	private static void add(List<Arguments> models, Product product, Class<?>... entities) {
		if (NamedEnums.allow(product, List.of(entities))) {
			models.add(Arguments.of(product, entities[0].getSimpleName(), entities));
		}
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("models")
	void modelIsWhatHibernateCreates(Product product, String name, Class<?>[] entities) throws SQLException {
		Dialect dialect = Dialects.load(getClass().getClassLoader()).named(product.name().toLowerCase(Locale.ROOT));
		TestDatabase created = product.create();
		new HibernateBootstrap(created, entities).create();
		TestDatabase migrated = product.create();
		Model model = new HibernateBootstrap(migrated, entities)
			.read((metadata) -> MetadataModel.of(metadata, dialect));
		try (Connection first = created.connect(); Connection second = migrated.connect()) {
			create(dialect, second, model);
			for (String schema : Arrays.asList(null, "other")) {
				List<String> wanted = lines(dialect.reflector().reflect(first, schema), model);
				assertThat(lines(dialect.reflector().reflect(second, schema), model)).isEqualTo(wanted);
				if (schema == null) {
					assertThat(wanted).isNotEmpty();
				}
			}
		}
	}

	private static void create(Dialect dialect, Connection connection, Model model) throws SQLException {
		Set<String> schemas = new LinkedHashSet<>();
		model.schema().tables().forEach((table) -> schemas.add(table.name().schema()));
		schemas.remove(null);
		List<Operation> operations = new ArrayList<>();
		schemas.forEach((schema) -> operations.add(new CreateSchema(schema, false)));
		operations.addAll(CreationOperations.of(model.schema()));
		for (Operation operation : operations) {
			for (SqlStatement statement : dialect.renderer().render(operation, (table) -> List.of())) {
				dialect.execute(connection, statement);
			}
		}
		try (Statement statement = connection.createStatement()) {
			for (List<String> contents : model.contents().values()) {
				for (String content : contents) {
					assertThat(statement.executeUpdate(content)).isOne();
				}
			}
		}
	}

	/** A schema, line by line; the names that nobody chose are not part of it. */
	private static List<String> lines(Schema schema, Model model) {
		List<String> lines = new ArrayList<>();
		Set<String> chosen = new LinkedHashSet<>();
		model.schema().tables().forEach((table) -> table.constraints().forEach((constraint) -> {
			if (constraint.name() != null && !model.inventedNames().contains(constraint.name())) {
				chosen.add(constraint.name());
			}
		}));
		for (Table table : schema.tables()) {
			lines.add(table.name() + ": " + table.comment() + table.options());
			table.columns().forEach((column) -> lines.add(table.name() + ": " + column));
			table.indexes().forEach((index) -> lines.add(table.name() + ": " + index));
			table.constraints()
				.stream()
				.map((constraint) -> chosen.contains(constraint.name()) ? constraint : constraint.named("?"))
				.map((constraint) -> table.name() + ": " + constraint)
				.sorted()
				.forEach(lines::add);
		}
		for (Class<? extends SchemaObject> type : List.of(Sequence.class, EnumType.class, StructType.class)) {
			schema.objects(type).forEach((object) -> lines.add(object.toString()));
		}
		return lines;
	}

}
