package dev.migrate.autogenerate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;

/**
 * How each type of operation is written as a call of {@code op}. A family of operations
 * registers its calls here, and finds here what calls are made of.
 */
final class JavaCalls {

	private final Map<Class<? extends Operation>, Function<Operation, String>> writers = new HashMap<>();

	private final JavaCode code = new JavaCode();

	private final JavaElementWriter elements = new JavaElementWriter(this.code);

	<O extends Operation> void register(Class<O> type, Function<O, String> writer) {
		this.writers.put(type, (operation) -> writer.apply(type.cast(operation)));
	}

	String write(Operation operation) {
		Function<Operation, String> writer = this.writers.get(operation.getClass());
		if (writer == null) {
			throw new IllegalArgumentException("There is no call of op that says: " + operation.describe());
		}
		return writer.apply(operation);
	}

	JavaCode code() {
		return this.code;
	}

	JavaElementWriter elements() {
		return this.elements;
	}

	String call(String method, String... arguments) {
		return call(method, List.of(arguments));
	}

	String call(String method, List<String> arguments) {
		return "op." + JavaCode.call(method, arguments);
	}

	static String name(QualifiedName name) {
		return JavaElementWriter.name(name);
	}

	/** An option that takes nothing. */
	static String option(boolean wanted, String option) {
		return wanted ? "." + option + "()" : "";
	}

	/** An option that takes a text. */
	static String option(@Nullable String text, String option) {
		return (text != null) ? "." + JavaCode.call(option, JavaCode.string(text)) : "";
	}

	/** A call that cannot be performed inside a transaction. */
	static String autocommit(boolean wanted, String call) {
		return wanted ? "op.autocommit(() -> " + call + ")" : call;
	}

}
