package dev.migrate.fidelity;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrate.autogenerate.Changes;
import dev.migrate.autogenerate.Model;
import dev.migrate.fidelity.models.EntityModel;
import dev.migrate.fidelity.models.EntityModels;
import dev.migrate.testsupport.DebianPostgres;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a revision makes is what Hibernate creates, in the eyes of PostgreSQL's own dump.
 */
@Tag("external")
class PgDumpFidelityTests {

	/** One model of so many is tested always, all in the profile {@code full}. */
	private static final int SHARE = 3;

	/** Names that Hibernate or the server invent, which no model insists on. */
	private static final String INVENTED = "(?i)CONSTRAINT \"?((fk|uk|idx)[a-z0-9]{20,30}|\\w+_(check|key|pkey|fkey)\\d*)\"? ";

	private static DebianPostgres server;

	@TempDir
	private Path folder;

	static Stream<EntityModel> models() {
		return models(0);
	}

	static Stream<EntityModel> otherModels() {
		return IntStream.range(1, SHARE).boxed().flatMap(PgDumpFidelityTests::models);
	}

	private static Stream<EntityModel> models(int rest) {
		List<EntityModel> models = EntityModels.all();
		return IntStream.range(0, models.size())
			.filter((i) -> i % SHARE == rest)
			.mapToObj(models::get)
			.filter((model) -> model.products().contains(Product.POSTGRESQL));
	}

	@BeforeAll
	static void start() throws IOException {
		server = DebianPostgres.start();
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	@ParameterizedTest
	@MethodSource("models")
	void dumpIsThatOfWhatHibernateCreates(EntityModel model) throws Exception {
		compare(new HibernateBootstrap(model.classes(), model.settings()));
	}

	@ParameterizedTest
	@MethodSource("otherModels")
	@Tag("full")
	void dumpIsThatOfWhatHibernateCreatesOfOtherModels(EntityModel model) throws Exception {
		compare(new HibernateBootstrap(model.classes(), model.settings()));
	}

	@Test
	void dumpIsThatOfWhatHibernateCreatesOfManyEntities() throws Exception {
		compare(GeneratedEntities.bootstrap(this.folder, 500));
	}

	private void compare(HibernateBootstrap hibernate) throws Exception {
		Autogeneration autogeneration = new CompiledAutogeneration(Product.POSTGRESQL, this.folder);
		TestDatabase expected = server.createDatabase();
		TestDatabase actual = server.createDatabase();
		List<String> empty = dump(actual);
		try (Connection created = expected.connect(); Connection upgraded = actual.connect()) {
			hibernate.create(created);
			Model model = hibernate.read(upgraded, autogeneration::model);
			Changes changes = autogeneration.compare(upgraded, model);
			autogeneration.apply(upgraded, changes);
			assertThat(dump(actual)).isEqualTo(dump(expected));
			autogeneration.takeBack(upgraded, changes);
			assertThat(dump(actual)).isEqualTo(empty);
		}
	}

	/** The statements, sorted, with the lines of each table sorted too. */
	private static List<String> dump(TestDatabase database) throws IOException {
		String text = server.tool("pg_dump", database, "--schema-only", "--no-owner")
			.replaceAll("(?m)^(\\\\(un)?restrict .*|SET .*|--.*|SELECT pg_catalog\\.set_config.*)\\R", "");
		return Arrays.stream(text.split(";\\R"))
			.map(PgDumpFidelityTests::normalised)
			.filter((statement) -> !statement.isEmpty())
			.sorted()
			.toList();
	}

	private static String normalised(String statement) {
		return statement.strip()
			.replaceAll(INVENTED, "CONSTRAINT ")
			.lines()
			.map((line) -> line.strip().replaceAll(",$", ""))
			.sorted()
			.collect(Collectors.joining("\n"));
	}

}
