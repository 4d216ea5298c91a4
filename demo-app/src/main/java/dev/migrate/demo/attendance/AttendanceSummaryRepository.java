package dev.migrate.demo.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface AttendanceSummaryRepository extends JpaRepository<AttendanceSummary, Long> {

	Optional<AttendanceSummary> findByUserIdAndWorkDate(Long userId, LocalDate workDate);

	List<AttendanceSummary> findByUserIdAndWorkDateBetweenOrderByWorkDate(Long userId, LocalDate from, LocalDate to);

}
