package dev.migrate.demo.shift;

import java.time.Duration;
import java.time.LocalDate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.holiday.WorkCalendar;

/**
 * Knows how long an employee should work on a day.
 */
@Component
public class ShiftPlan {

	private static final Duration WITHOUT_SHIFT = Duration.ofHours(8);

	private final ShiftAssignmentRepository assignments;

	private final WorkCalendar calendar;

	ShiftPlan(ShiftAssignmentRepository assignments, WorkCalendar calendar) {
		this.assignments = assignments;
		this.calendar = calendar;
	}

	/**
	 * How long an employee should work.
	 * @param userId the employee
	 * @param day the day
	 * @return the working time, zero on a free day
	 */
	@Transactional(readOnly = true)
	public Duration workingTime(Long userId, LocalDate day) {
		if (!this.calendar.isWorkingDay(day)) {
			return Duration.ZERO;
		}
		return this.assignments.findNewestFirst(userId, day)
			.stream()
			.findFirst()
			.map((assignment) -> assignment.getShiftPattern().workingTime())
			.orElse(WITHOUT_SHIFT);
	}

}
