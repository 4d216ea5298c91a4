package dev.migrate.demo.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;

/**
 * What a user may do.
 */
@Entity
@Table(name = "roles")
public class Role extends BaseEntity {

	@NotNull
	@Size(max = 50)
	@Column(unique = true)
	private String name;

	@Size(max = 255)
	private @Nullable String description;

	@SuppressWarnings("NullAway.Init")
	protected Role() {
	}

	public Role(String name, @Nullable String description) {
		this.name = name;
		this.description = description;
	}

	public String getName() {
		return this.name;
	}

	public @Nullable String getDescription() {
		return this.description;
	}

}
