package dev.migrate.dialect.sqlite;

import java.util.List;
import java.util.Set;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands behind the type of a column, and the constraints of a table.
 */
final class ClauseParser {

	private static final String[] TABLE_CONSTRAINT = { "CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN" };

	private static final String[] COLUMN_CLAUSE = { "CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK",
			"DEFAULT", "COLLATE", "REFERENCES", "AS", "DEFERRABLE" };

	private static final Set<String> SIGNS = Set.of("+", "-");

	private final TokenReader reader;

	ClauseParser(TokenReader reader) {
		this.reader = reader;
	}

	static boolean isTableConstraint(SqlToken token) {
		return token.word() && token.is(TABLE_CONSTRAINT);
	}

	static boolean beginsColumnClause(TokenReader reader) {
		return (reader.peek().word() && reader.peek().is(COLUMN_CLAUSE)) || isGenerated(reader);
	}

	private static boolean isGenerated(TokenReader reader) {
		return reader.peek().is("GENERATED") && reader.peek(1).is("ALWAYS") && reader.peek(2).is("AS");
	}

	/**
	 * Read what stands behind the type of a column, one clause of it.
	 * @param column the column
	 * @return the clause
	 */
	Clause columnClause(String column) {
		SqlToken first = this.reader.peek();
		String name = constraintName();
		SqlToken keyword = this.reader.peek();
		if (this.reader.accept("PRIMARY", "KEY")) {
			if (!this.reader.accept("ASC")) {
				this.reader.accept("DESC");
			}
			skipConflict();
			this.reader.accept("AUTOINCREMENT");
			return clause(Clause.Kind.PRIMARY_KEY, name, first, new PrimaryKey(name, List.of(column)));
		}
		if (this.reader.accept("UNIQUE")) {
			skipConflict();
			return clause(Clause.Kind.UNIQUE, name, first, new UniqueConstraint(name, List.of(column)));
		}
		if (keyword.is("CHECK")) {
			return check(first, name);
		}
		if (keyword.is("REFERENCES")) {
			Constraint key = reference(name, List.of(column));
			return clause(Clause.Kind.FOREIGN_KEY, name, first, key);
		}
		if (this.reader.accept("DEFAULT")) {
			String value = defaultValue();
			return new Clause(Clause.Kind.DEFAULT, name, this.reader.textFrom(first), value, null);
		}
		if (isGenerated(this.reader) || keyword.is("AS")) {
			this.reader.accept("GENERATED", "ALWAYS");
			this.reader.expect("AS");
			String expression = this.reader.parenthesized();
			if (!this.reader.accept("STORED")) {
				this.reader.accept("VIRTUAL");
			}
			return new Clause(Clause.Kind.GENERATED, name, this.reader.textFrom(first), expression, null);
		}
		if (this.reader.accept("COLLATE")) {
			String collation = this.reader.name();
			return new Clause(Clause.Kind.COLLATE, name, this.reader.textFrom(first), collation, null);
		}
		return clause(plainKind(name), name, first, null);
	}

	private Clause.Kind plainKind(@Nullable String name) {
		if (this.reader.accept("NOT", "NULL")) {
			skipConflict();
			return Clause.Kind.NOT_NULL;
		}
		if (this.reader.accept("NULL")) {
			skipConflict();
			return Clause.Kind.NULL;
		}
		if (acceptDeferrable()) {
			return Clause.Kind.DEFERRABLE;
		}
		if (name == null) {
			throw new IllegalArgumentException(
					"A column has '%s', which is unknown".formatted(this.reader.next().text()));
		}
		return Clause.Kind.NAME;
	}

	/**
	 * Read a constraint behind the columns.
	 * @return the constraint
	 */
	Clause tableConstraint() {
		SqlToken first = this.reader.peek();
		String name = constraintName();
		if (this.reader.accept("PRIMARY", "KEY")) {
			List<String> columns = this.reader.columns();
			skipConflict();
			return clause(Clause.Kind.PRIMARY_KEY, name, first, new PrimaryKey(name, columns));
		}
		if (this.reader.accept("UNIQUE")) {
			List<String> columns = this.reader.columns();
			skipConflict();
			return clause(Clause.Kind.UNIQUE, name, first, new UniqueConstraint(name, columns));
		}
		if (this.reader.accept("FOREIGN", "KEY")) {
			Constraint key = reference(name, this.reader.columns());
			return clause(Clause.Kind.FOREIGN_KEY, name, first, key);
		}
		if (this.reader.peek().is("CHECK")) {
			return check(first, name);
		}
		if (name == null) {
			throw new IllegalArgumentException(
					"A table has '%s', which is unknown".formatted(this.reader.next().text()));
		}
		return clause(Clause.Kind.NAME, name, first, null);
	}

	private @Nullable String constraintName() {
		return this.reader.accept("CONSTRAINT") ? this.reader.name() : null;
	}

	private Clause check(SqlToken first, @Nullable String name) {
		this.reader.expect("CHECK");
		String condition = this.reader.parenthesized();
		skipConflict();
		return clause(Clause.Kind.CHECK, name, first, new CheckConstraint(name, condition));
	}

	private Clause clause(Clause.Kind kind, @Nullable String name, SqlToken first, @Nullable Constraint constraint) {
		return new Clause(kind, name, this.reader.textFrom(first), null, constraint);
	}

	private String defaultValue() {
		if (this.reader.peek().is("(")) {
			return this.reader.parenthesized();
		}
		SqlToken first = this.reader.next();
		if (SIGNS.contains(first.text())) {
			this.reader.next();
		}
		else if (first.is("x") && this.reader.peek().start() == first.end()
				&& this.reader.peek().text().startsWith("'")) {
			this.reader.next();
		}
		return this.reader.textFrom(first);
	}

	private void skipConflict() {
		if (this.reader.accept("ON", "CONFLICT")) {
			this.reader.next();
		}
	}

	private Constraint reference(@Nullable String name, List<String> columns) {
		this.reader.expect("REFERENCES");
		QualifiedName table = new QualifiedName(null, this.reader.name());
		List<String> referenced = this.reader.peek().is("(") ? this.reader.columns() : List.of();
		ReferentialAction onDelete = ReferentialAction.NO_ACTION;
		ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
		boolean more = true;
		while (more) {
			if (this.reader.accept("ON", "DELETE")) {
				onDelete = action();
			}
			else if (this.reader.accept("ON", "UPDATE")) {
				onUpdate = action();
			}
			else if (this.reader.accept("MATCH") || this.reader.accept("ON", "INSERT")) {
				this.reader.next();
			}
			else {
				more = acceptDeferrable();
			}
		}
		return new ForeignKey(name, columns, table, referenced, onDelete, onUpdate);
	}

	private boolean acceptDeferrable() {
		boolean deferrable = this.reader.accept("DEFERRABLE") || this.reader.accept("NOT", "DEFERRABLE");
		if (deferrable && this.reader.accept("INITIALLY")) {
			this.reader.next();
		}
		return deferrable;
	}

	private ReferentialAction action() {
		if (this.reader.accept("SET", "NULL")) {
			return ReferentialAction.SET_NULL;
		}
		if (this.reader.accept("SET", "DEFAULT")) {
			return ReferentialAction.SET_DEFAULT;
		}
		if (this.reader.accept("NO", "ACTION")) {
			return ReferentialAction.NO_ACTION;
		}
		return this.reader.next().is("CASCADE") ? ReferentialAction.CASCADE : ReferentialAction.RESTRICT;
	}

}
