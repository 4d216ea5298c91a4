package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;

import dev.migrate.schema.Cast;
import dev.migrate.schema.Cast.Context;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.StructType;
import dev.migrate.schema.StructType.Attribute;

/**
 * The types with a name of their own. Enumerated types and their casts are statements in
 * the mapping, what else a user put there as a statement is left out.
 */
final class TypeModel {

	private static final Log logger = LogFactory.getLog(TypeModel.class);

	private static final Pattern CAST = Pattern.compile(
			"create\\s+cast\\s*\\((.+?)\\s+as\\s+(.+?)\\)\\s*with\\s+inout(\\s+as\\s+(implicit|assignment))?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private final Metadata metadata;

	private final Names names;

	private final Map<QualifiedName, EnumType> enums = new LinkedHashMap<>();

	private final Map<QualifiedName, UserDefinedObjectType> structs = new LinkedHashMap<>();

	private final List<String> casts = new ArrayList<>();

	TypeModel(Metadata metadata, Names names, SqlStringGenerationContext context) {
		this.metadata = metadata;
		this.names = names;
		for (AuxiliaryDatabaseObject object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
			if (object.appliesToDialect(metadata.getDatabase().getDialect())) {
				for (String statement : object.sqlCreateStrings(context)) {
					statement(statement);
				}
			}
		}
		for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
			for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
				if (type instanceof UserDefinedObjectType struct) {
					this.structs.put(names.of(type.getQualifiedTableName()), struct);
				}
			}
		}
	}

	private void statement(String statement) {
		SqlReader reader = new SqlReader(statement);
		if (CAST.matcher(statement.strip()).matches()) {
			this.casts.add(statement);
		}
		else if (!isEnum(reader)) {
			logger.warn("Left out of the model, a revision has to execute it: " + statement);
		}
	}

	/** {@code CREATE TYPE c AS ENUM ('a')}, or as a domain of checked texts. */
	private boolean isEnum(SqlReader reader) {
		boolean domain = reader.accept("create", "domain");
		if (!domain && !reader.accept("create", "type")) {
			return false;
		}
		QualifiedName name = this.names.parse(reader.qualifiedName());
		if (!domain && reader.accept("as", "enum")) {
			return add(name, reader);
		}
		if (domain && reader.accept("as", "varchar")) {
			reader.parenthesised();
			if (reader.accept("check")) {
				SqlReader check = new SqlReader(reader.parenthesised());
				return check.accept("value", "in") && reader.isAtEnd() && add(name, check);
			}
		}
		return false;
	}

	private boolean add(QualifiedName name, SqlReader values) {
		List<String> constants = values.parenthesisedNames().stream().map(TypeModel::text).toList();
		this.enums.put(name, new EnumType(name, constants, null));
		return values.isAtEnd();
	}

	private static String text(String literal) {
		return literal.substring(1, literal.length() - 1).replace("''", "'");
	}

	/** The types by name. */
	Map<QualifiedName, ?> byName() {
		Map<QualifiedName, Object> named = new LinkedHashMap<>(this.enums);
		named.putAll(this.structs);
		return named;
	}

	/** The types and casts. */
	List<SchemaObject> objects(TypeReader types, ColumnModel columns) {
		List<SchemaObject> objects = new ArrayList<>(this.enums.values());
		this.structs.forEach((name, struct) -> objects.add(struct(name, struct, types, columns)));
		this.casts.forEach((statement) -> objects.add(cast(statement, types)));
		return objects;
	}

	private StructType struct(QualifiedName name, UserDefinedObjectType struct, TypeReader types, ColumnModel columns) {
		List<Attribute> attributes = struct.getColumns()
			.stream()
			.map((column) -> new Attribute(columns.name(column), types.read(column.getSqlType(this.metadata))))
			.toList();
		String comment = struct.getComment();
		return new StructType(name, attributes, (comment != null) ? ColumnModel.comment(comment) : null);
	}

	private static Cast cast(String statement, TypeReader types) {
		MatchResult parts = CAST.matcher(statement.strip()).results().findFirst().orElseThrow();
		Context context = (parts.group(4) != null) ? Context.valueOf(parts.group(4).toUpperCase(Locale.ROOT))
				: Context.EXPLICIT;
		return new Cast(types.read(parts.group(1)), types.read(parts.group(2)), context);
	}

}
