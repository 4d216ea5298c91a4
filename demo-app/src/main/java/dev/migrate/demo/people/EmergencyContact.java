package dev.migrate.demo.people;

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
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import dev.migrate.demo.BaseEntity;

/**
 * Whom to call when something happens to an employee.
 */
@Entity
@Table(name = "employee_emergency_contacts",
		indexes = @Index(name = "ix_employee_emergency_contacts_user_id", columnList = "user_id"))
public class EmergencyContact extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_employee_emergency_contacts_user"))
	private User user;

	@NotNull
	@Size(max = 200)
	private String name;

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private Relationship relationship;

	@NotNull
	@Size(max = 20)
	private String phoneNumber;

	@Min(1)
	private int callOrder;

	@SuppressWarnings("NullAway.Init")
	protected EmergencyContact() {
	}

	public EmergencyContact(User user, String name, Relationship relationship, String phoneNumber, int callOrder) {
		this.user = user;
		this.name = name;
		this.relationship = relationship;
		this.phoneNumber = phoneNumber;
		this.callOrder = callOrder;
	}

	public User getUser() {
		return this.user;
	}

	public String getName() {
		return this.name;
	}

	public Relationship getRelationship() {
		return this.relationship;
	}

	public String getPhoneNumber() {
		return this.phoneNumber;
	}

	public int getCallOrder() {
		return this.callOrder;
	}

}
