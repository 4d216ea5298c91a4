package dev.migrate.demo.attendance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.people.User;
import dev.migrate.demo.shift.ShiftPlan;

/**
 * Keeps the summaries of days and the overtime that follows from them up to date.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DailySummaries {

	private static final BigDecimal PAY_FACTOR = new BigDecimal("1.50");

	private static final BigDecimal PAY_FACTOR_ON_FREE_DAYS = new BigDecimal("2.00");

	private final AttendanceRecordRepository records;

	private final AttendanceSummaryRepository summaries;

	private final OvertimeRecordRepository overtime;

	private final ShiftPlan shiftPlan;

	DailySummaries(AttendanceRecordRepository records, AttendanceSummaryRepository summaries,
			OvertimeRecordRepository overtime, ShiftPlan shiftPlan) {
		this.records = records;
		this.summaries = summaries;
		this.overtime = overtime;
		this.shiftPlan = shiftPlan;
	}

	/**
	 * Note that an employee is on leave.
	 * @param user the employee
	 * @param days the days
	 */
	public void onLeave(User user, List<LocalDate> days) {
		days.forEach((day) -> summary(user, day, AttendanceStatus.ON_LEAVE).onLeave());
	}

	/**
	 * Add up a day again.
	 * @param user the employee
	 * @param day the day
	 */
	void addUp(User user, LocalDate day) {
		Duration planned = this.shiftPlan.workingTime(user.getId(), day);
		Duration worked = this.records.findByUserIdAndWorkDateBetweenOrderByCheckedInAt(user.getId(), day, day)
			.stream()
			.map(AttendanceRecord::duration)
			.reduce(Duration.ZERO, Duration::plus);
		summary(user, day, AttendanceStatus.PARTIAL).addUp((int) planned.toMinutes(), (int) worked.toMinutes());
		noteOvertime(user, day, (int) worked.minus(planned).toMinutes(),
				planned.isZero() ? PAY_FACTOR_ON_FREE_DAYS : PAY_FACTOR);
	}

	private AttendanceSummary summary(User user, LocalDate day, AttendanceStatus status) {
		return this.summaries.findByUserIdAndWorkDate(user.getId(), day)
			.orElseGet(() -> this.summaries.save(new AttendanceSummary(user, day, status)));
	}

	private void noteOvertime(User user, LocalDate day, int minutes, BigDecimal payFactor) {
		OvertimeRecord known = this.overtime.findByUserIdAndWorkDate(user.getId(), day).orElse(null);
		if (known == null && minutes > 0) {
			this.overtime.save(new OvertimeRecord(user, day, minutes, payFactor));
		}
		else if (known != null && minutes > 0) {
			known.change(minutes, payFactor);
		}
		else if (known != null) {
			this.overtime.delete(known);
		}
	}

}
