package dev.migrate.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.command.offline.R1_AddOrders;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.testsupport.DebianPostgres;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What PostgreSQL's own tools and the real Alembic say about our work. Needs Debian's
 * packages postgresql, python3-alembic and python3-psycopg2.
 */
@Tag("external")
class ExternalToolsTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	private static final String HISTORY = "SELECT concat_ws('|', revision, direction, checksum, downgrade_sql) "
			+ "FROM migrate_history ORDER BY id";

	private static DebianPostgres server;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() throws IOException {
		server = DebianPostgres.start();
	}

	@AfterAll
	static void stop() throws IOException {
		if (server != null) {
			server.close();
		}
	}

	@Test
	void scriptInPsqlAndOnlineRunGiveTheSameDump() throws Exception {
		TestDatabase online = server.createDatabase();
		TestDatabase offline = server.createDatabase();
		Migrate migrate = new TestApplication(this.folder.resolve("revisions"), online.dataSource())
			.packages(R1_AddOrders.class.getPackageName())
			.sql("a1", "", """
					-- migrate:upgrade
					CREATE TABLE first (id bigint PRIMARY KEY, name text DEFAULT E'a;\\n\\'b' CHECK (name <> ''));
					COPY first (id, name) FROM stdin;
					1	one; -- two
					2	\\N
					\\.
					CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $body$
					BEGIN
						RETURN n * 2; -- done;
					END
					$body$;
					CREATE FUNCTION thrice(n int) RETURNS int LANGUAGE sql
						BEGIN ATOMIC SELECT n; SELECT n * 3; END;
					INSERT INTO first VALUES (3, 'back\\slash :name :''quoted'' \\d');
					CREATE VIEW names AS SELECT name FROM first WHERE '{"a": 1}'::jsonb ? 'a';

					-- migrate:downgrade
					DROP VIEW names;
					DROP FUNCTION thrice, twice;
					DROP TABLE first;
					""")
			.sql("left", "a1", """
					-- migrate:upgrade transaction=false
					CREATE INDEX CONCURRENTLY ix_first ON first (name) WHERE id > 1;

					-- migrate:downgrade transaction=false
					DROP INDEX CONCURRENTLY ix_first;
					""")
			.sql("merge", "left, right", "-- migrate:upgrade\n-- migrate:downgrade\n")
			.migrate();

		migrate.upgrade("head");
		psql(offline, migrate.upgradeSql("head"));
		assertThat(dump(offline)).contains("CREATE TABLE public.orders", "one; -- two").isEqualTo(dump(online));
		assertThat(offline.texts(ROWS)).containsExactly("merge").isEqualTo(online.texts(ROWS));
		assertThat(offline.texts(HISTORY)).hasSize(4).isEqualTo(online.texts(HISTORY));

		migrate.downgrade("base");
		psql(offline, migrate.downgradeSql("head:base"));
		assertThat(dump(offline)).doesNotContain("first", "orders").isEqualTo(dump(online));
		assertThat(offline.texts(ROWS)).isEmpty();
		assertThat(offline.texts(HISTORY)).hasSize(8).isEqualTo(online.texts(HISTORY));
	}

	private void psql(TestDatabase database, String script) throws IOException {
		Path file = Files.writeString(this.folder.resolve("script.sql"), script);
		server.tool("psql", database, "-X", "-v", "ON_ERROR_STOP=1", "-f", file.toString());
	}

	/**
	 * Schema and rows, without what differs between two dumps of one database, and
	 * without the rows of the history, which hold times.
	 */
	private static String dump(TestDatabase database) throws IOException {
		return server.tool("pg_dump", database, "--exclude-table-data=migrate_history")
			.replaceAll("(?m)^(\\\\(un)?restrict .*|SET .*|--.*|SELECT pg_catalog\\.set_config.*)\\R", "")
			.replaceAll("\\R{2,}", "\n\n");
	}

	@Test
	void databaseOfAlembicIsTakenOverHalfWayAndAlembicAgrees() throws Exception {
		TestDatabase database = server.createDatabase();
		Migrate migrate = alembicProject(database);
		alembic("upgrade", "b2");
		assertThat(database.texts("SELECT version_num FROM alembic_version")).containsExactly("b2");
		assertThat(migrate.current()).singleElement()
			.satisfies((found) -> assertThat(found.revision().id()).isEqualTo("b2"));

		assertThat(migrate.upgrade("head")).singleElement()
			.satisfies((step) -> assertThat(step.revision().id()).isEqualTo("c3"));

		assertThat(alembic("current")).endsWith("c3 (head)\n");
		TestDatabase other = server.createDatabase();
		alembicProject(other);
		alembic("upgrade", "head");
		// The history is ours alone
		database.jdbc().sql("DROP TABLE migrate_history").update();
		assertThat(dump(database)).contains("CREATE TABLE public.third").isEqualTo(dump(other));
	}

	@Test
	void alembicAndMigrateTakeTurns() throws Exception {
		TestDatabase database = server.createDatabase();
		Migrate migrate = alembicProject(database);

		migrate.upgrade("a1");
		assertThat(alembic("current")).endsWith("a1\n");
		alembic("upgrade", "head");
		assertThat(migrate.atHeads()).isTrue();
		migrate.downgrade("b2");
		assertThat(alembic("current")).endsWith("b2\n");
		alembic("downgrade", "base");
		assertThat(migrate.current()).isEmpty();
		assertThat(migrate.upgrade("head")).hasSize(3);
		assertThat(alembic("current")).endsWith("c3 (head)\n");
	}

	/**
	 * Three revisions, each as Alembic's script and as ours.
	 */
	private Migrate alembicProject(TestDatabase database) throws IOException, SQLException {
		Path versions = Files.createDirectories(this.folder.resolve("alembic/versions"));
		Files.writeString(this.folder.resolve("alembic.ini"), """
				[alembic]
				script_location = %s
				sqlalchemy.url = %s
				""".formatted(versions.getParent(), server.sqlAlchemyUrl(database)));
		Files.writeString(versions.resolveSibling("env.py"), """
				from alembic import context
				from sqlalchemy import create_engine

				engine = create_engine(context.config.get_main_option("sqlalchemy.url"))
				with engine.connect() as connection:
				    context.configure(connection=connection)
				    with context.begin_transaction():
				        context.run_migrations()
				""");
		TestApplication application = new TestApplication(this.folder.resolve("revisions"), database.dataSource());
		application.settings((settings) -> new RuntimeSettings(null, "alembic_version", "migrate_history",
				settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()));
		String before = "";
		for (List<String> revision : List.of(List.of("a1", "first"), List.of("b2", "second"), List.of("c3", "third"))) {
			String id = revision.get(0);
			String table = revision.get(1);
			application.table(id, before, table);
			Files.writeString(versions.resolve(id + ".py"), """
					import sqlalchemy as sa
					from alembic import op

					revision = "%1$s"
					down_revision = %2$s


					def upgrade():
					    op.create_table("%3$s", sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False),
					                    sa.Column("name", sa.String(50)))


					def downgrade():
					    op.drop_table("%3$s")
					""".formatted(id, before.isEmpty() ? "None" : '"' + before + '"', table));
			before = id;
		}
		return application.migrate();
	}

	private String alembic(String... arguments) throws IOException {
		return DebianPostgres.run(
				Stream
					.concat(Stream.of("/usr/bin/python3", "-m", "alembic", "-c",
							this.folder.resolve("alembic.ini").toString()), Stream.of(arguments))
					.toList());
	}

}
