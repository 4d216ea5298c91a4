package dev.migrate.demo.leave;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

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
 * A request for leave from one day to another, both included.
 */
@Entity
@Table(name = "leave_requests",
		indexes = { @Index(name = "ix_leave_requests_user_id_start_date", columnList = "user_id, start_date"),
				@Index(name = "ix_leave_requests_status", columnList = "status") },
		check = @CheckConstraint(name = "ck_leave_requests_dates", constraint = "end_date >= start_date"))
public class LeaveRequest extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_leave_requests_user"))
	private User user;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "leave_policy_id", foreignKey = @ForeignKey(name = "fk_leave_requests_leave_policy"))
	private LeavePolicy leavePolicy;

	@NotNull
	private LocalDate startDate;

	@NotNull
	private LocalDate endDate;

	@NotNull
	@Column(precision = 10, scale = 2)
	private BigDecimal days;

	@Size(max = 500)
	private @Nullable String reason;

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private LeaveStatus status = LeaveStatus.PENDING;

	@CreationTimestamp
	@Column(nullable = false, updatable = false)
	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected LeaveRequest() {
	}

	@SuppressWarnings("NullAway.Init")
	public LeaveRequest(User user, LeavePolicy leavePolicy, LocalDate startDate, LocalDate endDate, BigDecimal days,
			@Nullable String reason) {
		this.user = user;
		this.leavePolicy = leavePolicy;
		this.startDate = startDate;
		this.endDate = endDate;
		this.days = days;
		this.reason = reason;
	}

	public User getUser() {
		return this.user;
	}

	public LeavePolicy getLeavePolicy() {
		return this.leavePolicy;
	}

	public LocalDate getStartDate() {
		return this.startDate;
	}

	public LocalDate getEndDate() {
		return this.endDate;
	}

	public BigDecimal getDays() {
		return this.days;
	}

	public @Nullable String getReason() {
		return this.reason;
	}

	public LeaveStatus getStatus() {
		return this.status;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	void decide(LeaveStatus status) {
		this.status = status;
	}

}
