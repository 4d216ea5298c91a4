package dev.migrate.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Identifiers;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.UniqueConstraint;

/**
 * The rows of one constraint, one for each of its columns.
 */
final class H2ConstraintRows {

	/** Before 2.4, {@code RESTRICT} is what H2 calls its only way to refuse. */
	static final String QUERY = """
			SELECT C.TABLE_NAME, C.CONSTRAINT_NAME, C.CONSTRAINT_TYPE, K.COLUMN_NAME, H.CHECK_CLAUSE,
				CASE WHEN U.TABLE_SCHEMA <> CURRENT_SCHEMA THEN U.TABLE_SCHEMA END, U.TABLE_NAME, U.COLUMN_NAME,
				CASE WHEN REGEXP_LIKE(H2VERSION(), '^2[.][0-3][.]') AND R.DELETE_RULE = 'RESTRICT'
					THEN 'NO ACTION' ELSE R.DELETE_RULE END,
				CASE WHEN REGEXP_LIKE(H2VERSION(), '^2[.][0-3][.]') AND R.UPDATE_RULE = 'RESTRICT'
					THEN 'NO ACTION' ELSE R.UPDATE_RULE END, C.NULLS_DISTINCT,
				U.CONSTRAINT_NAME
			FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C
			LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K
				ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME
			LEFT JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS H
				ON H.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND H.CONSTRAINT_NAME = C.CONSTRAINT_NAME
			LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R
				ON R.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND R.CONSTRAINT_NAME = C.CONSTRAINT_NAME
			LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE U
				ON U.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA
				AND U.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME
				AND U.ORDINAL_POSITION = K.POSITION_IN_UNIQUE_CONSTRAINT
			WHERE C.TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			ORDER BY C.TABLE_NAME, C.CONSTRAINT_NAME, K.ORDINAL_POSITION""";

	/** The columns of the indexes behind constraints. */
	static final String INDEXES = """
			SELECT C.CONSTRAINT_NAME, I.COLUMN_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C
			JOIN INFORMATION_SCHEMA.INDEX_COLUMNS I
				ON I.INDEX_SCHEMA = C.INDEX_SCHEMA AND I.INDEX_NAME = C.INDEX_NAME
			WHERE C.TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			ORDER BY C.CONSTRAINT_NAME, I.ORDINAL_POSITION""";

	private final Identifiers identifiers;

	private String table = "";

	private String stored = "";

	private String name = "";

	private String type = "";

	private final List<String> columns = new ArrayList<>();

	private final List<String> referencedColumns = new ArrayList<>();

	private @Nullable QualifiedName referencedTable;

	private String condition = "";

	private ReferentialAction onDelete = ReferentialAction.NO_ACTION;

	private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

	private boolean nullsNotDistinct;

	private @Nullable String referencedConstraint;

	H2ConstraintRows(Identifiers identifiers) {
		this.identifiers = identifiers;
	}

	String table() {
		return this.table;
	}

	void add(ResultSet row) throws SQLException {
		this.table = H2Reflector.text(row, 1);
		this.stored = H2Reflector.text(row, 2);
		this.name = logical(row, 2);
		this.type = H2Reflector.text(row, 3);
		if (row.getString(4) != null) {
			this.columns.add(logical(row, 4));
		}
		this.condition = Objects.toString(row.getString(5), "");
		if (row.getString(7) != null) {
			String schema = row.getString(6);
			this.referencedTable = new QualifiedName((schema != null) ? this.identifiers.toLogical(schema) : null,
					logical(row, 7));
			this.referencedColumns.add(logical(row, 8));
			this.onDelete = action(H2Reflector.text(row, 9));
			this.onUpdate = action(H2Reflector.text(row, 10));
		}
		this.nullsNotDistinct = "NO".equals(row.getString(11));
		this.referencedConstraint = row.getString(12);
	}

	/**
	 * Whether it names a column that does not exist: H2 shows the old name of a renamed
	 * one until the database is opened again.
	 * @param existing the columns of each table, by their logical names
	 * @return whether a name is an old one
	 */
	boolean isOutdated(Map<QualifiedName, Set<String>> existing, @Nullable String schema) {
		return !contains(existing, new QualifiedName(schema, this.identifiers.toLogical(this.table)), this.columns)
				|| (this.referencedTable != null && !contains(existing, this.referencedTable, this.referencedColumns));
	}

	private static boolean contains(Map<QualifiedName, Set<String>> existing, QualifiedName table,
			List<String> columns) {
		Set<String> known = existing.get(table);
		return known == null || known.containsAll(columns);
	}

	/**
	 * Take the names of columns from the indexes behind the constraints.
	 * @param columns the columns of the index of each constraint
	 */
	void update(Map<String, List<String>> columns) {
		update(this.columns, columns.getOrDefault(this.stored, List.of()));
		if (this.referencedConstraint != null) {
			update(this.referencedColumns, columns.getOrDefault(this.referencedConstraint, List.of()));
		}
	}

	private static void update(List<String> names, List<String> current) {
		for (int i = 0; i < Math.min(names.size(), current.size()); i++) {
			names.set(i, current.get(i));
		}
	}

	private String logical(ResultSet row, int column) throws SQLException {
		return this.identifiers.toLogical(H2Reflector.text(row, column));
	}

	private static ReferentialAction action(String rule) {
		return ReferentialAction.valueOf(rule.replace(' ', '_'));
	}

	Constraint toConstraint() {
		return switch (this.type) {
			case "PRIMARY KEY" -> new PrimaryKey(this.name, this.columns);
			case "UNIQUE" -> new UniqueConstraint(this.name, this.columns, this.nullsNotDistinct, List.of(),
					Deferral.NOT_DEFERRABLE);
			case "CHECK" -> new CheckConstraint(this.name, this.condition);
			default -> new ForeignKey(this.name, this.columns, Objects.requireNonNull(this.referencedTable),
					this.referencedColumns, this.onDelete, this.onUpdate);
		};
	}

}
