package dev.migrate.demo.holiday;

import java.time.LocalDate;
import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

import dev.migrate.demo.problem.NotFoundException;

interface HolidayRepository extends JpaRepository<Holiday, Long> {

	List<Holiday> findByHolidayDateBetweenOrderByHolidayDate(LocalDate from, LocalDate to);

	default Holiday require(Long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("holiday", id));
	}

}
