package dev.migrate.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.testsupport.AtOnce;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An index of PostgreSQL that is built concurrently waits for all transactions that began
 * before it: none of those who wait for the migration lock may have one.
 */
class ConcurrentIndexTests {

	private static final int INSTANCES = 4;

	private static final String INDEXES = "SELECT indexrelid::regclass || ' ' || indisvalid FROM pg_index "
			+ "WHERE indrelid = 'items'::regclass ORDER BY 1";

	private static final String DEADLOCKS = "SELECT deadlocks::text FROM pg_stat_database "
			+ "WHERE datname = current_database()";

	private static final String WAITING_BUILD = "SELECT pid::text FROM pg_stat_activity "
			+ "WHERE datname = current_database() AND query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock'";

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.POSTGRESQL.create();

	private TestApplication application;

	@BeforeEach
	void createTable() {
		// About a second for an index, so that the others are waiting while it is built
		this.application = new TestApplication(this.folder, this.database.dataSource()).sql("a1", "", """
				-- migrate:upgrade
				CREATE TABLE items (name text);
				INSERT INTO items SELECT 'item ' || n FROM generate_series(1, 100) AS n;
				CREATE FUNCTION slowly(name text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $body$
				BEGIN
					PERFORM pg_sleep(0.01);
					RETURN name;
				END
				$body$;
				""");
		this.application.migrate().upgrade("head");
		this.application.sql("b1", "a1", """
				-- migrate:upgrade transaction=false
				CREATE INDEX CONCURRENTLY items_first ON items (slowly(name));
				CREATE INDEX CONCURRENTLY items_second ON items (slowly(name));
				""");
	}

	private List<Callable<Integer>> upgrades() {
		return Stream.generate(this.application::migrate)
			.limit(INSTANCES)
			.<Callable<Integer>>map((migrate) -> () -> migrate.upgrade("head").size())
			.toList();
	}

	@Test
	void instancesThatWaitForTheLockDoNotHoldTheBuildUp() throws Exception {
		assertThat(AtOnce.call(upgrades())).containsOnlyOnce(1).containsOnly(0, 1);

		assertThat(this.database.texts(INDEXES)).containsExactly("items_first true", "items_second true");
		assertThat(this.database.texts(DEADLOCKS)).containsExactly("0");
	}

	@Test
	void buildWaitsForALongTransactionOfAnotherClient() throws Exception {
		Duration held = Duration.ofSeconds(3);
		long start = System.nanoTime();
		List<Callable<Integer>> calls = new ArrayList<>(upgrades());
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("INSERT INTO items VALUES ('of another client')");
			calls.add(() -> {
				while (this.database.texts(WAITING_BUILD).isEmpty()) {
					Thread.sleep(20);
				}
				Thread.sleep(held.toMillis());
				other.commit();
				return 0;
			});

			assertThat(AtOnce.call(calls)).containsOnlyOnce(1).containsOnly(0, 1);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(held);
		assertThat(this.database.texts(INDEXES)).containsExactly("items_first true", "items_second true");
		assertThat(this.database.texts("SELECT count(*)::text FROM items")).containsExactly("101");
		assertThat(this.database.texts(DEADLOCKS)).containsExactly("0");
	}

}
