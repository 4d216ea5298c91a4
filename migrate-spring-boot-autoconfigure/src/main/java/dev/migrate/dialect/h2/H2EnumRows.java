package dev.migrate.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Identifiers;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;

/**
 * The rows of enumerated types, one for each of their values. They are domains that do
 * nothing but name an enumeration.
 */
final class H2EnumRows {

	static final String QUERY = """
			SELECT D.DOMAIN_NAME, CASE WHEN D.DOMAIN_SCHEMA <> CURRENT_SCHEMA THEN D.DOMAIN_SCHEMA END, V.VALUE_NAME,
				D.REMARKS, D.DOMAIN_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			FROM INFORMATION_SCHEMA.DOMAINS D
			JOIN INFORMATION_SCHEMA.ENUM_VALUES V
				ON V.OBJECT_SCHEMA = D.DOMAIN_SCHEMA AND V.OBJECT_NAME = D.DOMAIN_NAME AND V.OBJECT_TYPE = 'DOMAIN'
				AND V.ENUM_IDENTIFIER = D.DTD_IDENTIFIER
			LEFT JOIN INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS C
				ON C.DOMAIN_SCHEMA = D.DOMAIN_SCHEMA AND C.DOMAIN_NAME = D.DOMAIN_NAME
			WHERE D.DATA_TYPE = 'ENUM' AND D.DOMAIN_DEFAULT IS NULL AND D.DOMAIN_ON_UPDATE IS NULL
				AND D.PARENT_DOMAIN_NAME IS NULL AND C.CONSTRAINT_NAME IS NULL
			ORDER BY D.DOMAIN_SCHEMA, D.DOMAIN_NAME, V.VALUE_ORDINAL""";

	/** The enumerated types that Hibernate creates, which are checked texts. */
	static final String CHECKED = """
			SELECT D.DOMAIN_NAME, CASE WHEN D.DOMAIN_SCHEMA <> CURRENT_SCHEMA THEN D.DOMAIN_SCHEMA END, K.CHECK_CLAUSE,
				D.REMARKS, D.DOMAIN_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			FROM INFORMATION_SCHEMA.DOMAINS D
			JOIN INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS C
				ON C.DOMAIN_SCHEMA = D.DOMAIN_SCHEMA AND C.DOMAIN_NAME = D.DOMAIN_NAME
			JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS K
				ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME
			WHERE D.DATA_TYPE = 'CHARACTER VARYING' AND D.DOMAIN_DEFAULT IS NULL AND D.DOMAIN_ON_UPDATE IS NULL
				AND D.PARENT_DOMAIN_NAME IS NULL AND 1 = (SELECT COUNT(*) FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS O
					WHERE O.DOMAIN_SCHEMA = D.DOMAIN_SCHEMA AND O.DOMAIN_NAME = D.DOMAIN_NAME)
			ORDER BY D.DOMAIN_SCHEMA, D.DOMAIN_NAME""";

	private static final Pattern VALUES = Pattern.compile("VALUE (?:IN\\((.*)\\)|= ('(?:[^']|'')*'))");

	private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

	private final Identifiers identifiers;

	private final Map<QualifiedName, List<String>> values = new LinkedHashMap<>();

	private final Map<QualifiedName, EnumType> reflected = new LinkedHashMap<>();

	H2EnumRows(Identifiers identifiers) {
		this.identifiers = identifiers;
	}

	/**
	 * Add a row.
	 * @param row the row
	 * @param schema the logical name of the schema that is reflected, or {@code null}
	 */
	void add(ResultSet row, @Nullable String schema) throws SQLException {
		QualifiedName name = name(row, 1, 2);
		List<String> known = this.values.computeIfAbsent(name, (key) -> new ArrayList<>());
		known.add(H2Reflector.text(row, 3));
		reflect(name, row, schema);
	}

	private void reflect(QualifiedName name, ResultSet row, @Nullable String schema) throws SQLException {
		if (row.getBoolean(5)) {
			this.reflected.put(name, new EnumType(new QualifiedName(schema, name.name()),
					this.values.getOrDefault(name, List.of()), row.getString(4)));
		}
	}

	/**
	 * Add a row of checked texts.
	 * @param row the row
	 * @param schema the logical name of the schema that is reflected, or {@code null}
	 */
	void addChecked(ResultSet row, @Nullable String schema) throws SQLException {
		Matcher matcher = VALUES.matcher(H2Reflector.text(row, 3));
		if (matcher.matches()) {
			QualifiedName name = name(row, 1, 2);
			this.values.put(name,
					VALUE.matcher((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2))
						.results()
						.map((value) -> value.group(1).replace("''", "'"))
						.toList());
			reflect(name, row, schema);
		}
	}

	/** The name in two columns of a row, its schema only if it is not the current one. */
	QualifiedName name(ResultSet row, int name, int schema) throws SQLException {
		String other = row.getString(schema);
		return new QualifiedName((other != null) ? this.identifiers.toLogical(other) : null,
				this.identifiers.toLogical(H2Reflector.text(row, name)));
	}

	/** Whether there is such a type, in any schema. */
	boolean contains(QualifiedName name) {
		return this.values.containsKey(name);
	}

	/** The types of the schema that is reflected. */
	List<EnumType> toEnumTypes() {
		return List.copyOf(this.reflected.values());
	}

}
