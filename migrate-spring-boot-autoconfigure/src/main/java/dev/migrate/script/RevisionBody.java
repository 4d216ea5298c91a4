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
 */
public record RevisionBody(List<String> imports, String upgrade, String downgrade) {

	/** The body of a revision that does nothing yet. */
	public static final RevisionBody EMPTY = new RevisionBody(List.of(), "", "");

	public RevisionBody {
		imports = List.copyOf(imports);
	}

}
