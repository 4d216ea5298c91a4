package dev.migrate.demo;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;

import dev.migrate.demo.attendance.AttendanceRecord;
import dev.migrate.demo.attendance.AttendanceSource;
import dev.migrate.demo.people.User;
import dev.migrate.demo.people.UserRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of repositories stands on the schema that the revisions make: Hibernate creates
 * nothing here, it only validates.
 */
@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=validate")
// The database that would stand in its place has no pool, and H2 2.4.240 (issue 4308)
// evaluates a check with IN in the session that created it, which must not be closed
@AutoConfigureTestDatabase(replace = Replace.NONE)
class RevisionsInJpaSliceTests {

	@Autowired
	private TestEntityManager entityManager;

	@Autowired
	private UserRepository users;

	@Test
	void theRevisionsAreApplied() {
		assertThat(this.entityManager.getEntityManager()
			.createNativeQuery("SELECT version_num FROM migrate_version", String.class)
			.getResultList()).containsExactly("c27bb433c61b");
	}

	@Test
	void entitiesAreStoredAndFoundAgain() {
		User user = this.users.save(new User("E-1", "ada@example.com", "Ada Berg", null, LocalDate.of(2026, 3, 2)));
		Instant now = Instant.parse("2026-03-02T08:00:00Z");
		Long id = this.entityManager.persistAndGetId(
				new AttendanceRecord(user, LocalDate.of(2026, 3, 2), now, AttendanceSource.TERMINAL), Long.class);
		this.entityManager.flush();
		this.entityManager.clear();
		AttendanceRecord found = this.entityManager.find(AttendanceRecord.class, id);
		assertThat(found.getCheckedInAt()).isEqualTo(now);
		assertThat(found.getUser().getFullName()).isEqualTo("Ada Berg");
	}

	@Test
	void whatRevisionsInsertedIsThere() {
		assertThat(this.entityManager.getEntityManager()
			.createQuery("select role.name from Role role", String.class)
			.getResultList()).containsExactlyInAnyOrder("EMPLOYEE", "MANAGER", "HR", "ADMIN");
	}

}
