package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.Operation;
import dev.migrate.script.RevisionBody;

/**
 * Writes changes as the methods of a revision in Java.
 */
public final class JavaBodyWriter {

	/**
	 * The source that surely fits into one method: its code may have 64 KB, a column
	 * takes about as many bytes as characters.
	 */
	private static final int LONGEST_METHOD = 24_000;

	private final JavaOperationWriter writer = new JavaOperationWriter();

	private JavaBodyWriter() {
	}

	/**
	 * Write changes.
	 * @param changes the changes
	 * @return the body of a revision
	 */
	public static RevisionBody write(Changes changes) {
		JavaBodyWriter writer = new JavaBodyWriter();
		String upgrade = writer.calls(changes.upgrade());
		String downgrade = writer.calls(changes.downgrade());
		return new RevisionBody(writer.writer.imports(), upgrade, downgrade);
	}

	private String calls(List<Operation> operations) {
		List<String> calls = new ArrayList<>();
		List<String> impossible = new ArrayList<>();
		for (Operation operation : operations) {
			if (operation instanceof Irreversible irreversible) {
				impossible.add(irreversible.operation().describe());
			}
			else {
				calls.add(call(operation, operations));
			}
		}
		return impossible.isEmpty() ? inParts(calls) : refusal(impossible, calls);
	}

	private String call(Operation operation, List<Operation> all) {
		String call = this.writer.write(operation);
		return DataLoss.isPossible(operation, all) ? "// " + DataLoss.mark(operation) + "\n" + call : call;
	}

	/** What follows a throw does not compile, so that it stands in a comment. */
	private static String refusal(List<String> impossible, List<String> calls) {
		StringBuilder java = new StringBuilder("throw new UnsupportedOperationException(").append(JavaCode.string(
				"How to take this back is not known, write it here: " + DataLoss.line(String.join("; ", impossible))))
			.append(");\n");
		calls.forEach((call) -> call.lines().forEach((line) -> java.append("// ").append(line).append('\n')));
		return java.toString();
	}

	private static String inParts(List<String> calls) {
		if (calls.stream().mapToInt(String::length).sum() <= LONGEST_METHOD) {
			return String.join("\n", calls);
		}
		StringBuilder java = new StringBuilder("// Java limits the length of a method: each part is one of its own\n");
		int part = 0;
		int length = LONGEST_METHOD;
		for (String call : calls) {
			if (length + call.length() > LONGEST_METHOD) {
				java.append((part > 0) ? end(part) : "");
				part++;
				java.append("Runnable part").append(part).append(" = () -> {\n");
				length = 0;
			}
			call.lines().forEach((line) -> java.append('\t').append(line).append('\n'));
			length += call.length();
		}
		return java.append(end(part)).toString();
	}

	private static String end(int part) {
		return "};\npart" + part + ".run();\n";
	}

}
