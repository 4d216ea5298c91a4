package dev.migrate.documentation;

import java.nio.file.Path;
import java.sql.SQLException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.ConstraintOperations;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.SequenceOperations;
import dev.migrate.TypeOperations;
import dev.migrate.ViewOperations;
import dev.migrate.command.Migrate;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.documentation.revision.R1_Example;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterColumn.CommentChange;
import dev.migrate.operation.AlterColumn.DefaultChange;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RebuildEnumType.Use;
import dev.migrate.operation.SetComment;
import dev.migrate.runtime.MigrationException;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.SequenceOptions.DEFAULTS;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Each of the {@link OperationExamples} is performed on each product: it changes what is
 * there, its reverse gives back what was there, and the reverse of that changes it again.
 * What a product cannot do is refused before anything is sent.
 */
class OperationExamplesTests {

	@TempDir
	private Path folder;

	static Stream<Arguments> examples() {
		return OperationExample.all()
			.stream()
			.flatMap((example) -> Stream.of(Product.values()).map((product) -> Arguments.of(example, product)));
	}

	private static final TestDatabase OTHER = Product.POSTGRESQL.create();

	/** A server with hundreds of databases takes its time to end. */
	private static void drop(Product product, TestDatabase database) {
		if (product == Product.POSTGRESQL) {
			String name = database.url().replaceAll(".*/|\\?.*", "");
			OTHER.jdbc().sql("DROP DATABASE " + name + " WITH (FORCE)").update();
		}
	}

	private Migrate migrate(TestDatabase database, Migration migration) {
		return new TestApplication(this.folder, database.dataSource()).packages(R1_Example.class.getPackageName())
			.factory((type) -> migration)
			.migrate();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void exampleAndItsReverseDoWhatTheySay(OperationExample example, Product product) throws SQLException {
		TestDatabase database = product.create();
		try {
			performAndTakeBack(example, product, database);
		}
		finally {
			drop(product, database);
		}
	}

	private void performAndTakeBack(OperationExample example, Product product, TestDatabase database)
			throws SQLException {
		Optional<String> missing;
		try (OperationsOnDatabase given = new OperationsOnDatabase(database).given()) {
			missing = given.missing(example.operations());
		}
		List<String> before = CatalogText.of(product, database);
		Migrate migrate = migrate(database, example.migration());

		if (missing.isPresent()) {
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
				.withMessageStartingWith("The upgrade of revision example (")
				.withMessageContaining(missing.get());
			assertThat(CatalogText.of(product, database)).isEqualTo(before);
			return;
		}
		migrate.upgrade("head");
		List<String> after = CatalogText.of(product, database);
		assertThat(after).isNotEqualTo(before);
		Optional<List<Operation>> reverses = example.reverses();
		if (reverses.isPresent()) {
			migrate.downgrade("base");
			assertThat(CatalogText.of(product, database)).isEqualTo(before);
			assertThat(again(reverses.get())).isPresent();
			migrate(database, migration(again(reverses.get()).orElseThrow())).upgrade("head");
			assertThat(CatalogText.of(product, database)).isEqualTo(after);
		}
	}

	@ParameterizedTest
	@EnumSource
	void changeThatKnowsWhatWasThereIsTakenBack(Product product) throws SQLException {
		TestDatabase database = product.create();
		QualifiedName users = QualifiedName.parse("users");
		List<Operation> changes = List.of(
				new AlterColumn(users, "email", text(), null, false, new DefaultChange("'-'"), "address",
						column("email", varchar(200)).defaultValue("none")),
				new AlterColumn(users, "age", null, null, null, null, new CommentChange("years"), "years",
						column("age", integer())),
				new SetComment(users, null, "people", new SetComment.Before(null)),
				new SetComment(users, "age", "in years", new SetComment.Before(null)),
				new AlterSequence(QualifiedName.parse("invoice_numbers"), DEFAULTS.increment(3).cycling(), DEFAULTS),
				new RebuildEnumType(priority("high", "low"),
						List.of(new Use(QualifiedName.parse("tickets"), "priority", "'low'::priority")),
						priority("low", "high")));
		try (OperationsOnDatabase given = new OperationsOnDatabase(database).given()) {
			List<Operation> possible = changes.stream()
				.filter((change) -> given.missing(List.of(change)).isEmpty())
				.toList();
			assertThat(possible).hasSize((product == Product.SQLITE) ? 1 : 6);
			for (Operation change : possible) {
				List<String> before = CatalogText.of(product, database);
				given.perform(List.of(change));
				assertThat(CatalogText.of(product, database)).isNotEqualTo(before);
				given.perform(List.of(change.reverse().orElseThrow()));
				assertThat(CatalogText.of(product, database)).isEqualTo(before);
			}
		}
	}

	private static EnumType priority(String... values) {
		return new EnumType(QualifiedName.parse("priority"), List.of(values), null);
	}

	private static Optional<List<Operation>> again(List<Operation> reverses) {
		return OperationExample.reverses(reverses);
	}

	private static Migration migration(List<Operation> operations) {
		return new Migration() {

			@Override
			public void upgrade(Operations op) {
				OperationExample.performAll(operations, op);
			}

			@Override
			public void downgrade(Operations op) {
			}

		};
	}

	@Test
	void everyOperationHasAnExample() {
		List<String> code = OperationExample.all().stream().map(OperationExample::code).toList();

		for (Class<?> type : List.of(Operations.class, ConstraintOperations.class, TypeOperations.class,
				SequenceOperations.class, ViewOperations.class)) {
			assertThat(Stream.of(type.getDeclaredMethods())
				.map(Method::getName)
				.filter((name) -> !name.contains("$") && !Set.of("jdbc", "inspect", "isOffline").contains(name)))
				.isNotEmpty()
				.allMatch((name) -> code.stream().anyMatch((text) -> text.contains("op." + name + "(")));
		}
	}

	@Test
	void postgresqlCanDoThemAll() {
		Dialect dialect = Dialects.load(getClass().getClassLoader()).named("postgresql");
		OperationExample.all()
			.forEach((example) -> assertThatNoException()
				.isThrownBy(() -> example.operations().forEach(dialect.renderer()::render)));
	}

}
