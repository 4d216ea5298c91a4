package dev.migrate.demo.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;
import dev.migrate.demo.people.User;

/**
 * One stay at work, from check-in to check-out.
 */
@Entity
@Table(name = "attendance_records",
		indexes = @Index(name = "ix_attendance_records_user_id_work_date", columnList = "user_id, work_date"))
public class AttendanceRecord extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_attendance_records_user"))
	private User user;

	@NotNull
	private LocalDate workDate;

	@NotNull
	private Instant checkedInAt;

	private @Nullable Instant checkedOutAt;

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private AttendanceSource source;

	@SuppressWarnings("NullAway.Init")
	protected AttendanceRecord() {
	}

	public AttendanceRecord(User user, LocalDate workDate, Instant checkedInAt, AttendanceSource source) {
		this.user = user;
		this.workDate = workDate;
		this.checkedInAt = checkedInAt;
		this.source = source;
	}

	public User getUser() {
		return this.user;
	}

	public LocalDate getWorkDate() {
		return this.workDate;
	}

	public Instant getCheckedInAt() {
		return this.checkedInAt;
	}

	public @Nullable Instant getCheckedOutAt() {
		return this.checkedOutAt;
	}

	public AttendanceSource getSource() {
		return this.source;
	}

	void checkOut(Instant at) {
		this.checkedOutAt = at;
	}

	void correct(Instant checkedInAt, Instant checkedOutAt) {
		this.checkedInAt = checkedInAt;
		this.checkedOutAt = checkedOutAt;
		this.source = AttendanceSource.CORRECTION;
	}

	/**
	 * How long it lasted.
	 * @return the duration, zero while it lasts
	 */
	Duration duration() {
		return (this.checkedOutAt != null) ? Duration.between(this.checkedInAt, this.checkedOutAt) : Duration.ZERO;
	}

}
