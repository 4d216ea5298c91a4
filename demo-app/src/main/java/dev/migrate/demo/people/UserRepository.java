package dev.migrate.demo.people;

import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

import dev.migrate.demo.problem.NotFoundException;

/**
 * The users.
 */
public interface UserRepository extends JpaRepository<User, Long> {

	/**
	 * All users with their roles.
	 * @return the users, by name
	 */
	@EntityGraph(attributePaths = "roles")
	List<User> findByOrderByFullName();

	/**
	 * A user that must exist.
	 * @param id the key
	 * @return the user
	 * @throws NotFoundException if there is none
	 */
	default User require(Long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("user", id));
	}

}
