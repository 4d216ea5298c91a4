package dev.migrate.demo.people;

import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface UserDepartmentRepository extends JpaRepository<UserDepartment, Long> {

	@EntityGraph(attributePaths = "user")
	List<UserDepartment> findByDepartmentIdOrderByMemberSince(Long departmentId);

	boolean existsByUserIdAndPrimaryDepartmentTrue(Long userId);

}
