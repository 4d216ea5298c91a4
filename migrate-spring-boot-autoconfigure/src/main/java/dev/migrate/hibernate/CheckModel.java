package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

import dev.migrate.schema.CheckConstraint;

/**
 * The checks of a table: those of its columns, of which Hibernate writes all without name
 * as one, its own, and those of the parts of aggregates.
 */
final class CheckModel {

	/** The kinds of aggregates whose parts are not checked. */
	private static final Set<Integer> ARRAYS = Set.of(SqlTypes.STRUCT_ARRAY, SqlTypes.STRUCT_TABLE, SqlTypes.JSON_ARRAY,
			SqlTypes.XML_ARRAY, SqlTypes.ARRAY);

	private final Dialect hibernate;

	private final Names names;

	CheckModel(Dialect hibernate, Names names) {
		this.hibernate = hibernate;
		this.names = names;
	}

	List<CheckConstraint> of(Table table) {
		List<CheckConstraint> checks = new ArrayList<>();
		for (Column column : table.getColumns()) {
			String anonymous = column.getCheckConstraints()
				.stream()
				.filter(org.hibernate.mapping.CheckConstraint::isAnonymous)
				.map(org.hibernate.mapping.CheckConstraint::getConstraintInParens)
				.collect(Collectors.joining(" and "));
			if (!anonymous.isEmpty()) {
				checks.addAll(read("check (" + anonymous + ")"));
			}
			column.getCheckConstraints()
				.stream()
				.filter(org.hibernate.mapping.CheckConstraint::isNamed)
				.forEach((check) -> checks.addAll(read(check.constraintString(this.hibernate))));
		}
		table.getChecks().forEach((check) -> checks.addAll(read(check.constraintString(this.hibernate))));
		checks.addAll(read(new Aggregates(this.hibernate).checks(table)));
		return checks;
	}

	private List<CheckConstraint> read(String text) {
		SqlReader reader = new SqlReader(text);
		List<CheckConstraint> checks = new ArrayList<>();
		while (!reader.isAtEnd()) {
			reader.accept(",");
			String name = reader.accept("constraint") ? this.names.logical(reader.next()) : null;
			reader.expect("check");
			checks.add(new ConstraintReader(this.names, reader).check(name));
		}
		return checks;
	}

	/**
	 * Lets Hibernate write what it checks in aggregates.
	 */
	private static final class Aggregates extends StandardTableExporter {

		Aggregates(Dialect dialect) {
			super(dialect);
		}

		String checks(Table table) {
			StringBuilder text = new StringBuilder();
			if (this.dialect.getAggregateSupport() != null
					&& this.dialect.getAggregateSupport().supportsComponentCheckConstraints()) {
				for (Column column : table.getColumns()) {
					if (column instanceof AggregateColumn aggregate && !isArray(aggregate)) {
						applyAggregateColumnCheck(text, aggregate);
					}
				}
			}
			return text.toString();
		}

		private static boolean isArray(AggregateColumn column) {
			BasicValue value = (BasicValue) column.getValue();
			return ARRAYS.contains(value.getResolution().getJdbcType().getDefaultSqlTypeCode());
		}

	}

}
