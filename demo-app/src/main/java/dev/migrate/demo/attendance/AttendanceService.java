package dev.migrate.demo.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.audit.AuditLog;
import dev.migrate.demo.people.User;
import dev.migrate.demo.people.UserRepository;
import dev.migrate.demo.people.UserStatus;
import dev.migrate.demo.problem.ConflictException;

@Service
@Transactional
class AttendanceService {

	private final AttendanceRecordRepository records;

	private final AttendanceSummaryRepository summaries;

	private final DailySummaries dailySummaries;

	private final UserRepository users;

	private final AuditLog auditLog;

	private final Clock clock;

	AttendanceService(AttendanceRecordRepository records, AttendanceSummaryRepository summaries,
			DailySummaries dailySummaries, UserRepository users, AuditLog auditLog, Clock clock) {
		this.records = records;
		this.summaries = summaries;
		this.dailySummaries = dailySummaries;
		this.users = users;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	AttendanceView checkIn(CheckIn request) {
		User user = this.users.require(request.userId());
		if (user.getStatus() != UserStatus.ACTIVE) {
			throw new ConflictException("User %d is not active".formatted(user.getId()));
		}
		if (this.records.findByUserIdAndCheckedOutAtIsNull(user.getId()).isPresent()) {
			throw new ConflictException("User %d is checked in already".formatted(user.getId()));
		}
		AttendanceRecord attendance = this.records
			.save(new AttendanceRecord(user, LocalDate.now(this.clock), this.clock.instant(), request.source()));
		this.auditLog.record("check-in", "attendance-record", attendance.getId(), user.getFullName());
		return AttendanceView.of(attendance);
	}

	AttendanceView checkOut(CheckOut request) {
		User user = this.users.require(request.userId());
		AttendanceRecord attendance = this.records.findByUserIdAndCheckedOutAtIsNull(user.getId())
			.orElseThrow(() -> new ConflictException("User %d is not checked in".formatted(user.getId())));
		attendance.checkOut(this.clock.instant());
		this.dailySummaries.addUp(user, attendance.getWorkDate());
		this.auditLog.record("check-out", "attendance-record", attendance.getId(), user.getFullName());
		return AttendanceView.of(attendance);
	}

	@Transactional(readOnly = true)
	List<AttendanceView> records(Long userId, LocalDate from, LocalDate to) {
		return this.records.findByUserIdAndWorkDateBetweenOrderByCheckedInAt(userId, from, to)
			.stream()
			.map(AttendanceView::of)
			.toList();
	}

	@Transactional(readOnly = true)
	List<SummaryView> summaries(Long userId, LocalDate from, LocalDate to) {
		return this.summaries.findByUserIdAndWorkDateBetweenOrderByWorkDate(userId, from, to)
			.stream()
			.map(SummaryView::of)
			.toList();
	}

	record CheckIn(@NotNull Long userId, @NotNull AttendanceSource source) {
	}

	record CheckOut(@NotNull Long userId) {
	}

	record AttendanceView(Long id, Long userId, LocalDate workDate, Instant checkedInAt, @Nullable Instant checkedOutAt,
			AttendanceSource source) {

		static AttendanceView of(AttendanceRecord attendance) {
			return new AttendanceView(attendance.getId(), attendance.getUser().getId(), attendance.getWorkDate(),
					attendance.getCheckedInAt(), attendance.getCheckedOutAt(), attendance.getSource());
		}

	}

	record SummaryView(LocalDate workDate, AttendanceStatus status, int plannedMinutes, int workedMinutes) {

		static SummaryView of(AttendanceSummary summary) {
			return new SummaryView(summary.getWorkDate(), summary.getStatus(), summary.getPlannedMinutes(),
					summary.getWorkedMinutes());
		}

	}

}
