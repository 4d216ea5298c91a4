package dev.migrate.hibernate;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.TypeNames;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.QualifiedName;

/**
 * Reads column types as Hibernate writes them.
 */
final class TypeReader {

	/** What may be a name, perhaps as an array. */
	private static final Pattern NAME = Pattern
		.compile("((?:\"[^\"]+\"|\\w+)(?:\\.(?:\"[^\"]+\"|\\w+))?)((?:\\s*\\[\\d*]|\\s+array(?:\\[\\d+])?)*)");

	private static final Pattern DIMENSION = Pattern.compile("array(?:\\[\\d+])?|\\[\\d*]");

	private final Names names;

	private final TypeNames types;

	private final Map<QualifiedName, ?> named;

	/** Many columns are of few types. */
	private final Map<String, ColumnType> known = new HashMap<>();

	/**
	 * Create a reader.
	 * @param names the names
	 * @param types how the product names types
	 * @param named the types of the schema, by name
	 */
	TypeReader(Names names, TypeNames types, Map<QualifiedName, ?> named) {
		this.names = names;
		this.types = types;
		this.named = named;
	}

	ColumnType read(String written) {
		return this.known.computeIfAbsent(written, this::readNew);
	}

	private ColumnType readNew(String written) {
		Matcher matcher = NAME.matcher(written.strip());
		if (matcher.matches()) {
			QualifiedName name = this.names.parse(matcher.group(1));
			if (this.named.containsKey(name)) {
				long dimensions = DIMENSION.matcher(matcher.group(2)).results().count();
				return (dimensions > 0) ? new Array(new Named(name), (int) dimensions) : new Named(name);
			}
		}
		return this.types.read(written);
	}

}
