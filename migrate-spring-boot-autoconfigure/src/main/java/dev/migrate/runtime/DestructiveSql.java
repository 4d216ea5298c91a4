package dev.migrate.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.runtime.Loss.Kind;

/**
 * Reads from one statement which data it takes away, as far as its words tell. What is
 * hidden in functions or blocks is not seen.
 */
final class DestructiveSql {

	/** A comment, a text, a quoted name, a word, or one other character. */
	private static final Pattern TOKEN = Pattern
		.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']++|'')*+'|\\$(\\w*)\\$.*?\\$\\1\\$|\"(?:[^\"]++|\"\")*+\"|`[^`]*+`"
				+ "|[\\p{L}_][\\p{L}\\p{N}_$]*+|\\S", Pattern.DOTALL);

	private static final Set<String> NO_COLUMN = Set.of("CONSTRAINT", "PRIMARY", "FOREIGN", "CHECK", "INDEX",
			"PARTITION");

	private static final Set<String> ACTIONS = Set.of("ADD", "ALTER", "DROP", "RENAME", "SET", "RESET", "VALIDATE",
			"ENABLE", "DISABLE", "OWNER", "CLUSTER", "INHERIT", "NO", "ATTACH", "DETACH", "REPLICA");

	private final List<String> tokens = new ArrayList<>();

	private final List<Loss> losses = new ArrayList<>();

	private int next;

	private DestructiveSql(String sql) {
		Matcher matcher = TOKEN.matcher(sql);
		while (matcher.find()) {
			if (!matcher.group().startsWith("--") && !matcher.group().startsWith("/*")) {
				this.tokens.add(matcher.group());
			}
		}
	}

	static List<Loss> of(String sql) {
		DestructiveSql statement = new DestructiveSql(sql);
		statement.read();
		return statement.losses;
	}

	private void read() {
		if (accept("CREATE")) {
			return;
		}
		if (accept("DROP")) {
			if (accept("TABLE")) {
				names(Kind.TABLE);
			}
			else if (accept("SCHEMA")) {
				names(Kind.SCHEMA);
			}
		}
		else if (accept("ALTER")) {
			if (accept("TABLE")) {
				alterTable();
			}
		}
		else if (accept("TRUNCATE")) {
			accept("TABLE");
			names(Kind.ROWS);
		}
		else {
			deletes();
		}
	}

	private void names(Kind kind) {
		do {
			skipGuards();
			String name = name();
			if (name.isEmpty()) {
				return;
			}
			this.losses.add(new Loss(kind, name, name, null));
			accept("*");
		}
		while (accept(","));
	}

	private void skipGuards() {
		if (accept("IF")) {
			accept("EXISTS");
		}
		accept("ONLY");
	}

	private void alterTable() {
		skipGuards();
		String table = name();
		accept("*");
		boolean dropping = false;
		do {
			if (accept("DROP")) {
				dropping = !NO_COLUMN.contains(peek());
				accept("COLUMN");
			}
			else {
				// H2 drops several columns behind one word
				dropping = dropping && !ACTIONS.contains(peek());
			}
			if (dropping) {
				skipGuards();
				accept("(");
				column(table);
			}
			skipToComma();
		}
		while (accept(","));
	}

	private void column(String table) {
		String column = name();
		if (!column.isEmpty()) {
			this.losses.add(new Loss(Kind.COLUMN, table + "." + column, table, column));
		}
	}

	private void skipToComma() {
		int depth = 0;
		while (this.next < this.tokens.size() && (depth > 0 || !peek().equals(","))) {
			String token = this.tokens.get(this.next++);
			depth += token.equals("(") ? 1 : (token.equals(")") && depth > 0) ? -1 : 0;
		}
	}

	private void deletes() {
		while (this.next < this.tokens.size()) {
			if (accept("DELETE") && accept("FROM")) {
				accept("ONLY");
				String table = name();
				boolean some = this.tokens.subList(this.next, this.tokens.size())
					.stream()
					.anyMatch((token) -> token.equalsIgnoreCase("WHERE"));
				if (!table.isEmpty()) {
					this.losses.add(new Loss(some ? Kind.SOME_ROWS : Kind.ROWS, table, table, null));
				}
			}
			else {
				this.next++;
			}
		}
	}

	private String name() {
		StringBuilder name = new StringBuilder();
		while (this.next < this.tokens.size() && isName(this.tokens.get(this.next))) {
			name.append(this.tokens.get(this.next++));
			if (!accept(".")) {
				break;
			}
			name.append('.');
		}
		return name.toString();
	}

	private static boolean isName(String token) {
		char first = token.charAt(0);
		return Character.isLetter(first) || first == '_' || first == '"' || first == '`';
	}

	private String peek() {
		return (this.next < this.tokens.size()) ? this.tokens.get(this.next).toUpperCase(Locale.ROOT) : "";
	}

	private boolean accept(String token) {
		boolean accepted = peek().equals(token);
		if (accepted) {
			this.next++;
		}
		return accepted;
	}

}
