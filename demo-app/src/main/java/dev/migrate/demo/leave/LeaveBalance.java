package dev.migrate.demo.leave;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotNull;
import org.hibernate.annotations.ColumnDefault;

import dev.migrate.demo.BaseEntity;
import dev.migrate.demo.people.User;

/**
 * How much leave an employee has in a year and how much of it is used.
 */
@Entity
@Table(name = "leave_balances", uniqueConstraints = @UniqueConstraint(name = "uk_leave_balances_user_policy_year",
		columnNames = { "user_id", "leave_policy_id", "balance_year" }))
public class LeaveBalance extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_leave_balances_user"))
	private User user;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "leave_policy_id", foreignKey = @ForeignKey(name = "fk_leave_balances_leave_policy"))
	private LeavePolicy leavePolicy;

	private int balanceYear;

	@NotNull
	@Column(precision = 10, scale = 2)
	private BigDecimal entitledDays;

	@NotNull
	@ColumnDefault("0")
	@Column(precision = 10, scale = 2)
	private BigDecimal usedDays = BigDecimal.ZERO;

	@Version
	@ColumnDefault("0")
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected LeaveBalance() {
	}

	public LeaveBalance(User user, LeavePolicy leavePolicy, int balanceYear) {
		this.user = user;
		this.leavePolicy = leavePolicy;
		this.balanceYear = balanceYear;
		this.entitledDays = leavePolicy.getDaysPerYear();
	}

	public User getUser() {
		return this.user;
	}

	public LeavePolicy getLeavePolicy() {
		return this.leavePolicy;
	}

	public int getBalanceYear() {
		return this.balanceYear;
	}

	public BigDecimal getEntitledDays() {
		return this.entitledDays;
	}

	public BigDecimal getUsedDays() {
		return this.usedDays;
	}

	public BigDecimal getRemainingDays() {
		return this.entitledDays.subtract(this.usedDays);
	}

	void use(BigDecimal days) {
		this.usedDays = this.usedDays.add(days);
	}

}
