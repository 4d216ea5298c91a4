package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;

/**
 * Writes operations as the calls of {@code op} that make them.
 */
public final class JavaOperationWriter {

	private final JavaCalls calls = new JavaCalls();

	/**
	 * Create a writer.
	 */
	public JavaOperationWriter() {
		new JavaTableCalls(this.calls).register();
		new JavaConstraintCalls(this.calls).register();
		new JavaSequenceCalls(this.calls).register();
		new JavaTypeCalls(this.calls).register();
		new JavaViewCalls(this.calls).register();
		this.calls.register(DataStep.class, (step) -> "// " + DataLoss.line(step.lines().get(0)) + "\n// "
				+ this.calls.call("execute", JavaCode.string(DataLoss.line(step.lines().get(1)))) + ";");
		this.calls.register(Execute.class, (execute) -> this.calls.call("execute", JavaCode.string(execute.sql())));
	}

	/**
	 * What the calls that were written need to import.
	 * @return classes, and methods behind {@code static}
	 */
	public List<String> imports() {
		return this.calls.code().imports();
	}

	/**
	 * Write an operation.
	 * @param operation the operation
	 * @return a statement, with its semicolon
	 * @throws IllegalArgumentException if operations of that type are not generated
	 */
	public String write(Operation operation) {
		return this.calls.write(operation) + ((operation instanceof DataStep) ? "" : ";");
	}

}
