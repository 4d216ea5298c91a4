package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SequenceOptions;

/**
 * Reads the definition of a column: its type, and what stands behind it, from the mapping
 * or from the {@code columnDefinition} of a user.
 */
final class ColumnReader {

	/** What can come behind a type or an expression. */
	private static final Set<String> CLAUSES = Set.of("collate", "not", "null", "default", "check", "unique", "primary",
			"references", "generated", "constraint", "as", "auto_increment", "autoincrement", "deferrable",
			"initially");

	private final Dialect dialect;

	private final Names names;

	private final TypeReader types;

	ColumnReader(Dialect dialect, Names names, TypeReader types) {
		this.dialect = dialect;
		this.names = names;
		this.types = types;
	}

	/**
	 * Read a definition.
	 * @param name the logical name of the column
	 * @param definition the type and all behind it
	 * @return the column and its constraints
	 * @throws UnreadableSqlException if it says what a column cannot say
	 */
	ColumnDefinition read(String name, String definition) {
		SqlReader reader = new SqlReader(definition);
		Column column = Column.column(name, this.types.read(reader.until(CLAUSES)));
		List<Constraint> constraints = new ArrayList<>();
		while (!reader.isAtEnd()) {
			Constraint constraint = constraint(reader, name);
			if (constraint != null) {
				constraints.add(constraint);
			}
			else {
				column = clause(reader, column);
			}
		}
		return new ColumnDefinition(column, constraints);
	}

	private @Nullable Constraint constraint(SqlReader reader, String column) {
		String name = reader.accept("constraint") ? this.names.logical(reader.next()) : null;
		ConstraintReader constraints = new ConstraintReader(this.names, reader);
		if (reader.accept("check")) {
			return constraints.check(name);
		}
		if (reader.accept("unique")) {
			return constraints.unique(name, List.of(column));
		}
		if (reader.accept("primary", "key")) {
			return new PrimaryKey(name, List.of(column));
		}
		return reader.is("references") ? constraints.foreignKey(name, List.of(column)) : null;
	}

	private Column clause(SqlReader reader, Column column) {
		if (reader.accept("not", "null")) {
			return column.notNull();
		}
		if (reader.accept("null")) {
			return column;
		}
		if (reader.accept("collate")) {
			return column.collate(this.names.parse(reader.qualifiedName()).name());
		}
		if (reader.accept("default")) {
			return column.defaultSql(reader.until(CLAUSES));
		}
		if (reader.accept("auto_increment") || reader.accept("generated", "by", "default", "as", "identity")) {
			return column.identity(Identity.BY_DEFAULT.with(options(reader)));
		}
		if (reader.accept("generated", "always", "as", "identity")) {
			return column.identity(Identity.ALWAYS.with(options(reader)));
		}
		if (reader.accept("generated", "always", "as") || reader.accept("as")) {
			return generated(column, new GeneratedExpression(reader.parenthesised(), isStored(reader)));
		}
		throw reader.unreadable();
	}

	private static SequenceOptions options(SqlReader reader) {
		if (!reader.is("(")) {
			return SequenceOptions.DEFAULTS;
		}
		SqlReader inner = new SqlReader(reader.parenthesised());
		SequenceOptions options = new SequenceReader(inner).options(SequenceOptions.DEFAULTS);
		inner.expectEnd();
		return options;
	}

	private boolean isStored(SqlReader reader) {
		boolean stored = reader.accept("stored") || this.dialect.storesGeneratedColumns();
		return !reader.accept("virtual") && stored;
	}

	private static Column generated(Column column, GeneratedExpression generated) {
		return new Column(column.name(), column.type(), column.nullable(), null, null, generated, column.collation(),
				column.comment());
	}

}
