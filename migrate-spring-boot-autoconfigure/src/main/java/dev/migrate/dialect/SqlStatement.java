package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One statement, as a script has it or an operation is rendered.
 *
 * @param text the statement without its terminator
 * @param line the line of the script on which it begins, counted from 1; 0 for a
 * statement that stands in no script
 * @param copyData the data lines that follow a {@code COPY … FROM stdin}, each with its
 * line end and without the closing {@code \.}; {@code null} for any other statement
 * @param parameters the values of its {@code ?} markers
 */
public record SqlStatement(String text, int line, @Nullable String copyData, List<@Nullable Object> parameters) {

	public SqlStatement {
		parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
	}

	/**
	 * A statement of a script.
	 * @param text the statement
	 * @param line the line it begins on
	 * @param copyData the data lines that follow it, or {@code null}
	 */
	public SqlStatement(String text, int line, @Nullable String copyData) {
		this(text, line, copyData, List.of());
	}

	/**
	 * A statement of a script, without data.
	 * @param text the statement
	 * @param line the line it begins on
	 */
	public SqlStatement(String text, int line) {
		this(text, line, null);
	}

	/**
	 * A statement that stands in no script.
	 * @param text the statement
	 */
	public SqlStatement(String text) {
		this(text, 0);
	}

}
