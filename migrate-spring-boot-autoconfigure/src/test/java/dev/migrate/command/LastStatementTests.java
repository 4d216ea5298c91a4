package dev.migrate.command;

import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.command.last.R1_Last;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which last statement of a revision PostgreSQL gets in one message with its record and
 * the commit, and which it gets alone.
 */
class LastStatementTests extends AbstractLastStatementTests {

	@Test
	void goesWithRecordAndCommit() {
		migrate("CREATE TABLE first (id int);\nCREATE TABLE last (id int) -- with a comment;\n;").upgrade("head");

		assertThat(messages("CREATE TABLE first")).singleElement().asString().doesNotContain("EXECUTE");
		assertThat(messages("CREATE TABLE last")).singleElement()
			.asString()
			.startsWith("CREATE TABLE last (id int) -- with a comment;\n")
			.contains("EXECUTE migrate_")
			.endsWith("; COMMIT");
		assertThat(recorded()).hasSize(11);
		assertThatItIsTheEndOf("c5");
		assertThat(this.database.tablesOfRevisions()).contains("first", "last");
	}

	@Test
	void whatOnlyNamesABodyGoesWithThemToo() {
		migrate("INSERT INTO a1 VALUES (1, 'begin atomic');").upgrade("head");

		assertThat(messages("begin atomic")).singleElement().asString().contains("EXECUTE migrate_");
	}

	@Test
	void tablesOfMigrateAreMadeAndSettingsPutBackByOneMessageEach() {
		migrate("CREATE TABLE b0 (id int);").upgrade("head");

		assertThat(messages("CREATE TABLE public.migrate_")).singleElement().asString().endsWith("; COMMIT");
		assertThat(messages("RESET ")).singleElement().asString().contains("RESET lock_timeout");
	}

	@Test
	void ofJavaRevisionToo() {
		migrate(new R1_Last()).upgrade("head");

		assertThat(messages("CREATE TABLE b0")).singleElement().asString().doesNotContain("EXECUTE");
		assertThat(messages("CREATE UNIQUE INDEX b0_name")).singleElement().asString().contains("EXECUTE migrate_");
		assertThatItIsTheEndOf("c5");
	}

	@Test
	void ofDowngradesToo() {
		Migrate migrate = application().table("b0", "a5", "b0").migrate();
		migrate.upgrade("head");
		this.recording.sent().clear();
		migrate.downgrade("base");

		assertThat(messages("DROP TABLE b0")).singleElement().asString().contains("EXECUTE migrate_");
		assertThat(this.database.tablesOfRevisions()).isEmpty();
		assertThat(recorded()).hasSize(22);
	}

	@Test
	void durationIncludesIt() {
		migrate("CREATE TABLE slow AS SELECT 1 AS id;\nINSERT INTO slow SELECT 2 FROM (SELECT pg_sleep(0.3)) AS s;")
			.upgrade("head");

		assertThat(messages("pg_sleep")).singleElement().asString().contains("EXECUTE migrate_");
		assertThat(this.database
			.texts("SELECT (duration_ms BETWEEN 300 AND 30000)::text FROM migrate_history " + "WHERE revision = 'b0'"))
			.containsExactly("true");
		assertThat(this.database
			.texts("SELECT count(*)::text FROM migrate_history WHERE duration_ms NOT BETWEEN 0 " + "AND 60000"))
			.containsExactly("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "COPY a1 FROM stdin;\n1\tone\n\\.", "SELECT 1;", "SET LOCAL work_mem = '8MB';",
			"DO $$ BEGIN END $$;", "SET ROLE NONE;\nCREATE TABLE b0 (id int);", "ANALYZE a1;",
			"CREATE INDEX CONCURRENTLY a1_name ON a1 (name);",
			"CREATE INDEX CONCURRENTLY a1_name ON a1 (name);\nCREATE TABLE b0 (id int);" })
	void whatMayDoMoreIsSentAlone(String upgrade) {
		migrate(upgrade).upgrade("head");

		assertThat(messages("'b0', 'a5'")).allSatisfy((sql) -> assertThat(sql).startsWith("EXECUTE migrate_"));
		assertThat(messages("CREATE TABLE b0")).allSatisfy((sql) -> assertThat(sql).doesNotContain("EXECUTE"));
		assertThat(recorded()).hasSize(11);
		assertThatItIsTheEndOf("c5");
	}

	@Test
	void whatCannotBePartOfATransactionIsSentAlone() {
		migrate((LastOnly) (op) -> op.execute("CREATE INDEX CONCURRENTLY a1_name ON a1 (name)")).upgrade("head");

		assertThat(messages("CREATE INDEX")).singleElement().asString().doesNotContain("EXECUTE");
		assertThatItIsTheEndOf("c5");
	}

	@Test
	void whatHasALongWayBackIsSentAlone() {
		application()
			.sql("b0", "a5",
					"-- migrate:upgrade\nCREATE TABLE b0 (id int);\n-- migrate:downgrade\nDROP TABLE b0;\n"
							+ "-- and so on\n".repeat(2000))
			.migrate()
			.upgrade("head");

		assertThat(messages("CREATE TABLE b0")).singleElement().asString().doesNotContain("EXECUTE");
		assertThatItIsTheEndOf("c5");
	}

	@Test
	void whatTheRevisionDoesBeforeItsFirstStatementTakesTimeToo() {
		migrate((LastOnly) (op) -> {
			LockSupport.parkUntil(System.currentTimeMillis() + 320);
			op.execute("CREATE TABLE b0 (id int)");
		}).upgrade("head");

		assertThat(messages("CREATE TABLE b0")).singleElement().asString().contains("EXECUTE migrate_");
		assertThat(this.database.texts("SELECT (duration_ms >= 300)::text FROM migrate_history WHERE revision = 'b0'"))
			.containsExactly("true");
	}

	@Test
	void whatHasParametersIsSentAlone() {
		migrate((LastOnly) (op) -> op.execute("INSERT INTO a1 VALUES (?, ?)", 1L, "one")).upgrade("head");

		assertThat(messages("INSERT INTO a1")).singleElement().asString().doesNotContain("EXECUTE");
		assertThatItIsTheEndOf("c5");
	}

	@Test
	void whatFollowsJdbcIsSentAlone() {
		migrate((LastOnly) (op) -> {
			op.jdbc().sql("SELECT set_config('search_path', 'public', false)").query().singleRow();
			op.execute("CREATE TABLE b0 (id int)");
		}).upgrade("head");

		assertThat(messages("CREATE TABLE b0")).singleElement().asString().doesNotContain("EXECUTE");
		assertThatItIsTheEndOf("c5");
	}

}
