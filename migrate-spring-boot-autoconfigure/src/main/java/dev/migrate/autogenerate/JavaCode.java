package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Helps to write Java: remembers what it needs to import.
 */
final class JavaCode {

	private static final String SCHEMA = "dev.migrate.schema.";

	private final Set<String> imports = new TreeSet<>();

	/**
	 * What the code needs to import.
	 * @return classes, and methods behind {@code static}
	 */
	List<String> imports() {
		return List.copyOf(this.imports);
	}

	/**
	 * Name a class of the schema's vocabulary.
	 * @param type the class
	 * @return its simple name
	 */
	String type(Class<?> type) {
		String name = type.getName().replace('$', '.');
		this.imports.add(name);
		return type.getSimpleName();
	}

	/**
	 * Call a static method of the schema's vocabulary.
	 * @param type the simple name of its class
	 * @param method the method
	 * @param arguments the arguments, as code
	 * @return the call
	 */
	String factory(String type, String method, Collection<String> arguments) {
		this.imports.add("static " + SCHEMA + type + "." + method);
		return call(method, arguments);
	}

	static String call(String method, Collection<String> arguments) {
		return method + "(" + String.join(", ", arguments) + ")";
	}

	static String call(String method, String... arguments) {
		return call(method, List.of(arguments));
	}

	static List<String> strings(Collection<String> texts) {
		return texts.stream().map(JavaCode::string).toList();
	}

	static List<String> join(String first, Collection<String> others) {
		List<String> all = new ArrayList<>(List.of(first));
		all.addAll(others);
		return all;
	}

	static String string(@Nullable String text) {
		if (text == null) {
			return "null";
		}
		StringBuilder code = new StringBuilder("\"");
		for (char c : text.toCharArray()) {
			switch (c) {
				case '"' -> code.append("\\\"");
				case '\\' -> code.append("\\\\");
				case '\n' -> code.append("\\n");
				case '\r' -> code.append("\\r");
				case '\t' -> code.append("\\t");
				default -> code.append((c < ' ' || c == 0x7f) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
			}
		}
		return code.append('"').toString();
	}

}
