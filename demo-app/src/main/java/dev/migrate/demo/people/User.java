package dev.migrate.demo.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;

/**
 * Somebody who works here, or did.
 */
@Entity
@Table(name = "users",
		uniqueConstraints = { @UniqueConstraint(name = "uk_users_employee_number", columnNames = "employee_number"),
				@UniqueConstraint(name = "uk_users_email", columnNames = "email") },
		indexes = { @Index(name = "ix_users_full_name", columnList = "full_name"),
				@Index(name = "ix_users_phone_number", columnList = "phone_number") })
public class User extends BaseEntity {

	@NotNull
	@Size(max = 20)
	private String employeeNumber;

	@NotNull
	@Email
	@Size(max = 255)
	private String email;

	@NotNull
	@Size(max = 200)
	private String fullName;

	@Size(max = 20)
	private @Nullable String phoneNumber;

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private UserStatus status = UserStatus.ACTIVE;

	@NotNull
	private LocalDate hiredOn;

	@CreationTimestamp
	@Column(nullable = false, updatable = false)
	private Instant createdAt;

	@ManyToMany
	@JoinTable(name = "user_roles",
			joinColumns = @JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_user_roles_user")),
			inverseJoinColumns = @JoinColumn(name = "role_id", foreignKey = @ForeignKey(name = "fk_user_roles_role")))
	private Set<Role> roles = new LinkedHashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected User() {
	}

	@SuppressWarnings("NullAway.Init")
	public User(String employeeNumber, String email, String fullName, @Nullable String phoneNumber, LocalDate hiredOn) {
		this.employeeNumber = employeeNumber;
		this.email = email;
		this.fullName = fullName;
		this.phoneNumber = phoneNumber;
		this.hiredOn = hiredOn;
	}

	public String getEmployeeNumber() {
		return this.employeeNumber;
	}

	public String getEmail() {
		return this.email;
	}

	public String getFullName() {
		return this.fullName;
	}

	public @Nullable String getPhoneNumber() {
		return this.phoneNumber;
	}

	public UserStatus getStatus() {
		return this.status;
	}

	public void setStatus(UserStatus status) {
		this.status = status;
	}

	public LocalDate getHiredOn() {
		return this.hiredOn;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	public Set<Role> getRoles() {
		return this.roles;
	}

}
