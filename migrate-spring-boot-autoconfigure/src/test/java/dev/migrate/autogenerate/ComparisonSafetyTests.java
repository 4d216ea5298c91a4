package dev.migrate.autogenerate;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.RecordingDataSource;
import dev.migrate.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What a {@link SchemaComparison} does to a PostgreSQL database: nothing, and nobody is
 * disturbed.
 */
class ComparisonSafetyTests {

	/** A check that PostgreSQL prints in another way than it is written. */
	private static final String CHECK = "name similar to '[a-z]%'";

	private static final Table PEOPLE = table("people", column("id", bigint()).notNull(), column("name", varchar(40)),
			column("age", integer()).defaultSql("1 + 1"), primaryKey("id"), check(CHECK).named("people_name"));

	private TestDatabase database;

	private Connection connection;

	private Dialect dialect;

	@BeforeEach
	void create() throws SQLException {
		this.database = PostgresServer.shared().createDatabase();
		this.connection = this.database.connect();
		this.dialect = Dialects.load(getClass().getClassLoader()).of(this.connection);
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@Test
	void statementsAreAsManyForAnyNumberOfTables() throws SQLException {
		List<String> few = statementsOfComparison(50);
		List<String> many = statementsOfComparison(200);

		assertThat(many).isEqualTo(few).hasSizeBetween(1, 12);
	}

	private List<String> statementsOfComparison(int tables) throws SQLException {
		List<Table> all = new ArrayList<>();
		for (int i = 0; i < tables; i++) {
			all.add(table("t" + i, column("id", bigint()).identityByDefault(), column("state", varchar(10)),
					column("amount", integer()).notNull().defaultSql("0"), column("other", bigint()), primaryKey("id"),
					check("state in ('NEW','OLD')"), foreignKey("other").references("t" + (i + 1) % tables, "id"),
					index("ix_t" + i, "state", "amount")));
		}
		Schema wanted = new Schema(all);
		change(wanted);
		RecordingDataSource recording = new RecordingDataSource(new SingleConnectionDataSource(this.connection, true));
		assertThat(compare(this.dialect, recording.getConnection(), wanted).differences()).isEmpty();
		return recording.sent();
	}

	@Test
	void nothingIsLeftOfASessionThatIsEndedWhileTablesAreMade() throws SQLException {
		change(new Schema(List.of(PEOPLE)));
		List<String> before = objects();
		Dialect ended = WatchedScratch.dialect(this.dialect, this::endSession);

		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> compare(ended, this.connection, new Schema(List.of(PEOPLE))));

		assertNothingIsLeft(before);
	}

	@Test
	void nothingIsLeftOfASessionThatIsEndedWhileAViewIsMade() throws SQLException {
		change(new Schema(List.of(PEOPLE, adults(18))));
		List<String> before = objects();
		AtomicInteger looks = new AtomicInteger();
		Dialect ended = WatchedScratch.dialect(this.dialect, () -> {
			if (looks.incrementAndGet() == looksForTables()) {
				endSession();
			}
		});

		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> compare(ended, this.connection, new Schema(List.of(PEOPLE, adults(21)))));

		assertNothingIsLeft(before);
	}

	/** How often a scratch is read, up to the first time for a view. */
	private int looksForTables() throws SQLException {
		AtomicInteger looks = new AtomicInteger();
		try (Connection other = this.database.connect()) {
			compare(WatchedScratch.dialect(this.dialect, looks::incrementAndGet), other, new Schema(List.of(PEOPLE)));
		}
		return looks.get() + 1;
	}

	@Test
	void nothingIsLeftOfAProcessThatIsKilled() throws Exception {
		change(new Schema(List.of(PEOPLE)));
		List<String> before = objects();
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Comparing.class.getName(), this.database.url(),
				this.database.user(), this.database.password())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			String line = output.readLine();
			while (line != null && !line.startsWith("pid ")) {
				line = output.readLine();
			}
			assertThat(line).isNotNull();
			int pid = Integer.parseInt(line.substring("pid ".length()));
			assertThat(locks(pid)).isNotEmpty();

			process.destroyForcibly().waitFor();

			assertIsGone(pid);
			assertNothingIsLeft(before);
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void tablesAreNotLockedBeyondWhatReadingTheCatalogNeeds() throws SQLException {
		Table other = table("others", column("id", bigint()).notNull(), column("person", bigint()), primaryKey("id"),
				foreignKey("person").references("people", "id").named("others_person"));
		change(new Schema(List.of(PEOPLE, other, adults(18))));
		int pid = pid(this.connection);
		List<List<String>> seen = new ArrayList<>();
		// In one transaction, so that no lock is given back before it is seen
		this.connection.setAutoCommit(false);

		Dialect watched = WatchedScratch.dialect(this.dialect, () -> seen.add(locksOfTables(pid)));
		Changes changes = compare(watched, this.connection, new Schema(List.of(PEOPLE, other, adults(21))));
		seen.add(locksOfTables(pid));
		this.connection.rollback();

		assertThat(changes.differences()).extracting(Difference::kind).containsExactly("modify_view");
		assertThat(seen).hasSizeGreaterThan(2)
			.allSatisfy((locks) -> assertThat(locks).allMatch("AccessShareLock"::equals));
		assertThat(locksOfTables(pid)).isEmpty();
	}

	@Test
	void roleThatMayNotCreateSchemasFindsTheSame() throws SQLException {
		EnumType state = new EnumType(new QualifiedName(null, "state"), List.of("NEW", "OLD"), null);
		Table users = table("users", column("id", bigint()).notNull(),
				column("state", new Named(new QualifiedName(null, "state"))).defaultSql("'NEW'"),
				column("twice", bigint()).generatedStored("id * 2"), primaryKey("id"),
				index("users_state", "state").where("id > 0 and state is not null"));
		Schema unchanged = schema(state, users, PEOPLE, adults(18));
		change(unchanged);
		Table changed = table("people", column("id", bigint()).notNull(), column("name", varchar(40)),
				column("age", integer()).defaultSql("2 + 1"), primaryKey("id"),
				check("name similar to '[A-Z]%'").named("people_name"));
		this.database.jdbc().sql("CREATE ROLE %s LOGIN PASSWORD 'secret'".formatted(role())).update();
		try (Connection limited = DriverManager.getConnection(this.database.url(), role(), "secret")) {
			AtomicInteger looks = new AtomicInteger();
			Dialect watched = WatchedScratch.dialect(this.dialect, looks::incrementAndGet);
			assertThat(compare(watched, limited, unchanged).differences()).isEmpty();
			assertThat(looks.get()).isPositive();

			Schema wanted = schema(state, users, changed, adults(21));
			Changes expected = compare(this.dialect, this.connection, wanted);
			assertThat(expected.differences()).extracting(Difference::kind)
				.containsExactly("modify_default", "remove_check", "add_check", "modify_view");
			assertThat(compare(watched, limited, wanted)).isEqualTo(expected);
		}
		finally {
			this.database.jdbc().sql("DROP ROLE " + role()).update();
		}
	}

	private String role() {
		return "limited_" + this.database.url().substring(this.database.url().lastIndexOf('/') + 1);
	}

	private void endSession() throws SQLException {
		int pid = pid(this.connection);
		assertThat(locks(pid)).isNotEmpty();
		this.database.jdbc().sql("SELECT pg_terminate_backend(%d)".formatted(pid)).query(Boolean.class).single();
		assertIsGone(pid);
	}

	private void assertIsGone(int pid) {
		await().atMost(Duration.ofSeconds(10))
			.until(() -> this.database.texts("SELECT state FROM pg_stat_activity WHERE pid = " + pid).isEmpty());
		assertThat(locks(pid)).isEmpty();
	}

	private void assertNothingIsLeft(List<String> before) {
		assertThat(before).contains("people").noneMatch((name) -> name.startsWith("migrate_scratch"));
		assertThat(objects()).isEqualTo(before);
	}

	/** All that a comparison could have made. */
	private List<String> objects() {
		return this.database.texts("SELECT nspname::text FROM pg_namespace UNION ALL SELECT relname FROM pg_class"
				+ " UNION ALL SELECT typname FROM pg_type UNION ALL SELECT conname FROM pg_constraint ORDER BY 1");
	}

	private List<String> locks(int pid) {
		return this.database
			.texts("SELECT mode FROM pg_locks WHERE locktype IN ('relation', 'object') AND pid = " + pid);
	}

	/** The locks of what users have made. */
	private List<String> locksOfTables(int pid) {
		return this.database.texts("SELECT DISTINCT l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
				+ " WHERE c.relnamespace = 'public'::regnamespace AND l.pid = " + pid);
	}

	private void change(Schema wanted) throws SQLException {
		for (Operation operation : compare(this.dialect, this.connection, wanted).upgrade()) {
			for (SqlStatement statement : this.dialect.renderer().render(operation)) {
				this.dialect.execute(this.connection, statement);
			}
		}
	}

	private static Changes compare(Dialect dialect, Connection connection, Schema wanted) throws SQLException {
		return new SchemaComparison(dialect, ComparisonSettings.DEFAULTS).compare(connection, Model.of(wanted));
	}

	private static int pid(Connection connection) {
		return JdbcClient.create(new SingleConnectionDataSource(connection, true))
			.sql("SELECT pg_backend_pid()")
			.query(Integer.class)
			.single();
	}

	private static View adults(int age) {
		return new View(new QualifiedName(null, "adults"), "select id from people where age >= " + age, null);
	}

	private static Schema schema(SchemaObject... objects) {
		return new Schema(List.of(objects));
	}

	private static Table table(String name, dev.migrate.schema.TableElement... elements) {
		return Table.of(new QualifiedName(null, name), List.of(elements));
	}

	/**
	 * A process that compares, and stays where tables are made.
	 */
	static final class Comparing {

		private Comparing() {
		}

		public static void main(String[] args) throws SQLException {
			try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
				Dialect dialect = Dialects.load(Comparing.class.getClassLoader()).of(connection);
				int pid = pid(connection);
				compare(WatchedScratch.dialect(dialect, () -> {
					System.out.println("pid " + pid);
					Thread.sleep(Duration.ofMinutes(5).toMillis());
				}), connection, new Schema(List.of(PEOPLE)));
			}
		}

	}

}
