package dev.migrate.demo.people;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotNull;
import org.hibernate.annotations.ColumnDefault;

import dev.migrate.demo.BaseEntity;

/**
 * That a user belongs to a department.
 */
@Entity
@Table(name = "user_departments",
		uniqueConstraints = @UniqueConstraint(name = "uk_user_departments_user_department",
				columnNames = { "user_id", "department_id" }),
		indexes = @Index(name = "ix_user_departments_department_id", columnList = "department_id"))
public class UserDepartment extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_user_departments_user"))
	private User user;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "department_id", foreignKey = @ForeignKey(name = "fk_user_departments_department"))
	private Department department;

	@ColumnDefault("false")
	@Column(nullable = false)
	private boolean primaryDepartment;

	@NotNull
	private LocalDate memberSince;

	@SuppressWarnings("NullAway.Init")
	protected UserDepartment() {
	}

	public UserDepartment(User user, Department department, boolean primaryDepartment, LocalDate memberSince) {
		this.user = user;
		this.department = department;
		this.primaryDepartment = primaryDepartment;
		this.memberSince = memberSince;
	}

	public User getUser() {
		return this.user;
	}

	public Department getDepartment() {
		return this.department;
	}

	public boolean isPrimaryDepartment() {
		return this.primaryDepartment;
	}

	public LocalDate getMemberSince() {
		return this.memberSince;
	}

}
