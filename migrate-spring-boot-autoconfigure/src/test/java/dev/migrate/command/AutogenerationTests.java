package dev.migrate.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.autogenerate.Difference;
import dev.migrate.autogenerate.Renames;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.revision.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.script.RevisionFormat;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Revisions that are written from a model: what is in them, and that they lead from the
 * database to the model and back.
 */
@ExtendWith(OutputCaptureExtension.class)
class AutogenerationTests {

	private static final Column PHONE = column("phone_number", varchar(20));

	private static final String COLUMNS = "SELECT lower(column_name) FROM information_schema.columns "
			+ "WHERE table_schema = 'PUBLIC' AND table_name = 'USERS' ORDER BY ordinal_position";

	@TempDir
	private Path folder;

	private TestDatabase database = Product.H2.create();

	private TestApplication application() {
		return new TestApplication(this.folder, this.database.dataSource()).packages("dev.migrate.generated")
			.sources(RevisionFormat.SQL);
	}

	private static Table users(Column... columns) {
		return table("users", columns);
	}

	private static Table table(String name, Column... columns) {
		List<Column> all = Stream.concat(Stream.of(column("id", bigint()).notNull()), Stream.of(columns)).toList();
		return new Table(QualifiedName.parse(name), all, List.of(primaryKey("id").named(name + "_pkey")), List.of(),
				null);
	}

	private static AutogenerateRequest renaming(String column) {
		return new AutogenerateRequest(Renames.parse(List.of(column), List.of()), false, true, null);
	}

	/** Write a revision from a model, apply it and check that nothing is left to do. */
	private Path generate(TestApplication application, String message) {
		Path file = application.migrate()
			.autogenerate(RevisionRequest.of(message), AutogenerateRequest.DEFAULTS)
			.orElseThrow();
		application.migrate().upgrade("head");
		assertThat(application.migrate().check(true)).isEmpty();
		return file;
	}

	@ParameterizedTest
	@CsvSource({ "H2,SQL", "H2,JAVA", "POSTGRESQL,SQL", "POSTGRESQL,JAVA", "SQLITE,SQL", "SQLITE,JAVA" })
	void revisionLeadsToTheModelAndItsDowngradeBack(Product product, RevisionFormat format) {
		this.database = product.create();
		generate(application().sources(format).model(users()), "Create users");
		generate(application().sources(format).model(users(PHONE), table("orders", PHONE)), "");
		assertThat(this.database.tablesOfRevisions()).containsExactly("orders", "users");

		application().migrate().downgrade("-1");
		assertThat(this.database.tablesOfRevisions()).containsExactly("users");
		assertThat(application().model(users()).migrate().check(false)).isEmpty();

		application().migrate().downgrade("base");
		assertThat(this.database.tablesOfRevisions()).isEmpty();
	}

	@Test
	void sqlOfAProductThatMakesTablesAnewFollowsItsOwnSteps() {
		this.database = Product.SQLITE.create();
		generate(application().model(users(PHONE, column("fax", varchar(20)))), "Create users");
		this.database.jdbc().sql("INSERT INTO users (id, phone_number, fax) VALUES (1, '123', '456')").update();
		Column name = column("name", varchar(20));
		generate(application().model(users(column("fax", varchar(50)), name), table("orders", name)), "Change users");

		assertThat(this.database.texts("SELECT fax FROM users")).containsExactly("456");
		application().migrate().downgrade("-1");
		assertThat(application().model(users(PHONE, column("fax", varchar(20)))).migrate().check(false)).isEmpty();
		assertThat(this.database.texts("SELECT fax FROM users")).containsExactly("456");
	}

	@Test
	void sqlSaysWhatIsLost() throws IOException {
		generate(application().model(users(PHONE)), "Create users");
		String text = Files.readString(generate(application().model(users()), "Drop phone"));

		assertThat(text).contains("""
				-- migrate:upgrade
				-- Loses data: drop column users.phone_number
				ALTER TABLE users DROP COLUMN phone_number;

				-- migrate:downgrade
				ALTER TABLE users ADD COLUMN phone_number varchar(20);
				""");
	}

	@Test
	void javaSaysWhatIsLost() throws IOException {
		generate(application().sources(RevisionFormat.JAVA).model(users()), "Create users");
		String text = Files
			.readString(generate(application().sources(RevisionFormat.JAVA).model(users(PHONE)), "Add phone"));

		assertThat(text).contains("""
				import static dev.migrate.schema.Column.column;
				import static dev.migrate.schema.Types.varchar;
				""").contains("""
					@Override
					public void upgrade(Operations op) {
						op.addColumn("users", column("phone_number", varchar(20)));
					}

					@Override
					public void downgrade(Operations op) {
						// Loses data: drop column users.phone_number
						op.dropColumn("users", "phone_number");
					}
				""");
	}

	@Test
	void differencesAreLogged(CapturedOutput output) {
		generate(application().model(users()), "Create users");
		generate(application().model(users(PHONE)), "Add phone");

		assertThat(output.getAll().lines()).anyMatch((line) -> line.contains("INFO") && line.contains("autogenerate")
				&& line.endsWith("Detected added column 'users.phone_number'"));
	}

	@Test
	void messageIsMadeFromWhatIsFound() {
		assertThat(generate(application().model(users()), "").getFileName().toString()).endsWith("_create_users.sql");
		assertThat(generate(application().model(users(PHONE)), "").getFileName().toString())
			.endsWith("_add_phone_number_to_users.sql");
	}

	@Test
	void nothingIsWrittenWhereNothingHasChanged(CapturedOutput output) {
		generate(application().model(users()), "Create users");
		Migrate migrate = application().model(users()).migrate();

		assertThat(migrate.autogenerate(RevisionRequest.of("Nothing"), AutogenerateRequest.DEFAULTS)).isEmpty();
		assertThat(migrate.autogenerateSql(RevisionRequest.of(""), AutogenerateRequest.DEFAULTS)).isEmpty();
		assertThat(migrate.history(null, false)).hasSize(1);
		assertThat(output).contains("No changes detected");

		AutogenerateRequest allowEmpty = new AutogenerateRequest(Renames.NONE, true, true, null);
		assertThat(migrate.autogenerate(RevisionRequest.of(""), allowEmpty)).get()
			.asString()
			.endsWith("_no_changes.sql");
	}

	@Test
	void previewWritesNoFile() throws IOException {
		Migrate migrate = application().model(users(PHONE)).migrate();

		assertThat(migrate.autogenerateSql(RevisionRequest.of(""), AutogenerateRequest.DEFAULTS)).isEqualTo("""
				CREATE TABLE users (
				    id bigint NOT NULL,
				    phone_number varchar(20),
				    CONSTRAINT users_pkey PRIMARY KEY (id)
				);
				""");
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void checkTellsTheDifferences() {
		generate(application().model(users()), "Create users");

		assertThat(application().model(users(PHONE)).migrate().check(true)).singleElement()
			.extracting(Difference::kind, Difference::object, Difference::text)
			.containsExactly("add_column", "users.phone_number", "added column 'users.phone_number'");
	}

	@Test
	void databaseMustBeUpToDate() {
		application().table("a1", "", "first").table("b1", "a1", "others");
		Migrate migrate = application().model(users()).migrate();

		refused(() -> migrate.autogenerate(RevisionRequest.of(""), AutogenerateRequest.DEFAULTS),
				"Target database is not up to date; run migrate upgrade head");
		migrate.upgrade("a1");
		refused(() -> migrate.autogenerateSql(RevisionRequest.of(""), AutogenerateRequest.DEFAULTS),
				"Target database is not up to date; run migrate upgrade head");
		refused(() -> migrate.check(true), "Target database is not up to date; run migrate upgrade head");
	}

	@Test
	void severalHeadsNeedOneToBuildOn() {
		application().table("a1", "", "first").table("b1", "", "others");
		Migrate migrate = application().model(users()).migrate();

		refused(() -> migrate.autogenerate(RevisionRequest.of(""), AutogenerateRequest.DEFAULTS),
				"Multiple head revisions are present where 'head' must be one: a1 (a1.sql), "
						+ "b1 (b1.sql); name the one to build on with --head, or merge them with: merge heads");
		RevisionRequest onFirst = new RevisionRequest("x", null, List.of("a1"), false, List.of(), List.of(), null,
				null);
		refused(() -> migrate.autogenerate(onFirst, AutogenerateRequest.DEFAULTS),
				"Target database is not up to date; run migrate upgrade heads");
		migrate.upgrade("heads");
		assertThat(migrate.autogenerate(onFirst, AutogenerateRequest.DEFAULTS)).isPresent();
	}

	@Test
	void databaseThatIsAheadIsRefused() {
		application().table("a1", "", "first").table("b1", "a1", "others").migrate().upgrade("head");
		application().delete("b1.sql");

		refused(() -> application().model(users()).migrate().check(true),
				"The database is ahead of this build, which lacks revision b1; update the sources, or use another database");
	}

	@Test
	void withoutModelASentenceSaysWhatToAdd() {
		assertThat(application().migrate().hasModel()).isFalse();
		refused(() -> application().migrate().autogenerate(RevisionRequest.of(""), AutogenerateRequest.DEFAULTS),
				"There are no entities to compare the database with; add spring-boot-starter-data-jpa and entities, "
						+ "or a bean of type dev.migrate.autogenerate.ModelSource");
	}

	@Test
	void renameKeepsData() {
		generate(application().model(users(column("name", varchar(50)))), "Create users");
		this.database.jdbc().sql("INSERT INTO users (id, name) VALUES (1, 'somebody')").update();
		TestApplication renamed = application().model(users(column("full_name", varchar(50))));

		renamed.migrate().autogenerate(RevisionRequest.of(""), renaming("users.name=users.full_name"));
		renamed.migrate().upgrade("head");

		assertThat(this.database.texts("SELECT full_name FROM users")).containsExactly("somebody");
		assertThat(renamed.migrate().check(true)).isEmpty();
		renamed.migrate().downgrade("-1");
		assertThat(this.database.texts("SELECT name FROM users")).containsExactly("somebody");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void numbersOfARenamedTableCountOn(Product product) {
		this.database = product.create();
		Table people = table("people");
		generate(application().model(table("users"), Sequence.sequence("users_seq")), "Create users");
		this.database
			.texts((product == Product.H2) ? "SELECT NEXT VALUE FOR users_seq" : "SELECT nextval('users_seq')");
		TestApplication renamed = application().model(people, Sequence.sequence("people_seq"));

		renamed.migrate()
			.autogenerate(RevisionRequest.of(""),
					new AutogenerateRequest(Renames.parse(List.of(), List.of("users=people")), false, true, null));
		renamed.migrate().upgrade("head");

		assertThat(renamed.migrate().check(true)).isEmpty();
		assertThat(this.database
			.texts((product == Product.H2) ? "SELECT NEXT VALUE FOR people_seq" : "SELECT nextval('people_seq')"))
			.containsExactly("2");
		renamed.migrate().downgrade("-1");
		assertThat(this.database
			.texts((product == Product.H2) ? "SELECT NEXT VALUE FOR users_seq" : "SELECT nextval('users_seq')"))
			.containsExactly("3");
	}

	@Test
	void placeForDataNamesTheColumnAsTheProductDoes() throws IOException {
		this.database = Product.POSTGRESQL.create();
		generate(application().model(table("Users")), "Create users");

		assertThat(Files.readString(
				generate(application().model(table("Users", column("fullName", bigint()).notNull())), "Add name")))
			.contains("-- UPDATE \"Users\" SET \"fullName\" = ? WHERE \"fullName\" IS NULL\n");
	}

	static Stream<Arguments> databasesWithMore() {
		return Stream.of(
				arguments(Product.POSTGRESQL, """
						CREATE TABLE sales (day date NOT NULL) PARTITION BY RANGE (day);
						CREATE TABLE sales_2026 PARTITION OF sales FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
						CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
						CREATE TRIGGER touched BEFORE INSERT ON sales FOR EACH ROW EXECUTE FUNCTION touch();
						CREATE MATERIALIZED VIEW days AS SELECT day FROM sales;
						CREATE DOMAIN code AS varchar(3)""",
						"domain code, function touch(), materialized view days, partition sales_2026 of sales, "
								+ "trigger touched on sales"),
				arguments(Product.H2, "CREATE TABLE sales (id bigint); CREATE DOMAIN code AS varchar(3)",
						"domain CODE"),
				arguments(Product.SQLITE, """
						CREATE TABLE sales (day date);
						CREATE TRIGGER touched AFTER INSERT ON sales BEGIN DELETE FROM sales; END""",
						"trigger touched on sales"));
	}

	@ParameterizedTest
	@MethodSource("databasesWithMore")
	void baselineNamesWhatItLeavesOut(Product product, String sql, String names, CapturedOutput output)
			throws SQLException {
		this.database = product.create();
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		}
		application().migrate().baseline(RevisionRequest.of("Baseline"));

		assertThat(output)
			.contains("The baseline leaves out what is not known here; write it into the revision: " + names + "\n");
	}

	@Test
	void renameThatFitsNothingIsRefused() {
		generate(application().model(users(column("name", varchar(50)))), "Create users");

		refused(() -> application().model(users(column("full_name", varchar(50))))
			.migrate()
			.autogenerate(RevisionRequest.of(""), renaming("users.nam=users.full_name")),
				"The database has no column 'users.nam'; "
						+ "name old and new as --rename table.old=table.new or --rename-table old=new");
	}

	@Test
	void whereNobodyCanBeAskedAWarningNamesTheOption(CapturedOutput output) {
		generate(application().model(users(column("name", varchar(50)))), "Create users");
		generate(application().model(users(column("full_name", varchar(50)))), "Replace name");

		assertThat(output).containsOnlyOnce("--rename users.name=users.full_name");
	}

	@Test
	void eachRenameIsAskedForOnce() {
		generate(application().model(users(column("a", varchar(50)), column("b", varchar(50)))), "Create users");
		List<String> asked = new ArrayList<>();
		AutogenerateRequest request = new AutogenerateRequest(Renames.NONE, false, true, (rename) -> {
			asked.add(rename.option());
			return rename.after().equals("users.d");
		});
		TestApplication application = application()
			.model(users(column("c", varchar(50)), column("d", varchar(50)), column("e", bigint())));
		application.migrate().autogenerate(RevisionRequest.of(""), request);

		assertThat(asked).containsExactly("--rename users.a=users.c", "--rename users.a=users.d",
				"--rename users.b=users.c");
		application.migrate().upgrade("head");
		assertThat(this.database.texts(COLUMNS)).containsExactlyInAnyOrder("id", "c", "d", "e");
	}

	@ParameterizedTest
	@EnumSource
	void revisionThatDoesNotDoWhatItShallIsKeptForOneToLookAt(RevisionFormat format) throws IOException {
		RevisionRequest request = new RevisionRequest("Create users", null, List.of(), false, List.of(), List.of(),
				null, "a1");
		TestApplication application = application().sources(format).model(users());
		String name = (format == RevisionFormat.SQL) ? "a1_create_users.sql" : "Ra1_CreateUsers.java";

		application.rewriter((operations) -> Stream
			.concat(operations.stream(), Stream.of(new Execute("CREATE TABEL nothing", List.of())))
			.toList());
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> application.migrate().autogenerate(request, AutogenerateRequest.DEFAULTS))
			.withMessageStartingWith(
					"The new revision is not accepted: its upgrade fails on empty copies of the tables: ")
			.withMessageContaining("correct it by hand, or write it with --no-verify; it is kept as ")
			.withMessageContaining(name + ".rejected for you to look at");
		Path rejected = find(name + ".rejected");
		assertThat(Files.readString(rejected)).contains("users");
		assertThat(application.migrate().history(null, false)).isEmpty();
		assertThat(this.database.tables()).doesNotContain("users");
		Files.delete(rejected);

		Operation wrong = new AddColumn(QualifiedName.parse("users"), column("surplus", varchar(5)), false);
		application.rewriter((operations) -> Stream.concat(operations.stream(), Stream.of(wrong)).toList());
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> application.migrate().autogenerate(request, AutogenerateRequest.DEFAULTS))
			.withMessageContaining("its upgrade leaves a difference to the model: removed column 'users.surplus'");
		Files.delete(find(name + ".rejected"));

		assertThat(
				application.migrate().autogenerate(request, new AutogenerateRequest(Renames.NONE, false, false, null)))
			.isPresent();
	}

	private Path find(String name) throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter((file) -> file.endsWith(name)).findFirst().orElseThrow();
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatCannotBeTakenBackFails(RevisionFormat format) throws IOException {
		Operation fill = new Execute("UPDATE users SET phone_number = '0'", List.of());
		TestApplication application = application().sources(format).model(users(PHONE));
		generate(application, "Create users");
		application.model(users(PHONE, column("fax", varchar(20))))
			.rewriter((operations) -> Stream.concat(operations.stream(), Stream.of(fill)).toList());
		generate(application, "Add fax");

		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> application.migrate().downgrade("-1"))
			.withMessageContaining("ow to take this back is not known, write it here");
		assertThat(this.database.texts(COLUMNS)).containsExactly("id", "phone_number", "fax");
	}

	@Test
	void whereARewriterLeavesNothingNothingIsWritten() {
		Migrate migrate = application().model(users()).rewriter((operations) -> List.of()).migrate();

		assertThat(migrate.autogenerate(RevisionRequest.of("Nothing"), AutogenerateRequest.DEFAULTS)).isEmpty();
		assertThat(migrate.history(null, false)).isEmpty();
	}

	@Test
	void rewriterDropsOperations() {
		generate(application().model(users()), "Create users");
		TestApplication application = application().model(users(PHONE, column("fax", varchar(20))))
			.rewriter((operations) -> operations.stream()
				.filter((operation) -> !(operation instanceof AddColumn add && add.column().name().equals("fax")))
				.toList());
		application.migrate().autogenerate(RevisionRequest.of(""), AutogenerateRequest.DEFAULTS);
		application.migrate().upgrade("head");

		assertThat(this.database.texts(COLUMNS)).containsExactly("id", "phone_number");
	}

	@ParameterizedTest
	@EnumSource
	void oneConnectionSuffices(Product product) throws Exception {
		this.database = product.create();
		try (SingleConnectionDataSource single = new SingleConnectionDataSource(this.database.connect(), true)) {
			String before = (product == Product.POSTGRESQL)
					? "SELECT string_agg(name || '=' || setting, ';' ORDER BY name) FROM pg_settings" : "SELECT 'same'";
			String settings = JdbcClient.create(single).sql(before).query(String.class).single();
			Migrate migrate = new TestApplication(this.folder, single).model(users()).migrate();
			assertThat(migrate.autogenerate(RevisionRequest.of("Create users"), AutogenerateRequest.DEFAULTS))
				.isPresent();
			assertThat(single.getConnection().getAutoCommit()).isTrue();
			assertThat(JdbcClient.create(single).sql(before).query(String.class).single()).isEqualTo(settings);
		}
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void tooLongForAMethodOfJavaIsDivided() {
		Column[] columns = IntStream.range(0, 300)
			.mapToObj((i) -> column("a_column_with_a_name_" + i, (ColumnType) varchar(20)).notNull())
			.toArray(Column[]::new);
		Table[] tables = IntStream.range(0, 12).mapToObj((i) -> table("t" + i, columns)).toArray(Table[]::new);
		TestApplication application = application().sources(RevisionFormat.JAVA).model(tables);

		generate(application, "Create all");
		assertThat(this.database.tablesOfRevisions()).hasSize(12);
		application.migrate().downgrade("base");
		assertThat(this.database.tablesOfRevisions()).isEmpty();
	}

	private static void refused(ThrowingCallable command, String message) {
		assertThatExceptionOfType(MigrateException.class).isThrownBy(command).withMessage(message);
	}

}
