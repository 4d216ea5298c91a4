package dev.migrate.demo.attendance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.audit.AuditLog;
import dev.migrate.demo.people.User;
import dev.migrate.demo.people.UserRepository;
import dev.migrate.demo.problem.ConflictException;

/**
 * What somebody else must look at: corrections of times, and overtime.
 */
@Service
@Transactional
class ReviewService {

	private final TimeCorrectionRepository corrections;

	private final OvertimeRecordRepository overtime;

	private final AttendanceRecordRepository records;

	private final DailySummaries dailySummaries;

	private final UserRepository users;

	private final AuditLog auditLog;

	ReviewService(TimeCorrectionRepository corrections, OvertimeRecordRepository overtime,
			AttendanceRecordRepository records, DailySummaries dailySummaries, UserRepository users,
			AuditLog auditLog) {
		this.corrections = corrections;
		this.overtime = overtime;
		this.records = records;
		this.dailySummaries = dailySummaries;
		this.users = users;
		this.auditLog = auditLog;
	}

	CorrectionView requestCorrection(NewCorrection request) {
		if (!request.checkedOutAt().isAfter(request.checkedInAt())) {
			throw new ConflictException("The check-out must be after the check-in");
		}
		TimeCorrection correction = this.corrections
			.save(new TimeCorrection(this.records.require(request.attendanceRecordId()), request.checkedInAt(),
					request.checkedOutAt(), request.reason()));
		this.auditLog.record("create", "time-correction", correction.getId(), correction.getReason());
		return CorrectionView.of(correction);
	}

	@Transactional(readOnly = true)
	List<CorrectionView> corrections(ReviewStatus status) {
		return this.corrections.findByStatusOrderByCreatedAt(status).stream().map(CorrectionView::of).toList();
	}

	CorrectionView reviewCorrection(Long id, Review review) {
		TimeCorrection correction = this.corrections.require(id);
		AttendanceRecord attendance = correction.getAttendanceRecord();
		correction.review(review.status(),
				requireReviewer(review.reviewerId(), attendance.getUser(), correction.getStatus()));
		if (correction.getStatus() == ReviewStatus.APPROVED) {
			attendance.correct(correction.getCheckedInAt(), correction.getCheckedOutAt());
			this.dailySummaries.addUp(attendance.getUser(), attendance.getWorkDate());
		}
		this.auditLog.record("review", "time-correction", id, review.status().name());
		return CorrectionView.of(correction);
	}

	@Transactional(readOnly = true)
	List<OvertimeView> overtime(Long userId) {
		return this.overtime.findByUserIdOrderByWorkDate(userId).stream().map(OvertimeView::of).toList();
	}

	OvertimeView reviewOvertime(Long id, Review review) {
		OvertimeRecord overtimeRecord = this.overtime.require(id);
		overtimeRecord.review(review.status(),
				requireReviewer(review.reviewerId(), overtimeRecord.getUser(), overtimeRecord.getStatus()));
		this.auditLog.record("review", "overtime-record", id, review.status().name());
		return OvertimeView.of(overtimeRecord);
	}

	private User requireReviewer(Long reviewerId, User concerned, ReviewStatus status) {
		if (status != ReviewStatus.PENDING) {
			throw new ConflictException("It has been reviewed already");
		}
		if (reviewerId.equals(concerned.getId())) {
			throw new ConflictException("Nobody reviews what concerns themselves");
		}
		return this.users.require(reviewerId);
	}

	record NewCorrection(@NotNull Long attendanceRecordId, @NotNull Instant checkedInAt, @NotNull Instant checkedOutAt,
			@NotBlank @Size(max = 500) String reason) {
	}

	record Review(@NotNull Long reviewerId, @NotNull ReviewStatus status) {
	}

	record CorrectionView(Long id, Long attendanceRecordId, Instant checkedInAt, Instant checkedOutAt, String reason,
			ReviewStatus status, @Nullable Long reviewerId) {

		static CorrectionView of(TimeCorrection correction) {
			User reviewer = correction.getReviewer();
			return new CorrectionView(correction.getId(), correction.getAttendanceRecord().getId(),
					correction.getCheckedInAt(), correction.getCheckedOutAt(), correction.getReason(),
					correction.getStatus(), (reviewer != null) ? reviewer.getId() : null);
		}

	}

	record OvertimeView(Long id, LocalDate workDate, int minutes, BigDecimal payFactor, ReviewStatus status,
			@Nullable Long reviewerId) {

		static OvertimeView of(OvertimeRecord overtime) {
			User reviewer = overtime.getReviewer();
			return new OvertimeView(overtime.getId(), overtime.getWorkDate(), overtime.getMinutes(),
					overtime.getPayFactor(), overtime.getStatus(), (reviewer != null) ? reviewer.getId() : null);
		}

	}

}
