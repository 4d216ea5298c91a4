package dev.migrate.runtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * A revision that was interrupted after statements which no rollback takes back.
 *
 * @param revision the id of the revision
 * @param direction whether it was being applied or taken back
 * @param executed the statements that were executed, in order, perhaps shortened
 * @param inDoubt the statement that was begun last, if nobody knows whether it was
 * executed, else {@code null}
 */
public record HalfDone(String revision, Direction direction, List<String> executed, @Nullable String inDoubt) {

	public HalfDone {
		executed = List.copyOf(executed);
	}

	/**
	 * What a journal says.
	 * @param entries its entries
	 * @return the revision that is half done, or {@code null} if there is none
	 */
	static @Nullable HalfDone of(List<JournalEntry> entries) {
		if (entries.isEmpty()) {
			return null;
		}
		JournalEntry last = entries.get(entries.size() - 1);
		List<String> executed = entries.stream()
			.filter((entry) -> entry.finished() && entry.revision().equals(last.revision()))
			.map(JournalEntry::statement)
			.toList();
		return new HalfDone(last.revision(), last.direction(), executed, last.finished() ? null : last.statement());
	}

	/**
	 * Check that what is half done is gone on with.
	 * @param steps the plan
	 * @param entries the entries of the journal
	 * @throws MigrationException if the plan does not lead through it
	 */
	static void requireIn(List<Step> steps, List<JournalEntry> entries) {
		HalfDone halfDone = of(entries);
		if (halfDone != null && steps.stream().noneMatch(halfDone::isGoneOnWithBy)) {
			throw halfDone.refusal();
		}
	}

	/**
	 * Check that nothing is half done.
	 * @param entries the entries of the journal
	 * @throws MigrationException if something is
	 */
	static void requireNone(List<JournalEntry> entries) {
		HalfDone halfDone = of(entries);
		if (halfDone != null) {
			throw halfDone.refusal();
		}
	}

	private boolean isGoneOnWithBy(Step step) {
		return step.direction() == this.direction && step.revision().id().equals(this.revision);
	}

	private MigrationException refusal() {
		String command = (this.direction == Direction.DOWNGRADE) ? "repeat the downgrade" : "run migrate upgrade";
		return new MigrationException(Kind.INCOMPLETE, describe(),
				command + " to go on with it, or settle it by migrate resolve --done, --retry or --undo");
	}

	/**
	 * What is half done.
	 * @return a sentence without its full stop
	 */
	public String describe() {
		return "Revision %s is half done: its %s was interrupted after %d statements%s".formatted(this.revision,
				this.direction.id(), this.executed.size(),
				(this.inDoubt != null) ? ", and whether '%s' was executed is not known".formatted(this.inDoubt) : "");
	}

}
