package dev.migrate.demo.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migrate.demo.problem.NotFoundException;

interface OvertimeRecordRepository extends JpaRepository<OvertimeRecord, Long> {

	Optional<OvertimeRecord> findByUserIdAndWorkDate(Long userId, LocalDate workDate);

	List<OvertimeRecord> findByUserIdOrderByWorkDate(Long userId);

	default OvertimeRecord require(Long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("overtime record", id));
	}

}
