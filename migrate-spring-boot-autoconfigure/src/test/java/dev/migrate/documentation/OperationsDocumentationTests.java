package dev.migrate.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.command.Migrate;
import dev.migrate.documentation.revision.R1_Example;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetComment.Before;
import dev.migrate.revision.Direction;
import dev.migrate.runtime.MigrationException;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second part of {@code docs/operations.md} is written from the
 * {@link OperationExamples} and from what the products make of them. To write it anew:
 * {@code mvn test -Dtest=OperationsDocumentationTests -DargLine=-Dmigrate.docs=write}.
 */
class OperationsDocumentationTests {

	private static final Path PAGE = Path.of("../docs/operations.md");

	private static final String MARKER = "<!-- What follows is written by OperationsDocumentationTests. -->\n";

	@TempDir
	private Path folder;

	private final Map<String, TestDatabase> databases = new LinkedHashMap<>();

	@Test
	void pageShowsWhatProductsAreSent() throws IOException, SQLException {
		for (Product product : Product.values()) {
			TestDatabase database = product.create();
			try (Connection connection = database.connect()) {
				this.databases.put(connection.getMetaData().getDatabaseProductName(), database);
			}
		}
		String page = Files.readString(PAGE);
		assertThat(page).contains(MARKER);

		String real = page.substring(0, page.indexOf(MARKER)) + MARKER + written();

		if ("write".equals(System.getProperty("migrate.docs"))) {
			Files.writeString(PAGE, real);
		}
		assertThat(page).isEqualTo(real);
	}

	private String written() {
		List<OperationExample> examples = OperationExample.all();
		StringBuilder text = new StringBuilder("\n| Alembic | here |\n|---|---|\n");
		examples.stream()
			.filter((example) -> !example.alembic().isEmpty())
			.forEach((example) -> text.append(
					"| `op.%s` | [`op.%s`](#%s) |%n".formatted(example.alembic(), example.name(), anchor(example))));
		String section = "";
		for (OperationExample example : examples) {
			if (!example.section().equals(section)) {
				section = example.section();
				text.append("\n## ").append(section).append('\n');
			}
			text.append("\n### ")
				.append(title(example))
				.append("\n\n```java\n")
				.append(example.code())
				.append("\n```\n");
			outcomes(example).forEach((outcome,
					products) -> text.append("\n**").append(String.join(", ", products)).append("**").append(outcome));
		}
		return text.toString();
	}

	private static String title(OperationExample example) {
		String words = example.name().replaceAll("(?=\\p{Upper})", " ").toLowerCase();
		return words.substring(0, 1).toUpperCase() + words.substring(1);
	}

	private static String anchor(OperationExample example) {
		return title(example).toLowerCase().replace(' ', '-');
	}

	/** What products make of an example, with those that make the same of it. */
	private Map<String, List<String>> outcomes(OperationExample example) {
		Map<String, List<String>> outcomes = new LinkedHashMap<>();
		this.databases.forEach((product, database) -> outcomes
			.computeIfAbsent(outcome(example, database), (outcome) -> new ArrayList<>())
			.add(product));
		return outcomes;
	}

	private String outcome(OperationExample example, TestDatabase database) {
		Migrate migrate = new TestApplication(this.folder, database.dataSource())
			.packages(R1_Example.class.getPackageName())
			.factory((type) -> example.migration())
			.migrate();
		try {
			String upgrade = sql(migrate.sql("example", Direction.UPGRADE));
			String reverse = example.reverses().isPresent()
					? "The reverse:\n\n" + sql(migrate.sql("example", Direction.DOWNGRADE))
					: withoutReverse(example.operations());
			return ":\n\n" + upgrade + "\n" + reverse;
		}
		catch (MigrationException ex) {
			Throwable refusal = ex.getCause().getCause();
			return (refusal instanceof UnsupportedFeatureException || refusal.getCause() != null)
					? ": " + refusal.getMessage() + ".\n" : onDatabase(example);
		}
	}

	/** Where the statements depend on how the table is. */
	private static String onDatabase(OperationExample example) {
		try (OperationsOnDatabase database = new OperationsOnDatabase(Product.SQLITE.create()).given()) {
			Optional<String> missing = database.missing(example.operations());
			if (missing.isPresent()) {
				return ": " + missing.get() + ".\n";
			}
			String text = ", on a database, for the table as it is there:\n\n"
					+ sql(database.perform(example.operations()));
			Optional<List<Operation>> reverses = example.reverses();
			return text + "\n" + (reverses.isPresent() ? "The reverse:\n\n" + sql(database.perform(reverses.get()))
					: withoutReverse(example.operations()));
		}
		catch (SQLException ex) {
			throw new AssertionError(example.code(), ex);
		}
	}

	private static String withoutReverse(List<Operation> operations) {
		boolean needsKnowledge = operations.stream()
			.allMatch((operation) -> Stream.of(operation.getClass().getRecordComponents())
				.anyMatch((component) -> component.getName().equals("was") || component.getType() == Before.class));
		return needsKnowledge ? "The reverse is known to an operation that is told what was there before.\n"
				: "No reverse.\n";
	}

	private static String sql(List<String> statements) {
		return "```sql\n" + String.join("", statements.stream().map((statement) -> statement + ";\n").toList())
				+ "```\n";
	}

}
