package dev.migrate.demo.attendance;

import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

import dev.migrate.demo.problem.NotFoundException;

interface TimeCorrectionRepository extends JpaRepository<TimeCorrection, Long> {

	@EntityGraph(attributePaths = "attendanceRecord")
	List<TimeCorrection> findByStatusOrderByCreatedAt(ReviewStatus status);

	default TimeCorrection require(Long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("time correction", id));
	}

}
