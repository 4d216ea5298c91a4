package dev.migrate.demo.attendance;

import java.time.Instant;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;
import dev.migrate.demo.people.User;

/**
 * A request to set the times of an attendance record right.
 */
@Entity
@Table(name = "time_corrections",
		indexes = @Index(name = "ix_time_corrections_attendance_record_id", columnList = "attendance_record_id"),
		check = @CheckConstraint(name = "ck_time_corrections_times", constraint = "checked_out_at > checked_in_at"))
public class TimeCorrection extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "attendance_record_id", foreignKey = @ForeignKey(name = "fk_time_corrections_attendance_record"))
	private AttendanceRecord attendanceRecord;

	@NotNull
	private Instant checkedInAt;

	@NotNull
	private Instant checkedOutAt;

	@NotNull
	@Size(max = 500)
	private String reason;

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private ReviewStatus status = ReviewStatus.PENDING;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "reviewer_id", foreignKey = @ForeignKey(name = "fk_time_corrections_reviewer"))
	private @Nullable User reviewer;

	@CreationTimestamp
	@Column(nullable = false, updatable = false)
	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected TimeCorrection() {
	}

	@SuppressWarnings("NullAway.Init")
	public TimeCorrection(AttendanceRecord attendanceRecord, Instant checkedInAt, Instant checkedOutAt, String reason) {
		this.attendanceRecord = attendanceRecord;
		this.checkedInAt = checkedInAt;
		this.checkedOutAt = checkedOutAt;
		this.reason = reason;
	}

	public AttendanceRecord getAttendanceRecord() {
		return this.attendanceRecord;
	}

	public Instant getCheckedInAt() {
		return this.checkedInAt;
	}

	public Instant getCheckedOutAt() {
		return this.checkedOutAt;
	}

	public String getReason() {
		return this.reason;
	}

	public ReviewStatus getStatus() {
		return this.status;
	}

	public @Nullable User getReviewer() {
		return this.reviewer;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	void review(ReviewStatus status, User reviewer) {
		this.status = status;
		this.reviewer = reviewer;
	}

}
