package dev.migrate.demo.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migrate.demo.problem.NotFoundException;

interface AttendanceRecordRepository extends JpaRepository<AttendanceRecord, Long> {

	Optional<AttendanceRecord> findByUserIdAndCheckedOutAtIsNull(Long userId);

	List<AttendanceRecord> findByUserIdAndWorkDateBetweenOrderByCheckedInAt(Long userId, LocalDate from, LocalDate to);

	default AttendanceRecord require(Long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("attendance record", id));
	}

}
