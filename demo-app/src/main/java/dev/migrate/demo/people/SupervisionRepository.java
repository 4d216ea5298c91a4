package dev.migrate.demo.people;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface SupervisionRepository extends JpaRepository<Supervision, Long> {

	@EntityGraph(attributePaths = "manager")
	Optional<Supervision> findByEmployeeIdAndValidToIsNull(Long employeeId);

	@EntityGraph(attributePaths = "employee")
	List<Supervision> findByManagerIdAndValidToIsNullOrderByEmployeeFullName(Long managerId);

}
