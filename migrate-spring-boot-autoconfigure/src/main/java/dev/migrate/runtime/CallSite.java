package dev.migrate.runtime;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.migrate.ConstraintOperations;
import dev.migrate.Operations;
import dev.migrate.SequenceOperations;
import dev.migrate.TypeOperations;

/**
 * Finds the line of a revision from which something was called.
 */
final class CallSite {

	private static final Set<String> OPERATIONS = Set.of(Operations.class.getName(),
			ConstraintOperations.class.getName(), TypeOperations.class.getName(), SequenceOperations.class.getName());

	/** For a revision of which nobody is told where it failed: does not look. */
	static final CallSite UNKNOWN = new CallSite("");

	private final String className;

	/**
	 * Create a finder.
	 * @param className the class of the revision
	 */
	CallSite(String className) {
		this.className = className;
	}

	/**
	 * The line that is calling.
	 * @return a phrase, as {@code line 12}, or an empty text
	 */
	String line() {
		return this.className.isEmpty() ? "" : find();
	}

	private String find() {
		return StackWalker.getInstance()
			.walk((frames) -> line(frames.filter((frame) -> frame.getClassName().equals(this.className))
				// Only this is expensive
				.map(StackWalker.StackFrame::toStackTraceElement)));
	}

	private String line(Stream<StackTraceElement> frames) {
		Predicate<StackTraceElement> inRevision = (frame) -> frame.getClassName().equals(this.className)
				&& frame.getLineNumber() > 0;
		return frames.filter(inRevision).findFirst().map((frame) -> "line " + frame.getLineNumber()).orElse("");
	}

	/**
	 * Say where an argument was refused, before it could become an operation.
	 * @param refusal the refusal
	 * @return the same with call and line, as far as its stack tells
	 */
	OperationException explain(IllegalArgumentException refusal) {
		List<StackTraceElement> frames = List.of(refusal.getStackTrace());
		String call = frames.stream()
			.filter((frame) -> OPERATIONS.contains(frame.getClassName()))
			.reduce((inner, outer) -> outer)
			.map((frame) -> "'op.%s(…)': ".formatted(frame.getMethodName()))
			.orElse("");
		return new OperationException(call + refusal.getMessage(), line(frames.stream()), refusal);
	}

}
