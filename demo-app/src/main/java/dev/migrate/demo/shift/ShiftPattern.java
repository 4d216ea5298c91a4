package dev.migrate.demo.shift;

import java.time.Duration;
import java.time.LocalTime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.ColumnDefault;

import dev.migrate.demo.BaseEntity;

/**
 * From when to when a shift lasts. One that ends before it starts ends on the next day.
 */
@Entity
@Table(name = "shift_patterns")
public class ShiftPattern extends BaseEntity {

	@NotNull
	@Size(max = 100)
	@Column(unique = true)
	private String name;

	@NotNull
	private LocalTime startTime;

	@NotNull
	private LocalTime endTime;

	@Min(0)
	@ColumnDefault("30")
	private int breakMinutes;

	@SuppressWarnings("NullAway.Init")
	protected ShiftPattern() {
	}

	public ShiftPattern(String name, LocalTime startTime, LocalTime endTime, int breakMinutes) {
		this.name = name;
		this.startTime = startTime;
		this.endTime = endTime;
		this.breakMinutes = breakMinutes;
	}

	public String getName() {
		return this.name;
	}

	public LocalTime getStartTime() {
		return this.startTime;
	}

	public LocalTime getEndTime() {
		return this.endTime;
	}

	public int getBreakMinutes() {
		return this.breakMinutes;
	}

	/**
	 * How long one works in it.
	 * @return the duration without the break
	 */
	public Duration workingTime() {
		Duration duration = Duration.between(this.startTime, this.endTime);
		Duration whole = duration.isNegative() ? duration.plusDays(1) : duration;
		return whole.minusMinutes(this.breakMinutes);
	}

}
