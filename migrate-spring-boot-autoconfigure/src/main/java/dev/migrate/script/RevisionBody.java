package dev.migrate.script;

import java.util.List;

/**
 * What a new revision does, as text of its format. The lines are not indented by where
 * they will stand; a statement ends with its semicolon.
 *
 * @param imports what Java needs to import, as {@code java.util.List} or
 * {@code static dev.migrate.schema.Column.column}, in any order
 * @param upgrade the statements of the upgrade, or an empty text
 * @param downgrade the statements of the downgrade, or an empty text
 * @param upgradeTransaction whether the upgrade in SQL runs in a transaction
 * @param downgradeTransaction whether the downgrade in SQL runs in a transaction
 */
public record RevisionBody(List<String> imports, String upgrade, String downgrade, boolean upgradeTransaction,
		boolean downgradeTransaction) {

	/** The body of a revision that does nothing yet. */
	public static final RevisionBody EMPTY = new RevisionBody(List.of(), "", "");

	public RevisionBody {
		imports = List.copyOf(imports);
	}

	/**
	 * A body that runs in a transaction.
	 * @param imports what Java needs to import
	 * @param upgrade the statements of the upgrade, or an empty text
	 * @param downgrade the statements of the downgrade, or an empty text
	 */
	public RevisionBody(List<String> imports, String upgrade, String downgrade) {
		this(imports, upgrade, downgrade, true, true);
	}

}
