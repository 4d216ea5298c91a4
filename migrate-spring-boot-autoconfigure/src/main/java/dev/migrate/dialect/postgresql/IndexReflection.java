package dev.migrate.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ExclusionConstraint.Element;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.IndexElement.Nulls;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueConstraint;

/**
 * Reads indexes, and the constraints that have one: primary keys, unique and exclusion
 * constraints. A row is an element of an index.
 */
final class IndexReflection {

	private static final String INDEXES = """
			SELECT c.relname, i.relname, k.conname, k.contype::text, k.condeferrable, k.condeferred,
				x.indisunique, m.amname, pg_catalog.pg_get_expr(x.indpred, x.indrelid, true), %s, i.reloptions,
				u.place <= x.indnkeyatts, a.attname,
				CASE WHEN u.attnum = 0 THEN pg_catalog.pg_get_indexdef(x.indexrelid, u.place::integer, true) END,
				u.options & 1 = 1, u.options & 2 = 2, o.collname, CASE WHEN NOT q.opcdefault THEN q.opcname END, p.oprname
			FROM pg_catalog.pg_index x
			JOIN pg_catalog.pg_class c ON c.oid = x.indrelid
			JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
			JOIN pg_catalog.pg_am m ON m.oid = i.relam
			CROSS JOIN LATERAL unnest(x.indkey::int2[], x.indoption::int2[], x.indclass::oid[], x.indcollation::oid[])
				WITH ORDINALITY u(attnum, options, opclass, collid, place)
			LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = x.indexrelid AND k.conrelid = x.indrelid
				AND k.contype IN ('p', 'u', 'x')
			LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = u.attnum
			LEFT JOIN pg_catalog.pg_opclass q ON q.oid = u.opclass
			LEFT JOIN pg_catalog.pg_collation o ON o.oid = u.collid
				AND u.collid <> coalesce(a.attcollation, %d)
			LEFT JOIN pg_catalog.pg_operator p ON p.oid = k.conexclop[u.place::integer]
			WHERE %s ORDER BY c.relname, i.relname, u.place""";

	/** Before it, two NULL are never duplicates. */
	private static final int NULLS_NOT_DISTINCT = 15;

	/** The object id of the collation {@code default}, in every database. */
	private static final int DEFAULT_COLLATION = 100;

	private IndexReflection() {
	}

	static void read(PostgresCatalog catalog, CatalogTables found) {
		Map<String, Parts> indexes = new LinkedHashMap<>();
		String nullsNotDistinct = catalog.isAtLeast(NULLS_NOT_DISTINCT) ? "x.indnullsnotdistinct" : "false";
		catalog.query(INDEXES.formatted(nullsNotDistinct, DEFAULT_COLLATION, PostgresCatalog.TABLES), (row) -> {
			Parts parts = indexes.get(PostgresCatalog.text(row, 2));
			if (parts == null) {
				parts = new Parts(row);
				indexes.put(PostgresCatalog.text(row, 2), parts);
			}
			parts.add(row);
		});
		indexes.values().forEach((parts) -> parts.addTo(found));
	}

	private static final class Parts {

		private final String table;

		private final String name;

		private final @Nullable String constraint;

		private final @Nullable String kind;

		private final Deferral deferral;

		private final boolean unique;

		private final @Nullable String method;

		private final @Nullable String where;

		private final boolean nullsNotDistinct;

		private final Map<String, String> storage;

		private final List<IndexElement> elements = new ArrayList<>();

		private final List<String> operators = new ArrayList<>();

		private final List<String> include = new ArrayList<>();

		Parts(ResultSet row) throws SQLException {
			this.table = PostgresCatalog.text(row, 1);
			this.name = PostgresCatalog.text(row, 2);
			this.constraint = row.getString(3);
			this.kind = row.getString(4);
			this.deferral = ConstraintReflection.deferral(row, 5);
			this.unique = row.getBoolean(7);
			String method = PostgresCatalog.text(row, 8);
			this.method = method.equals("btree") ? null : method;
			this.where = row.getString(9);
			this.nullsNotDistinct = row.getBoolean(10);
			this.storage = PostgresCatalog.options(row, 11);
		}

		void add(ResultSet row) throws SQLException {
			String column = row.getString(13);
			if (!row.getBoolean(12)) {
				this.include.add(Objects.requireNonNull(column));
				return;
			}
			boolean descending = row.getBoolean(15);
			String text = (column != null) ? column : PostgresCatalog.withoutParentheses(PostgresCatalog.text(row, 14));
			this.elements.add(new IndexElement(text, column == null, descending,
					row.getBoolean(16) ? Nulls.FIRST : Nulls.LAST, row.getString(17), row.getString(18)));
			this.operators.add(Objects.requireNonNullElse(row.getString(19), ""));
		}

		void addTo(CatalogTables found) {
			if (this.kind == null) {
				found.index(this.table, new Index(this.name, this.elements, this.unique, this.where, this.method,
						this.include, this.nullsNotDistinct, this.storage));
			}
			else {
				found.constraint(this.table, constraint(this.kind));
			}
		}

		private Constraint constraint(String kind) {
			List<String> columns = this.elements.stream().map(IndexElement::text).toList();
			return switch (kind) {
				case "p" -> new PrimaryKey(this.constraint, columns, this.include, this.deferral);
				case "u" ->
					new UniqueConstraint(this.constraint, columns, this.nullsNotDistinct, this.include, this.deferral);
				default -> exclusion();
			};
		}

		private ExclusionConstraint exclusion() {
			List<Element> compared = new ArrayList<>();
			for (int i = 0; i < this.elements.size(); i++) {
				compared.add(new Element(this.elements.get(i), this.operators.get(i)));
			}
			return new ExclusionConstraint(this.constraint, Objects.requireNonNullElse(this.method, "btree"), compared,
					this.where, this.deferral);
		}

	}

}
