package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.IndexElement.Nulls;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.UniqueConstraint;

/**
 * Writes what tables are made of. A product's writer extends it where it writes
 * otherwise.
 */
public class ElementWriter {

	private final ProductSyntax syntax;

	private final Identifiers identifiers;

	private final TypeNames types;

	private final SequenceWriter sequences;

	/**
	 * Create a writer.
	 * @param syntax how the product writes
	 * @param sequences writes how sequences and identities count
	 */
	public ElementWriter(ProductSyntax syntax, SequenceWriter sequences) {
		this.syntax = syntax;
		this.sequences = sequences;
		this.identifiers = syntax.identifiers();
		this.types = syntax.types();
	}

	/**
	 * Check that the product has a feature.
	 * @param feature the feature
	 * @param wanted whether it is asked for
	 * @throws UnsupportedFeatureException if it is, and the product does not have it
	 */
	protected final void require(Feature feature, boolean wanted) {
		this.syntax.require(feature, wanted);
	}

	/**
	 * What writes how sequences and identities count.
	 * @return the writer
	 */
	final SequenceWriter sequences() {
		return this.sequences;
	}

	/**
	 * Write a column.
	 * @param column the column
	 * @return its definition
	 */
	public String column(Column column) {
		StringBuilder sql = new StringBuilder(this.identifiers.quote(column.name())).append(' ')
			.append(this.types.write(column.type()));
		if (column.collation() != null) {
			require(Feature.COLLATION, true);
			sql.append(" COLLATE ").append(this.identifiers.quote(column.collation()));
		}
		if (column.identity() != null) {
			sql.append(' ').append(this.sequences.identity(column.identity()));
		}
		if (column.generated() != null) {
			sql.append(' ').append(generated(column.generated()));
		}
		if (column.defaultExpression() != null) {
			sql.append(" DEFAULT ").append(defaultExpression(column.defaultExpression()));
		}
		if (!column.nullable()) {
			sql.append(" NOT NULL");
		}
		return sql.toString();
	}

	/**
	 * Whether the product gives a column a comment that it does not have.
	 * @param column the column
	 * @return whether its comment is to be written even if it has none
	 */
	protected boolean takesOtherComment(Column column) {
		return false;
	}

	/**
	 * Write the expression of a default.
	 * @param expression the expression
	 * @return the expression as it stands behind {@code DEFAULT}
	 */
	protected String defaultExpression(String expression) {
		return expression;
	}

	/**
	 * Write the table that a foreign key references.
	 * @param table the table
	 * @return the table as it stands behind {@code REFERENCES}
	 */
	protected String referencedTable(QualifiedName table) {
		return this.identifiers.quote(table);
	}

	/**
	 * Write which index is of which table.
	 * @param index the name of the index
	 * @param table the table
	 * @return what stands behind {@code CREATE INDEX}
	 */
	protected String indexOf(String index, QualifiedName table) {
		return this.identifiers.quote(index) + " ON " + this.identifiers.quote(table);
	}

	/**
	 * Write how a column is computed.
	 * @param generated how
	 * @return the clause
	 */
	protected String generated(GeneratedExpression generated) {
		require(Feature.STORED_COLUMN, generated.stored());
		require(Feature.VIRTUAL_COLUMN, !generated.stored());
		return "GENERATED ALWAYS AS (" + generated.expression() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
	}

	/**
	 * Write a constraint.
	 * @param constraint the constraint
	 * @return its definition, with its name if it has one
	 */
	public String constraint(Constraint constraint) {
		String name = constraint.name();
		return ((name != null) ? "CONSTRAINT " + this.identifiers.quote(name) + " " : "") + definition(constraint);
	}

	private String definition(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return "PRIMARY KEY (" + this.identifiers.quoteAll(key.columns()) + ")" + include(key.include())
					+ deferral(key.deferral());
		}
		if (constraint instanceof UniqueConstraint unique) {
			require(Feature.NULLS_NOT_DISTINCT, unique.nullsNotDistinct());
			return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + "("
					+ this.identifiers.quoteAll(unique.columns()) + ")" + include(unique.include())
					+ deferral(unique.deferral());
		}
		if (constraint instanceof CheckConstraint check) {
			require(Feature.NO_INHERIT, check.noInherit());
			return "CHECK (" + check.condition() + ")" + (check.noInherit() ? " NO INHERIT" : "")
					+ notValid(check.notValid());
		}
		return (constraint instanceof ForeignKey key) ? foreignKey(key) : exclusion((ExclusionConstraint) constraint);
	}

	private String foreignKey(ForeignKey key) {
		require(Feature.MATCH_FULL, key.matchFull());
		require(Feature.DELETE_COLUMNS, !key.deleteColumns().isEmpty());
		return "FOREIGN KEY (" + this.identifiers.quoteAll(key.columns()) + ") REFERENCES "
				+ referencedTable(key.referencedTable())
				+ (key.referencedColumns().isEmpty() ? ""
						: " (" + this.identifiers.quoteAll(key.referencedColumns()) + ")")
				+ (key.matchFull() ? " MATCH FULL" : "") + rule(" ON DELETE ", key.onDelete())
				+ (key.deleteColumns().isEmpty() ? "" : " (" + this.identifiers.quoteAll(key.deleteColumns()) + ")")
				+ rule(" ON UPDATE ", key.onUpdate()) + deferral(key.deferral()) + notValid(key.notValid());
	}

	private static String rule(String event, ReferentialAction action) {
		return (action != ReferentialAction.NO_ACTION) ? event + action.sql() : "";
	}

	private String exclusion(ExclusionConstraint exclusion) {
		require(Feature.EXCLUSION, true);
		List<String> elements = exclusion.elements()
			.stream()
			.map((element) -> element(element.value()) + " WITH " + element.operator())
			.toList();
		String method = (exclusion.method() != null) ? exclusion.method() : ExclusionConstraint.USUAL_METHOD;
		return "EXCLUDE USING " + method + " (" + String.join(", ", elements) + ")"
				+ ((exclusion.where() != null) ? " WHERE (" + exclusion.where() + ")" : "")
				+ deferral(exclusion.deferral());
	}

	private String deferral(Deferral deferral) {
		require(Feature.DEFERRABLE, deferral != Deferral.NOT_DEFERRABLE);
		return deferral.sql();
	}

	private String notValid(boolean notValid) {
		require(Feature.NOT_VALID, notValid);
		return notValid ? " NOT VALID" : "";
	}

	/**
	 * Write what kind of index it is.
	 * @param index the index
	 * @return words between {@code CREATE} and {@code INDEX}, or an empty text
	 */
	protected String indexKind(Index index) {
		return index.unique() ? "UNIQUE " : "";
	}

	/**
	 * Write the access method of an index.
	 * @param index the index
	 * @return the clause behind the table, or an empty text
	 */
	protected String indexMethod(Index index) {
		require(Feature.INDEX_METHOD, index.method() != null);
		return (index.method() != null) ? " USING " + index.method() : "";
	}

	/**
	 * Write what an index says behind what it sorts by.
	 * @param index the index
	 * @return the clauses, or an empty text
	 */
	protected String indexOptions(Index index) {
		require(Feature.NULLS_NOT_DISTINCT, index.nullsNotDistinct());
		return include(index.include()) + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
	}

	/**
	 * Write the columns that an index carries.
	 * @param columns the columns
	 * @return the clause, or an empty text
	 */
	final String include(List<String> columns) {
		require(Feature.INCLUDE, !columns.isEmpty());
		return columns.isEmpty() ? "" : " INCLUDE (" + this.identifiers.quoteAll(columns) + ")";
	}

	/**
	 * Write what an index sorts by.
	 * @param element a column or expression
	 * @return it in SQL
	 */
	final String element(IndexElement element) {
		require(Feature.EXPRESSION_INDEX, element.expression());
		require(Feature.INDEX_NULLS, element.nulls() != null);
		require(Feature.INDEX_COLLATION, element.collation() != null);
		require(Feature.INDEX_METHOD, element.operatorClass() != null);
		StringBuilder sql = new StringBuilder(
				element.expression() ? "(" + element.text() + ")" : this.identifiers.quote(element.text()));
		if (element.collation() != null) {
			sql.append(" COLLATE ").append(this.identifiers.quote(element.collation()));
		}
		if (element.operatorClass() != null) {
			sql.append(' ').append(this.identifiers.quote(element.operatorClass()));
		}
		sql.append(element.descending() ? " DESC" : "");
		if (element.nulls() != null) {
			sql.append((element.nulls() == Nulls.FIRST) ? " NULLS FIRST" : " NULLS LAST");
		}
		return sql.toString();
	}

	/**
	 * Write storage parameters.
	 * @param storage the parameters by name
	 * @return the clause, or an empty text
	 */
	final String storage(Map<String, String> storage) {
		require(Feature.STORAGE, !storage.isEmpty());
		List<String> parameters = new ArrayList<>();
		new TreeMap<>(storage).forEach((name, value) -> parameters.add(name + " = " + value));
		return parameters.isEmpty() ? "" : " WITH (" + String.join(", ", parameters) + ")";
	}

}
