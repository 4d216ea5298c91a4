package dev.migrate.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.command.refused.R1_Refused;
import dev.migrate.command.refused.R1_Refused.Call;
import dev.migrate.runtime.MigrationException;
import dev.migrate.testsupport.RecordingDataSource;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What cannot be performed is found before anything of it is sent, online and offline
 * alike, and the message names revision, line and operation.
 */
class RefusedOperationTests {

	@TempDir
	private Path folder;

	static Stream<Arguments> onBoth() {
		return Stream.of(
				arguments(Call.LONG_NAME, 34,
						"'add column items." + R1_Refused.LONG + "': The name '" + R1_Refused.LONG
								+ "' has 257 bytes, %s allows "),
				arguments(Call.LONG_INDEX, 36,
						"'create table others': The name '" + R1_Refused.LONG + "' has 257 bytes, %s allows "),
				arguments(Call.EMPTY_TABLE, 37, "'op.createTable(…)': Table 'empty' has no column"),
				arguments(Call.EMPTY_INDEX, 38, "'op.createIndex(…)': The index 'empty_idx' names no column"),
				arguments(Call.EMPTY_KEY, 39, "'op.createPrimaryKey(…)': The primary key names no column"),
				arguments(Call.UNEQUAL_KEY, 41,
						"'op.createForeignKey(…)': The foreign key on (id) references 2 columns of items, it needs 1"),
				arguments(Call.UNEQUAL_ELEMENT, 43, "The foreign key on (a) references 2 columns of items, it needs 1"),
				arguments(Call.EMPTY_CHANGE, 44, "'alter column items.id': Nothing is to change in items.id"),
				arguments(Call.END_OF_TRANSACTION, 45, "'COMMIT' would end the transaction of the revision"),
				arguments(Call.OWN_UNSUPPORTED, 46, "at line 46: %s cannot fly: it has no wings"),
				arguments(Call.OWN_BROKEN, 47, "'break': java.lang.IllegalStateException"))
			.flatMap((row) -> Stream.of(
					arguments(Product.POSTGRESQL, row.get()[0], row.get()[1],
							row.get()[2].toString().formatted("PostgreSQL")),
					arguments(Product.H2, row.get()[0], row.get()[1], row.get()[2].toString().formatted("H2"))));
	}

	static Stream<Arguments> refused() {
		String inside = "': it cannot be performed inside a transaction; put it into op.autocommit(() -> …)";
		return Stream.concat(onBoth(), Stream.of(
				arguments(Product.POSTGRESQL, Call.CONCURRENT_CREATE, 32, "'create index items_idx on items" + inside),
				arguments(Product.POSTGRESQL, Call.CONCURRENT_DROP, 33, "'drop index items_idx" + inside),
				arguments(Product.H2, Call.CONCURRENT_CREATE, 32,
						"H2 cannot create index items_idx on items: it creates and drops no indexes concurrently"),
				arguments(Product.H2, Call.CONCURRENT_DROP, 33,
						"H2 cannot drop index items_idx: it creates and drops no indexes concurrently")));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void messageNamesRevisionLineAndOperation(Product product, Call call, int line, String message) {
		TestDatabase database = product.create();
		RecordingDataSource recording = new RecordingDataSource(database.dataSource());
		Migrate migrate = new TestApplication(this.folder, recording).packages(R1_Refused.class.getPackageName())
			.offlineDialect(product.name().toLowerCase(Locale.ROOT))
			.factory((type) -> new R1_Refused(call))
			.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageStartingWith("The upgrade of revision refused (%s) failed at line %d: "
				.formatted(R1_Refused.class.getName(), line))
			.withMessageContaining(message);
		assertThat(recording.sent()).filteredOn((statement) -> statement.matches("(?s).*(items|others|empty).*"))
			.allMatch((statement) -> statement.startsWith("CREATE TABLE items"));
		assertThat(database.texts("SELECT version_num FROM migrate_version")).isEmpty();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgradeSql("head"))
			.withMessageStartingWith("Revision refused (%s) cannot be written as SQL at line %d: "
				.formatted(R1_Refused.class.getName(), line))
			.withMessageContaining(message)
			.withMessageEndingWith("correct the revision");
	}

}
