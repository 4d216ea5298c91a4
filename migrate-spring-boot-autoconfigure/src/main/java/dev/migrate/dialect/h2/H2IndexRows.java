package dev.migrate.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Identifiers;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.IndexElement.Nulls;

/**
 * The rows of one index, one for each of its columns.
 */
final class H2IndexRows {

	static final String QUERY = """
			SELECT I.TABLE_NAME, I.INDEX_NAME, I.INDEX_TYPE_NAME, C.COLUMN_NAME, C.ORDERING_SPECIFICATION,
				C.NULL_ORDERING, I.NULLS_DISTINCT, C.IS_UNIQUE
			FROM INFORMATION_SCHEMA.INDEXES I
			JOIN INFORMATION_SCHEMA.INDEX_COLUMNS C
				ON C.INDEX_SCHEMA = I.INDEX_SCHEMA AND C.INDEX_NAME = I.INDEX_NAME
			WHERE I.TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA) AND NOT I.IS_GENERATED
				AND I.INDEX_TYPE_NAME <> 'PRIMARY KEY'
			ORDER BY I.TABLE_NAME, I.INDEX_NAME, C.ORDINAL_POSITION""";

	private final Identifiers identifiers;

	private String table = "";

	private String name = "";

	private boolean unique;

	private boolean nullsNotDistinct;

	private @Nullable String method;

	private final List<IndexElement> elements = new ArrayList<>();

	private final List<String> include = new ArrayList<>();

	H2IndexRows(Identifiers identifiers) {
		this.identifiers = identifiers;
	}

	String table() {
		return this.table;
	}

	void add(ResultSet row) throws SQLException {
		this.table = H2Reflector.text(row, 1);
		this.name = this.identifiers.toLogical(H2Reflector.text(row, 2));
		String kind = H2Reflector.text(row, 3).toLowerCase(Locale.ROOT);
		this.unique = kind.startsWith("unique");
		this.nullsNotDistinct = "NO".equals(row.getString(7));
		this.method = H2ElementWriter.METHODS.stream().filter(kind::contains).findFirst().orElse(null);
		String column = this.identifiers.toLogical(H2Reflector.text(row, 4));
		if (this.unique && !row.getBoolean(8)) {
			this.include.add(column);
			return;
		}
		String nulls = row.getString(6);
		this.elements.add(new IndexElement(column, false, "DESC".equals(row.getString(5)),
				(nulls != null) ? Nulls.valueOf(nulls) : null, null, null)
			.withoutUsualNulls(false));
	}

	Index toIndex() {
		return new Index(this.name, this.elements, this.unique, null, this.method, this.include, this.nullsNotDistinct,
				Map.of());
	}

}
