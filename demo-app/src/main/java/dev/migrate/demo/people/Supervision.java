package dev.migrate.demo.people;

import java.time.LocalDate;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;

/**
 * That an employee reports to a manager, from a day on.
 */
@Entity
@Table(name = "employee_hierarchy",
		uniqueConstraints = @UniqueConstraint(name = "uk_employee_hierarchy_employee_valid_from",
				columnNames = { "employee_id", "valid_from" }),
		indexes = @Index(name = "ix_employee_hierarchy_manager_id", columnList = "manager_id"),
		check = @CheckConstraint(name = "ck_employee_hierarchy_not_self", constraint = "employee_id <> manager_id"))
public class Supervision extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "employee_id", foreignKey = @ForeignKey(name = "fk_employee_hierarchy_employee"))
	private User employee;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "manager_id", foreignKey = @ForeignKey(name = "fk_employee_hierarchy_manager"))
	private User manager;

	@NotNull
	private LocalDate validFrom;

	private @Nullable LocalDate validTo;

	@SuppressWarnings("NullAway.Init")
	protected Supervision() {
	}

	public Supervision(User employee, User manager, LocalDate validFrom) {
		this.employee = employee;
		this.manager = manager;
		this.validFrom = validFrom;
	}

	public User getEmployee() {
		return this.employee;
	}

	public User getManager() {
		return this.manager;
	}

	/**
	 * Give the employee another manager from now on.
	 * @param manager the new manager
	 */
	void handOverTo(User manager) {
		this.manager = manager;
	}

	public LocalDate getValidFrom() {
		return this.validFrom;
	}

	public @Nullable LocalDate getValidTo() {
		return this.validTo;
	}

	/**
	 * Let it end.
	 * @param lastDay the last day
	 */
	void endOn(LocalDate lastDay) {
		this.validTo = lastDay;
	}

}
