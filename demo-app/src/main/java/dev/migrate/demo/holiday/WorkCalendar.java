package dev.migrate.demo.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows on which days people work: from Monday to Friday, unless it is a holiday.
 */
@Component
public class WorkCalendar {

	private final HolidayRepository holidays;

	WorkCalendar(HolidayRepository holidays) {
		this.holidays = holidays;
	}

	/**
	 * Whether people work on a day.
	 * @param day the day
	 * @return whether it is a working day
	 */
	public boolean isWorkingDay(LocalDate day) {
		return !workingDays(day, day).isEmpty();
	}

	/**
	 * The days of a period on which people work.
	 * @param first the first day of the period
	 * @param last its last day
	 * @return the working days, in order
	 */
	@Transactional(readOnly = true)
	public List<LocalDate> workingDays(LocalDate first, LocalDate last) {
		Set<LocalDate> free = this.holidays.findByHolidayDateBetweenOrderByHolidayDate(first, last)
			.stream()
			.map(Holiday::getHolidayDate)
			.collect(Collectors.toSet());
		return first.datesUntil(last.plusDays(1)).filter((day) -> !isWeekend(day) && !free.contains(day)).toList();
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

}
