package dev.migrate.dialect;

import java.util.List;

/**
 * Reads a product's SQL as far as needed to find where statements end.
 */
public interface ScriptLexer {

	/**
	 * Split a script into statements. Comments before, between and behind statements are
	 * left out, those inside stay; empty statements are left out. No placeholder is
	 * replaced.
	 * @param script the script
	 * @param firstLine the line of the file on which the script begins
	 * @return the statements, in order
	 * @throws ScriptSyntaxException if a quote, a comment or the data of a
	 * {@code COPY … FROM stdin} does not end
	 */
	List<SqlStatement> split(String script, int firstLine);

	/**
	 * The places of parameter markers, {@code ?} outside of quotes and comments.
	 * @param statement one statement
	 * @return the indexes of the markers in the text, ascending
	 */
	List<Integer> parameterMarkers(String statement);

	/**
	 * The places of question marks that are written twice outside of quotes and comments,
	 * because the product's driver would take a single one for a parameter marker.
	 * @param statement one statement
	 * @return the indexes of the first of both, ascending
	 */
	List<Integer> escapedQuestionMarks(String statement);

}
