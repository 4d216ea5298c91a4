package dev.migrate.demo;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.migrate.command.Migrate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The revisions back and forth on SQLite, with data: those that change columns make their
 * tables anew.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("sqlite")
class SqliteRevisionsTests {

	@TempDir
	private static Path folder;

	@Autowired
	private Migrate migrate;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> "jdbc:sqlite:" + folder.resolve("attendance.db"));
	}

	@Test
	void downgradeAndUpgradeGiveBackTheSchemaAndKeepWhatIsThere() {
		this.jdbc
			.sql("INSERT INTO users (id, employee_number, email, full_name, status, hired_on, created_at)"
					+ " VALUES (7, 'E-1', 'ada@example.com', 'Ada Maria Berg', 'ACTIVE', '2024-07-01', '2024-07-01')")
			.update();
		this.jdbc.sql("INSERT INTO user_roles (user_id, role_id) SELECT 7, id FROM roles WHERE name = 'HR'").update();
		List<String> schema = schema();

		this.migrate.downgrade("b803a8b61f66");

		assertThat(texts("SELECT first_name || '|' || last_name FROM users")).containsExactly("Ada Maria|Berg");
		assertThat(texts("SELECT user_id FROM user_roles")).containsExactly("7");
		this.migrate.upgrade("head");
		assertThat(texts("SELECT full_name FROM users WHERE id = 7")).containsExactly("Ada Maria Berg");
		assertThat(texts("SELECT user_id FROM user_roles")).containsExactly("7");
		assertThat(texts("PRAGMA foreign_keys")).containsExactly("1");
		assertThat(schema()).isEqualTo(schema);

		this.migrate.downgrade("base");
		assertThat(texts("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"))
			.containsExactly("migrate_history", "migrate_version");
		this.migrate.upgrade("head");
		assertThat(schema()).containsExactlyInAnyOrderElementsOf(schema);
	}

	private List<String> schema() {
		return texts(
				"SELECT t.name || ' ' || group_concat(c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk)"
						+ " FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' GROUP BY t.name ORDER BY 1");
	}

	private List<String> texts(String sql) {
		return this.jdbc.sql(sql).query(String.class).list();
	}

}
