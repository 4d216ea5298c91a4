package dev.migrate.cli;

import java.util.Iterator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON (RFC 8259) in one line. An application need not have a JSON
 * library. Everything but ASCII is escaped, so that the text is valid in whatever
 * character set it passes through.
 */
final class Json {

	private final StringBuilder text = new StringBuilder();

	private Json() {
	}

	/**
	 * Write a value.
	 * @param value a map with text keys, a collection, a number, a truth value or
	 * {@code null}; everything else is written as its text
	 * @return the JSON
	 */
	static String of(@Nullable Object value) {
		Json json = new Json();
		json.write(value);
		return json.text.toString();
	}

	private void write(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			writeObject(map);
		}
		else if (value instanceof Iterable<?> elements) {
			writeArray(elements);
		}
		else if (value == null || value instanceof Number || value instanceof Boolean) {
			this.text.append(value);
		}
		else {
			writeText(value.toString());
		}
	}

	private void writeObject(Map<?, ?> map) {
		this.text.append('{');
		for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext();) {
			Map.Entry<?, ?> entry = entries.next();
			writeText(String.valueOf(entry.getKey()));
			this.text.append(':');
			write(entry.getValue());
			this.text.append(entries.hasNext() ? "," : "");
		}
		this.text.append('}');
	}

	private void writeArray(Iterable<?> elements) {
		this.text.append('[');
		for (Iterator<?> iterator = elements.iterator(); iterator.hasNext();) {
			write(iterator.next());
			this.text.append(iterator.hasNext() ? "," : "");
		}
		this.text.append(']');
	}

	private void writeText(String value) {
		this.text.append('"');
		for (int i = 0; i < value.length(); i++) {
			writeCharacter(value.charAt(i));
		}
		this.text.append('"');
	}

	private void writeCharacter(char c) {
		switch (c) {
			case '"', '\\' -> this.text.append('\\').append(c);
			case '\n' -> this.text.append("\\n");
			case '\r' -> this.text.append("\\r");
			case '\t' -> this.text.append("\\t");
			default -> {
				if (c < ' ' || c > '~') {
					this.text.append("\\u%04x".formatted((int) c));
				}
				else {
					this.text.append(c);
				}
			}
		}
	}

}
