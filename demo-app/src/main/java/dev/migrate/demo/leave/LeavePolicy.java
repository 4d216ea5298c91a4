package dev.migrate.demo.leave;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import dev.migrate.demo.BaseEntity;

/**
 * How much leave of a type there is, and whether it must be approved.
 */
@Entity
@Table(name = "leave_policies",
		uniqueConstraints = @UniqueConstraint(name = "uk_leave_policies_leave_type", columnNames = "leave_type"))
public class LeavePolicy extends BaseEntity {

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private LeaveType leaveType;

	@NotNull
	@Size(max = 100)
	private String name;

	@NotNull
	@Column(precision = 10, scale = 2)
	private BigDecimal daysPerYear;

	@ColumnDefault("true")
	@Column(nullable = false)
	private boolean approvalRequired;

	@SuppressWarnings("NullAway.Init")
	protected LeavePolicy() {
	}

	public LeaveType getLeaveType() {
		return this.leaveType;
	}

	public String getName() {
		return this.name;
	}

	public BigDecimal getDaysPerYear() {
		return this.daysPerYear;
	}

	public boolean isApprovalRequired() {
		return this.approvalRequired;
	}

}
