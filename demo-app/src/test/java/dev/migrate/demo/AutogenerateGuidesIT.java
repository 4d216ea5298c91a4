package dev.migrate.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines of the guides that write revisions from the entities, through the packaged
 * demo.
 */
class AutogenerateGuidesIT extends AbstractGuidesTests {

	private static final List<String> SEQUENCE = List.of("--migrate.revision.id-style=sequence");

	private static final String NO_DIFFERENCE = "No new upgrade operations detected.\n";

	private static final String ADDITION = """
			ALTER TABLE users ADD COLUMN phone_number varchar(20);
			CREATE INDEX ix_users_phone_number ON users (phone_number);
			""";

	@Test
	void revisionsAreGeneratedFromTheEntities() throws Exception {
		Path initial = written(succeed(SEQUENCE, "revision", "--autogenerate", "-m", "Initial migration"));
		assertThat(initial).isEqualTo(this.versions.resolve("001_initial_migration.sql"))
			.content()
			.contains("\nCREATE TABLE users (\n", "\nCREATE TABLE leave_requests (\n", "\nDROP TABLE users;\n");
		succeed("upgrade", "head");
		assertThat(version()).containsExactly("001");
		assertThat(succeed("check")).isEqualTo(NO_DIFFERENCE);
		dropPhoneNumber();

		Result check = run("check");
		assertThat(check.code()).isEqualTo(1);
		assertThat(check.out()).isEqualTo("""
				Added column 'users.phone_number'
				Added index 'ix_users_phone_number' on 'users(phone_number)'
				""");
		assertThat(succeed("revision", "--autogenerate", "-m", "Test", "--sql")).isEqualTo(ADDITION);
		assertThat(files()).containsExactly(initial);

		Path named = written(succeed(SEQUENCE, "generate", "Add phone number"));
		assertThat(named).isEqualTo(this.versions.resolve("002_add_phone_number.sql"))
			.content()
			.contains("-- down_revision: 001\n", "-- migrate:upgrade\n" + ADDITION);
		succeed("upgrade");
		assertThat(version()).containsExactly("002");
		assertThat(succeed("check")).isEqualTo(NO_DIFFERENCE);
		Result unchanged = run("generate");
		assertThat(unchanged.code()).isZero();
		assertThat(unchanged.out()).isEmpty();
		assertThat(unchanged.err()).contains("No changes detected");

		succeed("downgrade");
		Files.delete(named);
		assertThat(written(succeed(SEQUENCE, "generate"))).hasFileName("002_add_phone_number_to_users_and_1_more.sql");
	}

	@Test
	void createWritesTheFirstRevisionAndTheNextOnes() throws Exception {
		Path initial = written(succeed(SEQUENCE, "create", "--initial"));
		Path manual = written(succeed(SEQUENCE, "revision", "-m", "Manual migration"));
		assertThat(List.of(initial, manual)).containsExactly(this.versions.resolve("001_initial_migration.sql"),
				this.versions.resolve("002_manual_migration.sql"));
		assertThat(manual).content()
			.contains("-- revision: 002\n", "-- down_revision: 001\n")
			.doesNotContain("CREATE", "ALTER");

		Result again = run("create", "--initial");
		assertThat(again.failure())
			.isEqualTo("migrate: There are revisions already, up to 002; leave out --initial to write the next one");
		Result silent = run("create");
		assertThat(silent.code()).isEqualTo(2);
		assertThat(silent.out()).isEmpty();
		assertThat(silent.err()).contains("no terminal to ask", "--message");

		succeed("upgrade", "head");
		dropPhoneNumber();
		Path created = written(succeed(SEQUENCE, "create", "--message", "Add phone number"));
		assertThat(created).isEqualTo(this.versions.resolve("003_add_phone_number.sql")).content().contains(ADDITION);
		succeed("upgrade", "head");
		assertThat(version()).containsExactly("003");
		assertThat(tables()).contains("USERS");
	}

	@Test
	void baselineTakesOverWhatHibernateCreated() throws Exception {
		startApplication(Map.of("MIGRATE_ENABLED", "false"), "--spring.jpa.hibernate.ddl-auto=update");
		assertThat(tables()).contains("USERS").doesNotContain("MIGRATE_VERSION");
		this.database.jdbc().sql("INSERT INTO roles (name) VALUES ('PILOT')").update();

		Path baseline = written(succeed(SEQUENCE, "baseline", "-m", "Baseline"));

		assertThat(baseline).isEqualTo(this.versions.resolve("001_baseline.sql"))
			.content()
			.contains("\nCREATE TABLE users (\n");
		assertThat(version()).containsExactly("001");
		assertThat(succeed("check")).isEqualTo(NO_DIFFERENCE);
		assertThat(run("baseline").failure()).startsWith("migrate: There are revisions already, up to 001; ");
		assertThat(this.database.texts("SELECT name FROM roles")).contains("PILOT");
	}

	@ParameterizedTest
	@CsvSource({ "jdbc:h2:file:, db, db.mv.db", "jdbc:sqlite:, attendance.db, attendance.db" })
	void resetDeletesRevisionsAndFileAndGeneratesAnew(String scheme, String name, String file) throws Exception {
		this.database = new TestDatabase(scheme + this.folder.resolve(name), "sa", "");
		List<String> settings = new ArrayList<>(SEQUENCE);
		settings.add("--spring.profiles.active=" + (scheme.contains("sqlite") ? "sqlite" : "default"));
		Path initial = written(succeed(settings, "revision", "--autogenerate", "-m", "Initial migration"));
		succeed(settings, "upgrade");
		this.database.jdbc().sql("CREATE TABLE leftover (id int)").update();

		Files.delete(initial);
		Files.delete(this.folder.resolve(file));
		Path anew = written(succeed(settings, "revision", "--autogenerate", "-m", "Begin anew"));
		succeed(settings, "upgrade");

		assertThat(anew).hasFileName("001_begin_anew.sql");
		assertThat(version()).containsExactly("001");
		assertThat(succeed(settings, "check")).isEqualTo(NO_DIFFERENCE);
		assertThat(this.database.tablesOfRevisions()).contains("users").doesNotContain("leftover");
	}

	/** As the database was before the entity had it. */
	private void dropPhoneNumber() {
		this.database.jdbc().sql("DROP INDEX ix_users_phone_number").update();
		this.database.jdbc().sql("ALTER TABLE users DROP COLUMN phone_number").update();
	}

}
