package dev.migrate.chaos;

import java.nio.file.Path;
import java.util.List;

import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;

/**
 * Eight revisions that leave the session alone, so that the server keeps the statement
 * that records them, then eight others, three of them in Java (see the package
 * {@code revisions}): two branches and their merge, slow statements, and indexes that are
 * built concurrently, one of them slowly. Each leaves rows that tell how often it was
 * applied.
 */
final class ChaosRevisions {

	/** In the order in which they are applied. */
	static final List<String> IDS = List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "c1", "c2", "c3", "c4",
			"c6", "c5", "c7", "c8");

	private ChaosRevisions() {
	}

	/**
	 * Write the revisions in SQL.
	 */
	static void write(Path folder) {
		TestApplication application = new TestApplication(folder, new TestDatabase("", "", "").dataSource());
		application.sql("a1", "", """
				-- migrate:upgrade
				CREATE TABLE effects (revision varchar(32));
				INSERT INTO effects VALUES ('a1');
				""");
		for (int i = 2; i <= 8; i++) {
			application.sql("a" + i, "a" + (i - 1), """
					-- migrate:upgrade
					INSERT INTO effects SELECT 'a%d' FROM pg_sleep(0.05);
					""".formatted(i));
		}
		application.sql("c1", "a8", """
				-- migrate:upgrade
				CREATE TABLE items (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
				SELECT pg_sleep(0.2);
				CREATE FUNCTION slowly(name text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $body$
				BEGIN
					PERFORM pg_sleep(0.001);
					RETURN name;
				END
				$body$;
				INSERT INTO effects VALUES ('c1');
				""").sql("c3", "c2", """
				-- migrate:upgrade
				INSERT INTO effects VALUES ('c3');
				INSERT INTO items (name) SELECT 'item ' || n FROM generate_series(1, 100) AS n;
				SELECT pg_sleep(0.2);
				INSERT INTO items (name) SELECT 'item ' || n FROM generate_series(101, 200) AS n;
				""").sql("c4", "c3", """
				-- migrate:upgrade transaction=false
				INSERT INTO effects VALUES ('c4');
				CREATE INDEX CONCURRENTLY items_name ON items (slowly(name));
				INSERT INTO effects VALUES ('c4, behind the index');
				""").sql("c6", "c4", """
				-- migrate:upgrade
				INSERT INTO effects VALUES ('c6');
				CREATE VIEW names AS SELECT name FROM items;
				SELECT pg_sleep(0.2);
				""").sql("c7", "c5, c6", """
				-- migrate:upgrade
				INSERT INTO effects VALUES ('c7');
				""");
	}

}
