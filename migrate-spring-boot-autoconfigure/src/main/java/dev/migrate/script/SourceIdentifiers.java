package dev.migrate.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.RevisionIdentifiers;
import dev.migrate.revision.Revision;
import dev.migrate.script.JavaTokens.Kind;
import dev.migrate.script.JavaTokens.Token;

/**
 * Reads the identifiers of a revision from the text of its Java source, for where no
 * compiler is at hand. Knows text literals, also joined by plus, and no constants.
 */
final class SourceIdentifiers {

	private final List<Token> tokens;

	private final Map<String, List<String>> values = new HashMap<>();

	private final Set<String> unreadable = new HashSet<>();

	private int position;

	private SourceIdentifiers(List<Token> tokens) {
		this.tokens = tokens;
	}

	/**
	 * Read a source.
	 * @param text the source
	 * @param source the file, as shown in messages
	 * @return the revision, or nothing if there is no annotation
	 * @throws ScriptException if an identifier cannot be read
	 * @throws dev.migrate.revision.RevisionException if an identifier may not be one
	 */
	static Optional<Revision> read(String text, String source) {
		SourceIdentifiers identifiers = new SourceIdentifiers(JavaTokens.of(text));
		return identifiers.readAnnotation() ? Optional.of(identifiers.revision(source)) : Optional.empty();
	}

	private boolean readAnnotation() {
		String name = RevisionIdentifiers.class.getSimpleName();
		for (int i = 1; i < this.tokens.size() - 1; i++) {
			if (this.tokens.get(i).equals(new Token(Kind.WORD, name)) && this.tokens.get(i + 1).isSymbol("(")
					&& isAnnotation(i)) {
				this.position = i + 2;
				readAttributes();
				return true;
			}
		}
		return false;
	}

	private boolean isAnnotation(int index) {
		int start = index - 1;
		while (start > 1 && this.tokens.get(start).isSymbol(".")) {
			start -= 2;
		}
		return this.tokens.get(start).isSymbol("@");
	}

	private void readAttributes() {
		while (this.position + 2 < this.tokens.size() && this.tokens.get(this.position).kind() == Kind.WORD) {
			String name = this.tokens.get(this.position).text();
			this.position += 2;
			List<String> value = readValue();
			if (value != null) {
				this.values.put(name, value);
			}
			else {
				this.unreadable.add(name);
			}
			this.position++;
		}
	}

	/** Ends before the comma or parenthesis behind the value. */
	private @Nullable List<String> readValue() {
		List<String> value = new ArrayList<>();
		boolean readable = true;
		boolean joined = false;
		int depth = 0;
		for (; this.position < this.tokens.size(); this.position++) {
			Token token = this.tokens.get(this.position);
			if (depth == 0 && (token.isSymbol(",") || token.isSymbol(")"))) {
				break;
			}
			if (token.kind() == Kind.TEXT) {
				int last = value.size() - 1;
				if (joined && last >= 0) {
					value.set(last, value.get(last) + token.text());
				}
				else {
					value.add(token.text());
				}
			}
			else if (token.isSymbol("{") || token.isSymbol("(")) {
				depth++;
			}
			else if (token.isSymbol("}") || token.isSymbol(")")) {
				depth--;
			}
			else if (!token.isSymbol(",") && !token.isSymbol("+")) {
				readable = false;
			}
			joined = token.isSymbol("+");
		}
		return readable ? value : null;
	}

	private Revision revision(String source) {
		return new Revision(text("revision", source), list("downRevision", source),
				new LinkedHashSet<>(list("branchLabels", source)), list("dependsOn", source),
				String.join("", this.values.getOrDefault("message", List.of())),
				CreateDates.parse(String.join("", this.values.getOrDefault("createDate", List.of())), source), source);
	}

	private String text(String attribute, String source) {
		return String.join("", list(attribute, source));
	}

	private List<String> list(String attribute, String source) {
		if (this.unreadable.contains(attribute)) {
			throw new ScriptException(
					"The value of '%s' in %s cannot be read without a compiler".formatted(attribute, source),
					"write it as text in quotes, or use a JDK");
		}
		return this.values.getOrDefault(attribute, List.of());
	}

}
