package dev.migrate.command;

import java.nio.file.Path;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.last.R1_Last;
import dev.migrate.testsupport.RecordingDataSource;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run long enough that PostgreSQL gets the last statement of a revision, its record and
 * the commit in one message.
 */
abstract class AbstractLastStatementTests {

	@TempDir
	Path folder;

	final TestDatabase database = createDatabase();

	private final HikariDataSource pool = this.database.pool();

	final RecordingDataSource recording = new RecordingDataSource(this.pool);

	TestDatabase createDatabase() {
		return Product.POSTGRESQL.create();
	}

	@AfterEach
	void disconnect() {
		this.pool.close();
	}

	TestApplication application() {
		return new TestApplication(this.folder, this.recording).tables("a", "", 5).tables("c", "b0", 5);
	}

	/** A revision among others, with a section of the file that begins on line 8. */
	Migrate migrate(String upgrade) {
		return application().sql("b0", "a5", "-- migrate:upgrade\n" + upgrade + "\n").migrate();
	}

	/** A Java revision in the same place. */
	Migrate migrate(Migration revision) {
		return application().packages(R1_Last.class.getPackageName()).factory((type) -> revision).migrate();
	}

	List<String> messages(String part) {
		return this.recording.sent().stream().filter((sql) -> sql.contains(part)).toList();
	}

	List<String> recorded() {
		return this.database.texts("SELECT revision FROM migrate_history ORDER BY id");
	}

	void assertThatItIsTheEndOf(String revision) {
		assertThat(recorded()).last().isEqualTo(revision);
		assertThat(this.database.texts("SELECT version_num FROM migrate_version")).containsExactly(revision);
	}

	/**
	 * A revision with nothing to take back.
	 */
	@FunctionalInterface
	interface LastOnly extends Migration {

		@Override
		default void downgrade(Operations op) {
		}

	}

}
