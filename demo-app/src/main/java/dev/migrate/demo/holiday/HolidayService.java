package dev.migrate.demo.holiday;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.audit.AuditLog;

@Service
@Transactional
class HolidayService {

	private final HolidayRepository holidays;

	private final AuditLog auditLog;

	HolidayService(HolidayRepository holidays, AuditLog auditLog) {
		this.holidays = holidays;
		this.auditLog = auditLog;
	}

	@Transactional(readOnly = true)
	List<HolidayView> list(Year year) {
		return this.holidays.findByHolidayDateBetweenOrderByHolidayDate(year.atDay(1), year.atDay(year.length()))
			.stream()
			.map(HolidayView::of)
			.toList();
	}

	HolidayView create(NewHoliday request) {
		Holiday holiday = this.holidays.save(new Holiday(request.date(), request.name()));
		this.auditLog.record("create", "holiday", holiday.getId(), holiday.getName());
		return HolidayView.of(holiday);
	}

	void delete(Long id) {
		Holiday holiday = this.holidays.require(id);
		this.holidays.delete(holiday);
		this.auditLog.record("delete", "holiday", id, holiday.getName());
	}

	record NewHoliday(@NotNull LocalDate date, @NotBlank @Size(max = 100) String name) {
	}

	record HolidayView(Long id, LocalDate date, String name) {

		static HolidayView of(Holiday holiday) {
			return new HolidayView(holiday.getId(), holiday.getHolidayDate(), holiday.getName());
		}

	}

}
