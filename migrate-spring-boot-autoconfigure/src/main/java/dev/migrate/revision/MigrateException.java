package dev.migrate.revision;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * Base of all exceptions of Migrate that are meant for a person: the message says what is
 * wrong and what to do about it, so that it can be shown without a stack trace.
 */
public class MigrateException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String problem;

	private final String remedy;

	/**
	 * Create an exception.
	 * @param problem what is wrong and where, without a closing full stop
	 * @param remedy what to do about it, without a closing full stop
	 */
	public MigrateException(String problem, String remedy) {
		this(problem, remedy, null);
	}

	/**
	 * Create an exception with a cause.
	 * @param problem what is wrong and where, without a closing full stop
	 * @param remedy what to do about it, without a closing full stop
	 * @param cause the cause, or {@code null}
	 */
	public MigrateException(String problem, String remedy, @Nullable Throwable cause) {
		super(problem + "; " + remedy, cause);
		this.problem = problem;
		this.remedy = remedy;
	}

	/**
	 * What is wrong and where.
	 * @return a sentence without its full stop
	 */
	public final String getProblem() {
		return this.problem;
	}

	/**
	 * What to do about it.
	 * @return a clause without its full stop
	 */
	public final String getRemedy() {
		return this.remedy;
	}

}
