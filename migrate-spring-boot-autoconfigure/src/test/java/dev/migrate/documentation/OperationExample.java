package dev.migrate.documentation;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.operation.Operation;

/**
 * One of the {@link OperationExamples}.
 *
 * @param name the name of its method
 * @param section the section that it stands in
 * @param alembic what Alembic calls it, or an empty text
 * @param code its Java code
 */
record OperationExample(String name, String section, String alembic, String code) {

	private static final Path SOURCE = Path.of("src/test/java/dev/migrate/documentation/OperationExamples.java");

	private static final Pattern METHOD = Pattern.compile("\tvoid (\\w+)\\(Operations op\\) \\{\n(.*?)\n\t}\n",
			Pattern.DOTALL);

	/**
	 * All examples, in the order of their source.
	 */
	static List<OperationExample> all() {
		try {
			List<OperationExample> examples = new ArrayList<>();
			Matcher matcher = METHOD.matcher(Files.readString(SOURCE));
			while (matcher.find()) {
				Example example = method(matcher.group(1)).getAnnotation(Example.class);
				if (example != null) {
					examples.add(new OperationExample(matcher.group(1), example.value(), example.alembic(),
							matcher.group(2).replaceAll("(?m)^\t\t", "").replace("\t", "    ")));
				}
			}
			return examples;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Method method(String name) {
		try {
			return OperationExamples.class.getDeclaredMethod(name, Operations.class);
		}
		catch (NoSuchMethodException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * What is there before an example.
	 */
	static List<Operation> given() {
		RecordingOperations recording = new RecordingOperations();
		OperationExamples.given(recording);
		return recording.operations();
	}

	void perform(Operations op) {
		try {
			method(this.name).invoke(new OperationExamples(), op);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new AssertionError(ex);
		}
		catch (IllegalAccessException ex) {
			throw new AssertionError(ex);
		}
	}

	List<Operation> operations() {
		RecordingOperations recording = new RecordingOperations();
		perform(recording);
		return recording.operations();
	}

	/**
	 * The way back, if each of its operations has one.
	 */
	Optional<List<Operation>> reverses() {
		return reverses(operations());
	}

	static Optional<List<Operation>> reverses(List<Operation> operations) {
		List<Operation> reverses = new ArrayList<>(operations.stream().flatMap((it) -> it.reverse().stream()).toList());
		Collections.reverse(reverses);
		return (reverses.size() == operations.size()) ? Optional.of(reverses) : Optional.empty();
	}

	static void performAll(List<Operation> operations, Operations op) {
		for (Operation operation : operations) {
			if (operation.needsAutocommit()) {
				op.autocommit(() -> op.invoke(operation));
			}
			else {
				op.invoke(operation);
			}
		}
	}

	/**
	 * A revision that performs the example and its reverses.
	 */
	Migration migration() {
		return new Migration() {

			@Override
			public void upgrade(Operations op) {
				perform(op);
			}

			@Override
			public void downgrade(Operations op) {
				performAll(reverses().orElse(List.of()), op);
			}

		};
	}

	@Override
	public String toString() {
		return this.name;
	}

}
