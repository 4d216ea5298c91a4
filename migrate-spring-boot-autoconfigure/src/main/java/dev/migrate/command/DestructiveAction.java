package dev.migrate.command;

import java.util.List;

/**
 * Something that a protected database does not let happen without a confirmation.
 *
 * @param database the name of the database
 * @param command what is to happen, as it is typed
 * @param losses what would be lost, a phrase each; empty if nothing is known to be
 */
public record DestructiveAction(String database, String command, List<String> losses) {

	public DestructiveAction {
		losses = List.copyOf(losses);
	}

	/**
	 * What would be lost.
	 * @return the end of a sentence that begins with what is to happen
	 */
	public String consequence() {
		return this.losses.isEmpty() ? "would, as far as can be told, lose no data"
				: "would lose " + String.join(", ", this.losses);
	}

}
