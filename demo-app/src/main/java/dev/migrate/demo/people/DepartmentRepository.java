package dev.migrate.demo.people;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migrate.demo.problem.NotFoundException;

interface DepartmentRepository extends JpaRepository<Department, Long> {

	default Department require(Long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("department", id));
	}

}
