package dev.migrate.demo.holiday;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import dev.migrate.demo.BaseEntity;

/**
 * A day on which nobody has to work.
 */
@Entity
@Table(name = "holiday_calendar")
public class Holiday extends BaseEntity {

	@NotNull
	@Column(unique = true)
	private LocalDate holidayDate;

	@NotNull
	@Size(max = 100)
	private String name;

	@SuppressWarnings("NullAway.Init")
	protected Holiday() {
	}

	public Holiday(LocalDate holidayDate, String name) {
		this.holidayDate = holidayDate;
		this.name = name;
	}

	public LocalDate getHolidayDate() {
		return this.holidayDate;
	}

	public String getName() {
		return this.name;
	}

}
