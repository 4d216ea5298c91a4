package dev.migrate.demo.shift;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migrate.demo.problem.NotFoundException;

interface ShiftPatternRepository extends JpaRepository<ShiftPattern, Long> {

	default ShiftPattern require(Long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("shift pattern", id));
	}

}
