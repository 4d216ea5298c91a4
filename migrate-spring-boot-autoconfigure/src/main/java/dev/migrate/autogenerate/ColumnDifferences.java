package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrate.autogenerate.TableMatch.ColumnPair;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterColumn.DefaultChange;
import dev.migrate.operation.AlterIdentity;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetComment;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What columns differ in, and the operations that change them.
 */
final class ColumnDifferences {

	private final Dialect dialect;

	private final List<Difference> differences;

	ColumnDifferences(Dialect dialect, List<Difference> differences) {
		this.dialect = dialect;
		this.differences = differences;
	}

	void added(QualifiedName table, Column column) {
		add("add_column", table, column, "added column '%s'", NotNull.add(table, column, this.dialect.identifiers()));
	}

	void removed(QualifiedName table, Column column) {
		add("remove_column", table, column, "removed column '%s'",
				List.of(new DropColumn(table, column.name(), false, column)));
	}

	void changed(ColumnPair pair) {
		QualifiedName table = pair.match().wanted().written().name();
		Column wanted = (pair.written().type() instanceof Raw) ? pair.wanted() : pair.written();
		if (pair.differsInGeneration()) {
			List<Operation> anew = new ArrayList<>(List.of(new DropColumn(table, wanted.name(), false, pair.found())));
			anew.addAll(NotNull.add(table, wanted, this.dialect.identifiers()));
			add("modify_generated", table, wanted, "changed expression of generated column '%s'", anew);
			return;
		}
		if (wanted.identity() == null) {
			identity(table, pair.found(), wanted);
		}
		boolean type = pair.differsInType() || pair.differsInCollation();
		if (type) {
			add("modify_type", table, wanted,
					"type change from %s to %s on '%%s'".formatted(type(pair.found()), type(wanted)).replace("%%", "%"),
					List.of());
		}
		boolean nullable = pair.differsInNullability();
		if (nullable) {
			add("modify_nullable", table, wanted, wanted.nullable() ? "NULL on column '%s'" : "NOT NULL on column '%s'",
					List.of());
		}
		boolean defaultChange = pair.differsInDefault();
		if (defaultChange) {
			add("modify_default", table, wanted, "server default on column '%s'", List.of());
		}
		List<Operation> operations = alter(table, pair.found(), wanted, type, nullable, defaultChange);
		if (!operations.isEmpty()) {
			Difference last = this.differences.remove(this.differences.size() - 1);
			this.differences.add(new Difference(last.kind(), last.object(), last.text(), operations));
		}
		if (wanted.identity() != null) {
			// It has no default then, and takes no NULL
			identity(table, pair.found(), wanted);
		}
		if (!Objects.equals(pair.found().comment(), wanted.comment())) {
			add("modify_comment", table, wanted, "column comment '%s'", List.of(new SetComment(table, wanted.name(),
					wanted.comment(), new SetComment.Before(pair.found().comment()))));
		}
	}

	private void identity(QualifiedName table, Column found, Column wanted) {
		if (!Objects.equals(found.identity(), wanted.identity())) {
			add("modify_identity", table, wanted, "identity of column '%s'",
					List.of(new AlterIdentity(table, wanted.name(), wanted.identity(), found.identity())));
		}
	}

	private List<Operation> alter(QualifiedName table, Column found, Column wanted, boolean type, boolean nullable,
			boolean defaultChange) {
		if (!type && !nullable && !defaultChange) {
			return List.of();
		}
		List<Operation> operations = new ArrayList<>();
		Column was = found;
		String using = type ? this.dialect.conversion(wanted.name(), found.type(), wanted.type()) : null;
		boolean newDefault = defaultChange;
		if (using != null && found.defaultExpression() != null) {
			operations.add(new AlterColumn(table, wanted.name(), null, null, null, new DefaultChange(null), null, was));
			was = withoutDefault(found);
			newDefault = wanted.defaultExpression() != null;
		}
		if (nullable && !wanted.nullable()) {
			operations.add(DataStep.of(table, wanted.name(), this.dialect.identifiers()));
		}
		operations.add(new AlterColumn(table, wanted.name(), type ? collated(wanted) : null, using,
				nullable ? wanted.nullable() : null, newDefault ? new DefaultChange(wanted.defaultExpression()) : null,
				null, type ? was.type(collated(was)) : was));
		if (type && wanted.identity() != null && found.identity() != null && !this.dialect.identityFollowsType()) {
			// Once more, with the limits of the type
			operations.add(new AlterIdentity(table, wanted.name(), wanted.identity(), wanted.identity()));
		}
		return operations;
	}

	/** A collation is changed with the type. */
	private ColumnType collated(Column column) {
		return (column.collation() != null) ? new Raw(this.dialect.syntax().types().write(column.type()) + " COLLATE "
				+ this.dialect.identifiers().quote(column.collation())) : column.type();
	}

	private static Column withoutDefault(Column column) {
		return new Column(column.name(), column.type(), column.nullable(), null, column.identity(), column.generated(),
				column.collation(), column.comment());
	}

	private String type(Column column) {
		@Nullable String collation = column.collation();
		return this.dialect.syntax().types().write(column.type())
				+ ((collation != null) ? " COLLATE " + collation : "");
	}

	private void add(String kind, QualifiedName table, Column column, String text, List<Operation> operations) {
		String object = table + "." + column.name();
		this.differences.add(new Difference(kind, object, text.replace("%s", object), operations));
	}

}
