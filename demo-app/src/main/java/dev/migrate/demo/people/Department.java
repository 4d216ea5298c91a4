package dev.migrate.demo.people;

import java.time.Instant;

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
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.CreationTimestamp;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;

/**
 * A department, which may be part of another one.
 */
@Entity
@Table(name = "departments", uniqueConstraints = @UniqueConstraint(name = "uk_departments_code", columnNames = "code"),
		indexes = @Index(name = "ix_departments_parent_id", columnList = "parent_id"))
public class Department extends BaseEntity {

	@NotNull
	@Size(max = 20)
	private String code;

	@NotNull
	@Size(max = 100)
	private String name;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_departments_parent"))
	private @Nullable Department parent;

	@CreationTimestamp
	@Column(nullable = false, updatable = false)
	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected Department() {
	}

	@SuppressWarnings("NullAway.Init")
	public Department(String code, String name, @Nullable Department parent) {
		this.code = code;
		this.name = name;
		this.parent = parent;
	}

	public String getCode() {
		return this.code;
	}

	public String getName() {
		return this.name;
	}

	public @Nullable Department getParent() {
		return this.parent;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

}
