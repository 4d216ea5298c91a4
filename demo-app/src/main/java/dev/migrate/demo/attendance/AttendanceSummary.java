package dev.migrate.demo.attendance;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;

import dev.migrate.demo.BaseEntity;
import dev.migrate.demo.people.User;

/**
 * What an employee's day adds up to.
 */
@Entity
@Table(name = "attendance_summary", uniqueConstraints = @UniqueConstraint(name = "uk_attendance_summary_user_work_date",
		columnNames = { "user_id", "work_date" }))
public class AttendanceSummary extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_attendance_summary_user"))
	private User user;

	@NotNull
	private LocalDate workDate;

	@Min(0)
	private int plannedMinutes;

	@Min(0)
	private int workedMinutes;

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private AttendanceStatus status;

	@UpdateTimestamp
	@Column(nullable = false)
	private Instant updatedAt;

	@SuppressWarnings("NullAway.Init")
	protected AttendanceSummary() {
	}

	@SuppressWarnings("NullAway.Init")
	public AttendanceSummary(User user, LocalDate workDate, AttendanceStatus status) {
		this.user = user;
		this.workDate = workDate;
		this.status = status;
	}

	public User getUser() {
		return this.user;
	}

	public LocalDate getWorkDate() {
		return this.workDate;
	}

	public int getPlannedMinutes() {
		return this.plannedMinutes;
	}

	public int getWorkedMinutes() {
		return this.workedMinutes;
	}

	public AttendanceStatus getStatus() {
		return this.status;
	}

	public Instant getUpdatedAt() {
		return this.updatedAt;
	}

	void addUp(int plannedMinutes, int workedMinutes) {
		this.plannedMinutes = plannedMinutes;
		this.workedMinutes = workedMinutes;
		this.status = (workedMinutes < plannedMinutes) ? AttendanceStatus.PARTIAL : AttendanceStatus.PRESENT;
	}

	void onLeave() {
		this.plannedMinutes = 0;
		this.status = AttendanceStatus.ON_LEAVE;
	}

}
