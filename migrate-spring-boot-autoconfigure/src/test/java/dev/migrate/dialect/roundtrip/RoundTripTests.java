package dev.migrate.dialect.roundtrip;

import java.sql.Connection;
import java.sql.SQLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.migrate.autogenerate.CompiledOperations;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.dialect.TableSource;
import dev.migrate.dialect.roundtrip.RandomSchema.Generated;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Random schemas, through the operations into a database and back. That both the renderer
 * and the reflector forget the same field is seen by a dump of the database by its own
 * means; that the dump sees each field, by {@link DumpSensitivityTests}.
 */
class RoundTripTests {

	static final int SEEDS = 50;

	private static final int MANY_SEEDS = 500;

	static Stream<Arguments> seeds() {
		return seeds(0, SEEDS);
	}

	static Stream<Arguments> manySeeds() {
		return seeds(SEEDS, MANY_SEEDS);
	}

	private static Stream<Arguments> seeds(int from, int to) {
		return RoundTripProducts.allAndSqlite()
			.flatMap((product) -> LongStream.range(from, to)
				.mapToObj((seed) -> arguments(product.toString(), seed, product)));
	}

	@ParameterizedTest(name = "{0}, seed {1}")
	@MethodSource("seeds")
	void schemaIsReflectedAsItWasCreated(String name, long seed, RoundTripProduct product) throws SQLException {
		roundTrip(product, seed);
	}

	@ParameterizedTest(name = "{0}, seed {1}")
	@MethodSource("manySeeds")
	@Tag("full")
	void schemaIsReflectedAsItWasCreatedManyTimes(String name, long seed, RoundTripProduct product)
			throws SQLException {
		roundTrip(product, seed);
	}

	@ParameterizedTest
	@MethodSource("products")
	void compiledJavaAsksForTheSameOperations(RoundTripProduct product, @TempDir Path folder) throws Exception {
		List<Operation> operations = new ArrayList<>();
		for (long seed = 0; seed < SEEDS; seed++) {
			operations.addAll(CreationOperations.of(new RandomSchema(product, seed).generate().schema()));
		}
		assertThat(CompiledOperations.of(operations, folder)).isEqualTo(operations);
	}

	static Stream<RoundTripProduct> products() {
		return RoundTripProducts.allAndSqlite();
	}

	private static void roundTrip(RoundTripProduct product, long seed) throws SQLException {
		Generated generated = new RandomSchema(product, seed).generate();
		List<Operation> operations = CreationOperations.of(generated.schema());
		try (Connection first = product.create().connect(); Connection second = product.create().connect()) {
			List<String> empty = dump(product, first);
			execute(product, first, operations);
			Schema reflected = product.dialect().reflector().reflect(first, null);
			assertSame(Canonical.reflected(reflected.all()),
					new Canonical(generated.schema(), generated.printed(), product.nullsAreLarge())
						.wanted(generated.schema().all(), reflected));

			execute(product, second, CreationOperations.of(reflected));
			assertThat(dump(product, second)).isEqualTo(dump(product, first)).isNotEqualTo(empty);

			List<Operation> reverses = new ArrayList<>();
			operations.forEach((operation) -> reverses.add(operation.reverse().orElseThrow()));
			Collections.reverse(reverses);
			execute(product, first, reverses);
			assertThat(product.dialect().reflector().reflect(first, null)).isEqualTo(new Schema(List.of()));
			assertThat(dump(product, first)).isEqualTo(empty);
		}
	}

	private static void assertSame(List<SchemaObject> reflected, List<SchemaObject> wanted) {
		// What differs is shown, not all that is in two schemas
		List<String> surplus = lines(reflected);
		surplus.removeAll(lines(wanted));
		List<String> missing = lines(wanted);
		missing.removeAll(lines(reflected));
		assertThat(surplus).isEqualTo(missing);
		assertThat(reflected).containsExactlyInAnyOrderElementsOf(wanted);
	}

	private static List<String> lines(List<SchemaObject> objects) {
		List<String> lines = new ArrayList<>();
		for (SchemaObject object : objects) {
			if (object instanceof Table table) {
				table.columns().forEach((column) -> lines.add(table.name() + ": " + column));
				table.constraints().forEach((constraint) -> lines.add(table.name() + ": " + constraint));
				table.indexes().forEach((index) -> lines.add(table.name() + ": " + index));
			}
			else {
				lines.add(object.toString());
			}
		}
		return lines;
	}

	static void execute(RoundTripProduct product, Connection connection, List<Operation> operations)
			throws SQLException {
		for (Operation operation : operations) {
			for (SqlStatement statement : product.dialect().renderer().render(operation, tables(product, connection))) {
				product.dialect().execute(connection, statement);
			}
		}
	}

	private static TableSource tables(RoundTripProduct product, Connection connection) {
		return (table) -> {
			try {
				return product.dialect().reflector().definitions(connection, table);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

	static List<String> dump(RoundTripProduct product, Connection connection) throws SQLException {
		return product.dump(connection).stream().sorted().toList();
	}

}
