package dev.migrate.demo.shift;

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
import dev.migrate.demo.people.User;

/**
 * That an employee works in a shift, from a day on.
 */
@Entity
@Table(name = "shift_assignments",
		uniqueConstraints = @UniqueConstraint(name = "uk_shift_assignments_user_valid_from",
				columnNames = { "user_id", "valid_from" }),
		indexes = @Index(name = "ix_shift_assignments_shift_pattern_id", columnList = "shift_pattern_id"),
		check = @CheckConstraint(name = "ck_shift_assignments_dates", constraint = "valid_to >= valid_from"))
public class ShiftAssignment extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_shift_assignments_user"))
	private User user;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "shift_pattern_id", foreignKey = @ForeignKey(name = "fk_shift_assignments_shift_pattern"))
	private ShiftPattern shiftPattern;

	@NotNull
	private LocalDate validFrom;

	private @Nullable LocalDate validTo;

	@SuppressWarnings("NullAway.Init")
	protected ShiftAssignment() {
	}

	public ShiftAssignment(User user, ShiftPattern shiftPattern, LocalDate validFrom, @Nullable LocalDate validTo) {
		this.user = user;
		this.shiftPattern = shiftPattern;
		this.validFrom = validFrom;
		this.validTo = validTo;
	}

	public User getUser() {
		return this.user;
	}

	public ShiftPattern getShiftPattern() {
		return this.shiftPattern;
	}

	public LocalDate getValidFrom() {
		return this.validFrom;
	}

	public @Nullable LocalDate getValidTo() {
		return this.validTo;
	}

}
