package dev.migrate.hibernate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.UniqueConstraint;

/**
 * Reads what constraints say: conditions, references, and options behind them.
 */
final class ConstraintReader {

	private final Names names;

	private final SqlReader reader;

	ConstraintReader(Names names, SqlReader reader) {
		this.names = names;
		this.reader = reader;
	}

	/** What stands behind {@code CHECK}. */
	CheckConstraint check(@Nullable String name) {
		CheckConstraint check = new CheckConstraint(name, this.reader.parenthesised());
		check = this.reader.accept("no", "inherit") ? check.withoutInheritance() : check;
		return this.reader.accept("not", "valid") ? check.asNotValid() : check;
	}

	/** What stands behind the columns of a unique constraint. */
	UniqueConstraint unique(@Nullable String name, List<String> columns) {
		UniqueConstraint unique = new UniqueConstraint(name, columns);
		while (!this.reader.isAtEnd()) {
			if (this.reader.accept("nulls", "not", "distinct")) {
				unique = unique.withNullsNotDistinct();
			}
			else if (this.reader.accept("include")) {
				unique = unique.include(this.names.logical(this.reader.parenthesisedNames()).toArray(String[]::new));
			}
			else if (isDeferral()) {
				unique = unique.deferral(deferral(unique.deferral()));
			}
			else if (!this.reader.accept("nulls", "distinct")) {
				break;
			}
		}
		return unique;
	}

	/** A foreign key, from {@code FOREIGN KEY} or from {@code REFERENCES} on. */
	ForeignKey foreignKey(@Nullable String name, List<String> columns) {
		List<String> referencing = columns;
		if (this.reader.accept("foreign", "key")) {
			referencing = this.names.logical(this.reader.parenthesisedNames());
		}
		this.reader.expect("references");
		String table = this.reader.qualifiedName();
		List<String> referenced = this.reader.is("(") ? this.names.logical(this.reader.parenthesisedNames())
				: List.of();
		return options(new ForeignKey(name, referencing, this.names.parse(table), referenced,
				ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION));
	}

	/** What stands behind the references of a foreign key. */
	ForeignKey options(ForeignKey plain) {
		ForeignKey key = plain;
		while (!this.reader.isAtEnd()) {
			if (this.reader.accept("on", "delete")) {
				ReferentialAction action = action();
				List<String> columns = this.reader.is("(") ? this.names.logical(this.reader.parenthesisedNames())
						: List.of();
				key = key.onDelete(action, columns.toArray(String[]::new));
			}
			else if (this.reader.accept("on", "update")) {
				key = key.onUpdate(action());
			}
			else if (this.reader.accept("match", "full")) {
				key = key.withMatchFull();
			}
			else if (this.reader.accept("not", "valid")) {
				key = key.asNotValid();
			}
			else if (isDeferral()) {
				key = key.deferral(deferral(key.deferral()));
			}
			else if (!this.reader.accept("match", "simple")) {
				break;
			}
		}
		return key;
	}

	private ReferentialAction action() {
		for (ReferentialAction action : ReferentialAction.values()) {
			if (this.reader.accept(action.sql().split(" "))) {
				return action;
			}
		}
		throw this.reader.unreadable();
	}

	private boolean isDeferral() {
		return this.reader.is("not", "deferrable") || this.reader.is("deferrable") || this.reader.is("initially");
	}

	/** When it is checked; what is not said stays. */
	private Deferral deferral(Deferral said) {
		if (this.reader.accept("not", "deferrable")) {
			return Deferral.NOT_DEFERRABLE;
		}
		if (this.reader.accept("deferrable")) {
			return (said == Deferral.NOT_DEFERRABLE) ? Deferral.INITIALLY_IMMEDIATE : said;
		}
		if (this.reader.accept("initially", "deferred")) {
			return Deferral.INITIALLY_DEFERRED;
		}
		this.reader.expect("initially", "immediate");
		return Deferral.INITIALLY_IMMEDIATE;
	}

}
