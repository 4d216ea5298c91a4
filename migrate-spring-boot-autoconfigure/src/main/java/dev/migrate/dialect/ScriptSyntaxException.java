package dev.migrate.dialect;

import java.io.Serial;

/**
 * Thrown when a script cannot be split into statements.
 */
public class ScriptSyntaxException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int line;

	/**
	 * Create an exception.
	 * @param problem what is wrong, without the place
	 * @param line the line of the script's file where it begins
	 */
	public ScriptSyntaxException(String problem, int line) {
		super(problem);
		this.line = line;
	}

	/**
	 * The line of the script's file where the problem begins.
	 * @return the line, counted from 1
	 */
	public int getLine() {
		return this.line;
	}

}
