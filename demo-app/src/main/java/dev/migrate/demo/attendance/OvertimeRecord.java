package dev.migrate.demo.attendance;

import java.math.BigDecimal;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;
import dev.migrate.demo.people.User;

/**
 * Time that an employee worked beyond what was planned for the day.
 */
@Entity
@Table(name = "overtime_records", uniqueConstraints = @UniqueConstraint(name = "uk_overtime_records_user_work_date",
		columnNames = { "user_id", "work_date" }))
public class OvertimeRecord extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_overtime_records_user"))
	private User user;

	@NotNull
	private LocalDate workDate;

	@Positive
	private int minutes;

	@NotNull
	@ColumnDefault("1.50")
	@Column(precision = 4, scale = 2)
	private BigDecimal payFactor;

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private ReviewStatus status = ReviewStatus.PENDING;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "reviewer_id", foreignKey = @ForeignKey(name = "fk_overtime_records_reviewer"))
	private @Nullable User reviewer;

	@SuppressWarnings("NullAway.Init")
	protected OvertimeRecord() {
	}

	public OvertimeRecord(User user, LocalDate workDate, int minutes, BigDecimal payFactor) {
		this.user = user;
		this.workDate = workDate;
		this.minutes = minutes;
		this.payFactor = payFactor;
	}

	public User getUser() {
		return this.user;
	}

	public LocalDate getWorkDate() {
		return this.workDate;
	}

	public int getMinutes() {
		return this.minutes;
	}

	public BigDecimal getPayFactor() {
		return this.payFactor;
	}

	public ReviewStatus getStatus() {
		return this.status;
	}

	public @Nullable User getReviewer() {
		return this.reviewer;
	}

	/**
	 * Change how long it was, which must be reviewed again.
	 * @param minutes the minutes
	 * @param payFactor how many times the usual pay they are worth
	 */
	void change(int minutes, BigDecimal payFactor) {
		this.minutes = minutes;
		this.payFactor = payFactor;
		this.status = ReviewStatus.PENDING;
		this.reviewer = null;
	}

	void review(ReviewStatus status, User reviewer) {
		this.status = status;
		this.reviewer = reviewer;
	}

}
