package dev.migrate.actuate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.runtime.HalfDone;

/**
 * Description of a revision that is half done.
 *
 * @param revision the id of the revision
 * @param direction {@code upgrade} or {@code downgrade}
 * @param executed the statements that were executed, in order, perhaps shortened
 * @param inDoubt the statement of which nobody knows whether it was executed, or
 * {@code null} if there is none
 */
public record HalfDoneDescriptor(String revision, String direction, List<String> executed, @Nullable String inDoubt) {

	static HalfDoneDescriptor of(HalfDone halfDone) {
		return new HalfDoneDescriptor(halfDone.revision(), halfDone.direction().id(), halfDone.executed(),
				halfDone.inDoubt());
	}

}
