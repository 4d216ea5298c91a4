package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts. What a sequence does anyway is {@code null}, so that options
 * which mean the same are equal.
 *
 * @param start the first number, or {@code null} for the minimum, or the maximum of one
 * that counts down
 * @param increment the step, or {@code null} for 1
 * @param minimum the smallest number, or {@code null} for 1, or the smallest of the type
 * for one that counts down
 * @param maximum the largest number, or {@code null} for the largest of the type, or -1
 * for one that counts down
 * @param cache how many numbers a session takes at a time, or {@code null} for the
 * product's own choice
 * @param cycle whether it begins again behind its last number
 */
public record SequenceOptions(@Nullable Long start, @Nullable Long increment, @Nullable Long minimum,
		@Nullable Long maximum, @Nullable Long cache, boolean cycle) {

	/** A sequence that counts 1, 2, 3. */
	public static final SequenceOptions DEFAULTS = new SequenceOptions(null, null, null, null, null, false);

	/**
	 * Create options.
	 * @throws IllegalArgumentException if no sequence can count so
	 */
	public SequenceOptions {
		if (increment != null && increment == 0) {
			throw new IllegalArgumentException("A sequence cannot count in steps of 0");
		}
		if (cache != null && cache < 1) {
			throw new IllegalArgumentException("A sequence cannot cache %d numbers".formatted(cache));
		}
		if (minimum != null && maximum != null && minimum > maximum) {
			throw new IllegalArgumentException(
					"The minimum %d of a sequence is above its maximum %d".formatted(minimum, maximum));
		}
		boolean down = increment != null && increment < 0;
		increment = unless(1, increment);
		minimum = unless(down ? Long.MIN_VALUE : 1, minimum);
		maximum = unless(down ? -1 : Long.MAX_VALUE, maximum);
		start = unless(down ? orElse(maximum, -1) : orElse(minimum, 1), start);
	}

	private static @Nullable Long unless(long usual, @Nullable Long value) {
		return (value != null && value == usual) ? null : value;
	}

	private static long orElse(@Nullable Long value, long other) {
		return (value != null) ? value : other;
	}

	/**
	 * Begin with a number.
	 * @param start the first number
	 * @return the changed options
	 */
	public SequenceOptions start(long start) {
		return new SequenceOptions(start, this.increment, this.minimum, this.maximum, this.cache, this.cycle);
	}

	/**
	 * Count in steps.
	 * @param increment the step, negative to count down
	 * @return the changed options
	 */
	public SequenceOptions increment(long increment) {
		return new SequenceOptions(this.start, increment, this.minimum, this.maximum, this.cache, this.cycle);
	}

	/**
	 * Set the smallest number.
	 * @param minimum the smallest number
	 * @return the changed options
	 */
	public SequenceOptions minimum(long minimum) {
		return new SequenceOptions(this.start, this.increment, minimum, this.maximum, this.cache, this.cycle);
	}

	/**
	 * Set the largest number.
	 * @param maximum the largest number
	 * @return the changed options
	 */
	public SequenceOptions maximum(long maximum) {
		return new SequenceOptions(this.start, this.increment, this.minimum, maximum, this.cache, this.cycle);
	}

	/**
	 * Let each session take several numbers at a time.
	 * @param cache how many
	 * @return the changed options
	 */
	public SequenceOptions cache(long cache) {
		return new SequenceOptions(this.start, this.increment, this.minimum, this.maximum, cache, this.cycle);
	}

	/**
	 * Begin again behind the last number.
	 * @return the changed options
	 */
	public SequenceOptions cycling() {
		return new SequenceOptions(this.start, this.increment, this.minimum, this.maximum, this.cache, true);
	}

}
