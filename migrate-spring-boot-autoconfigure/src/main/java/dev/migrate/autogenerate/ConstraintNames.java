package dev.migrate.autogenerate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.NamingConvention;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Names for constraints that are added to tables and have none: they must be known to be
 * dropped again.
 */
final class ConstraintNames {

	private final NamingConvention convention;

	private final Identifiers identifiers;

	private final Set<String> taken = new HashSet<>();

	ConstraintNames(NamingConvention convention, Identifiers identifiers, Schema found) {
		this.convention = convention;
		this.identifiers = identifiers;
		for (Table table : found.tables()) {
			this.taken.add(table.name().name());
			table.constraints().forEach((constraint) -> this.taken.add(constraint.name()));
			table.indexes().forEach((index) -> this.taken.add(index.name()));
		}
	}

	/**
	 * A constraint with a name.
	 * @param table its table
	 * @param constraint the constraint
	 * @return the constraint with its name, that of the convention, or one as PostgreSQL
	 * gives it
	 */
	Constraint named(QualifiedName table, Constraint constraint) {
		if (constraint.name() != null) {
			return constraint;
		}
		AddConstraint byConvention = (AddConstraint) this.convention.apply(new AddConstraint(table, constraint),
				this.identifiers::shorten);
		if (byConvention.constraint().name() != null) {
			return byConvention.constraint();
		}
		String base = this.identifiers.shorten((table.name() + columns(constraint)).replace("\"", ""));
		String name = base + suffix(constraint);
		for (int i = 1; !this.taken.add(name); i++) {
			name = base + suffix(constraint) + i;
		}
		return constraint.named(this.identifiers.shorten(name));
	}

	private static String columns(Constraint constraint) {
		List<String> columns = (constraint instanceof UniqueConstraint unique) ? unique.columns()
				: (constraint instanceof ForeignKey key) ? key.columns() : List.of();
		return columns.isEmpty() ? "" : "_" + String.join("_", columns);
	}

	private static String suffix(Constraint constraint) {
		if (constraint instanceof PrimaryKey) {
			return "_pkey";
		}
		if (constraint instanceof UniqueConstraint) {
			return "_key";
		}
		return (constraint instanceof CheckConstraint) ? "_check" : "_fkey";
	}

}
