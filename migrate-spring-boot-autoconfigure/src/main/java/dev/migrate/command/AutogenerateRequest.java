package dev.migrate.command;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Rename;
import dev.migrate.autogenerate.Renames;

/**
 * How a revision comes about from what database and model differ in.
 *
 * @param renames what has another name in the model
 * @param allowEmpty whether a revision is written though nothing has changed
 * @param verify whether the revision is tried before its file appears
 * @param decision decides what may have been renamed, or {@code null} if nobody can be
 * asked: then it is dropped and added, with a warning
 */
public record AutogenerateRequest(Renames renames, boolean allowEmpty, boolean verify,
		@Nullable Predicate<Rename> decision) {

	/** A request without renames, which verifies. */
	public static final AutogenerateRequest DEFAULTS = new AutogenerateRequest(Renames.NONE, false, true, null);

}
