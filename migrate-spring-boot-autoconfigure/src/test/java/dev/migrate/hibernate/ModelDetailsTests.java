package dev.migrate.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.boot.model.relational.SimpleAuxiliaryDatabaseObject;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.migrate.autogenerate.ComparisonSettings;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.SchemaComparison;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.hibernate.entities.Hierarchies;
import dev.migrate.hibernate.entities.Keys;
import dev.migrate.hibernate.entities.Tables;
import dev.migrate.hibernate.entities.Types;
import dev.migrate.hibernate.entities.Units;
import dev.migrate.revision.MigrateException;
import dev.migrate.schema.Cast;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a database does not tell of the model.
 */
@ExtendWith(OutputCaptureExtension.class)
class ModelDetailsTests {

	private static Model read(Product product, Class<?>... entities) {
		return read(product, new HibernateBootstrap(product.create(), entities));
	}

	private static Model read(Product product, HibernateBootstrap bootstrap) {
		return bootstrap.read((metadata) -> MetadataModel.of(metadata, dialect(product)));
	}

	private static Dialect dialect(Product product) {
		return Dialects.load(ModelDetailsTests.class.getClassLoader()).named(product.name().toLowerCase(Locale.ROOT));
	}

	@Test
	void namesThatHibernateInventsAreKnown() {
		Model model = read(Product.H2, Tables.Customer.class, Tables.Article.class);
		dev.migrate.schema.Table customers = model.schema().table(QualifiedName.parse("customers")).orElseThrow();

		assertThat(model.inventedNames()).isNotEmpty().allMatch((name) -> name.matches("(fk|uk|idx)[0-9a-z]{20,}"));
		assertThat(model.inventedNames()).anyMatch((name) -> name.startsWith("fk"))
			.anyMatch((name) -> name.startsWith("uk"))
			.anyMatch((name) -> name.startsWith("idx"));
		assertThat(customers.constraints(ForeignKey.class)).extracting(ForeignKey::name)
			.containsExactly("advised_by", "has_favourite");
		assertThat(customers.constraints(UniqueConstraint.class))
			.filteredOn((unique) -> unique.columns().equals(List.of("mail")))
			.singleElement()
			.extracting(UniqueConstraint::name)
			.isNull();
		assertThat(customers.constraints(CheckConstraint.class)).extracting(CheckConstraint::name)
			.contains("adult")
			.containsNull();
	}

	@Test
	void sameEntitiesMakeTheSameModel() {
		Class<?>[] entities = { Tables.Customer.class, Tables.Article.class, Keys.Seat.class, Keys.Ticket.class };

		assertThat(read(Product.H2, entities)).isEqualTo(read(Product.H2, entities));
	}

	@Test
	void tableOfAGeneratorHasItsRows() {
		assertThat(read(Product.H2, Keys.WithTable.class).contents())
			.isEqualTo(Map.of(QualifiedName.parse("generated_numbers"), List.of("""
					insert into generated_numbers(sequence_name, next_val) values ('keys$with_table',7)""")));
	}

	@Test
	void uniqueKeyOfSomeRowsIsAnIndex() {
		Model model = read(Product.POSTGRESQL, Partial.class);

		assertThat(model.schema().table(QualifiedName.parse("partial_key")).orElseThrow().indexes())
			.containsExactly(dev.migrate.schema.Index.index("one_open", "name").asUnique().where("closed is null"));
	}

	@Test
	void viewIsNoTable() {
		Model model = read(Product.H2, Tables.Mail.class);

		assertThat(model.schema().tables()).isEmpty();
		assertThat(model.schema().objects(View.class))
			.containsExactly(new View(QualifiedName.parse("mails"), "select id, mail from customers", null));
	}

	@Test
	void enumeratedTypeComesWithItsCasts() {
		Model model = read(Product.POSTGRESQL, Types.PostgresTypes.class);
		Named colour = new Named(QualifiedName.parse("colour"));

		assertThat(model.schema().objects(EnumType.class))
			.containsExactly(EnumType.enumType("colour", "BLUE", "GREEN", "RED"));
		assertThat(model.schema().objects(Cast.class)).containsExactlyInAnyOrder(
				new Cast(dev.migrate.schema.Types.standard(dev.migrate.schema.ColumnType.Kind.VARCHAR), colour,
						Cast.Context.IMPLICIT),
				new Cast(colour, dev.migrate.schema.Types.standard(dev.migrate.schema.ColumnType.Kind.VARCHAR),
						Cast.Context.IMPLICIT));
	}

	@Test
	void defaultSchemaIsWhereTheObjectsAre() {
		Model model = read(Product.H2,
				new HibernateBootstrap(Product.H2.create(), Keys.WithSequence.class, Tables.InOtherSchema.class)
					.with("hibernate.default_schema", "app"));

		assertThat(model.schema().tables()).extracting((table) -> table.name().schema())
			.containsExactly("app", "other");
		assertThat(model.schema().objects(Sequence.class)).extracting((sequence) -> sequence.name().schema())
			.contains("app");
	}

	@Test
	void schemaOfTheConnectionNeedNotBeSaid() {
		Model model = read(Product.POSTGRESQL,
				new HibernateBootstrap(Product.POSTGRESQL.create(), Keys.WithSequence.class)
					.with("hibernate.default_schema", "public"));

		assertThat(model.schema().tables()).extracting((table) -> table.name().schema()).containsOnlyNulls();
		assertThat(model.schema().objects(Sequence.class)).extracting((sequence) -> sequence.name().schema())
			.containsOnlyNulls();
	}

	@Test
	void statementOfTheUserIsLeftOutWithAWarning(CapturedOutput output) {
		Model model = new HibernateBootstrap(Product.H2.create(), Keys.WithIdentity.class).read((metadata) -> {
			metadata.getDatabase()
				.addAuxiliaryDatabaseObject(new SimpleAuxiliaryDatabaseObject(
						metadata.getDatabase().getDefaultNamespace(),
						"create alias twice as 'int twice(int i) { return 2 * i; }'", "drop alias twice", Set.of()));
			return MetadataModel.of(metadata, dialect(Product.H2));
		});

		assertThat(model.schema().tables()).hasSize(1);
		assertThat(output)
			.containsOnlyOnce("Left out of the model, a revision has to execute it: create alias twice as");
	}

	@Test
	void sqliteHasWhatItCanHave() {
		Model model = read(Product.SQLITE, Keys.WithIdentity.class, Tables.Quoted.class, Keys.WithTable.class);

		assertThat(model.schema().tables()).extracting((table) -> table.name().name())
			.containsExactly("Mixed Case", "generated_numbers", "keys$with_identity", "keys$with_table");
		assertThat(model.schema().objects(Sequence.class)).isEmpty();
	}

	@Test
	void sqliteHasIdentitiesByTheirTypeAndForeignKeysThatHibernateCannotAdd() {
		Model model = read(Product.SQLITE, Keys.WithIdentity.class, Hierarchies.Animal.class, Hierarchies.Dog.class);

		assertThat(model.schema().table(QualifiedName.parse("keys$with_identity")).orElseThrow().column("id"))
			.hasValueSatisfying((column) -> assertThat(column.identity()).isEqualTo(Identity.BY_DEFAULT));
		assertThat(model.schema().tables()).flatExtracting((table) -> table.constraints(ForeignKey.class))
			.extracting(ForeignKey::columns)
			.containsExactly(List.of("mother_id"));
	}

	@Test
	void definitionThatCannotBeUnderstoodIsOneSentence() {
		assertThat(refusal(Odd.class))
			.isEqualTo("In the mapping of the table 'odd' there is SQL that cannot be understood: "
					+ "'varchar(20) not so sure', from 'not so sure' on;"
					+ " say it with annotations, or leave it out and write it into a revision");
		assertThat(refusal(OddIndex.class)).contains("the mapping of the table 'odd_index'", "'tablespace fast'");
		assertThat(refusal(OddSequence.class)).contains("the mapping of the sequence 'odd_numbers'",
				"from 'belongs to id' on");
	}

	@Test
	void momentOfAnInsertIsNotNull() {
		Model model = read(Product.H2, Noted.class);

		assertThat(model.schema().table(QualifiedName.parse("noted")).orElseThrow().columns())
			.filteredOn((column) -> !column.nullable())
			.extracting((column) -> column.name())
			.containsExactlyInAnyOrder("id", "created", "updated", "noted", "embedded");
	}

	@ParameterizedTest
	@CsvSource({ ",false", ",true", ";DATABASE_TO_LOWER=TRUE,false", ";DATABASE_TO_LOWER=TRUE,true",
			";DATABASE_TO_UPPER=FALSE,false" })
	void namesAreThoseOfTheDatabaseHoweverItFoldsThem(@Nullable String setting, boolean quoted) throws SQLException {
		TestDatabase database = new TestDatabase(Product.H2.create().url() + Objects.toString(setting, ""), "sa", "");
		HibernateBootstrap bootstrap = new HibernateBootstrap(database, Units.One.class, Units.Shared.class,
				Units.Numbered.class)
			.with("hibernate.globally_quoted_identifiers", quoted);
		bootstrap.create();

		try (Connection connection = database.connect()) {
			assertThat(new SchemaComparison(dialect(Product.H2), ComparisonSettings.DEFAULTS)
				.compare(connection, read(Product.H2, bootstrap))
				.differences()).isEmpty();
		}
	}

	private static String refusal(Class<?> entity) {
		PersistenceException refused = catchThrowableOfType(PersistenceException.class, () -> read(Product.H2, entity));
		assertThat(refused).cause().isInstanceOf(MigrateException.class);
		return String.valueOf(refused.getCause().getMessage());
	}

	@Entity
	@Table(name = "partial_key",
			indexes = @Index(name = "one_open", columnList = "name", unique = true, options = "where closed is null"))
	static class Partial {

		@Id
		Long id;

		String name;

		String closed;

	}

	@Entity
	@Table(name = "odd")
	static class Odd {

		@Id
		Long id;

		@Column(columnDefinition = "varchar(20) not so sure")
		String text;

	}

	@Entity
	@Table(name = "odd_index", indexes = @Index(columnList = "name", options = "tablespace fast"))
	static class OddIndex {

		@Id
		Long id;

		String name;

	}

	@Entity
	static class OddSequence {

		@Id
		@GeneratedValue
		@SequenceGenerator(sequenceName = "odd_numbers", options = "belongs to id")
		Long id;

	}

	@Entity
	@Table(name = "noted")
	static class Noted {

		@Id
		Long id;

		@CreationTimestamp
		Instant created;

		@UpdateTimestamp
		Instant updated;

		@CurrentTimestamp
		Instant noted;

		@CurrentTimestamp(event = EventType.UPDATE)
		Instant changed;

		Instant free;

		Note note;

	}

	@Embeddable
	static class Note {

		@CreationTimestamp
		Instant embedded;

		String text;

	}

}
