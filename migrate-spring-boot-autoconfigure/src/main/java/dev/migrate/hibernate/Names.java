package dev.migrate.hibernate;

import java.util.List;
import java.util.Locale;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.QualifiedName;

/**
 * Logical names of what Hibernate writes. Naming strategies and quotes have been applied
 * there already.
 */
final class Names {

	private final Dialect dialect;

	private final SqlStringGenerationContext context;

	private final boolean foldsToUpperCase;

	private final @Nullable String currentSchema;

	/**
	 * Create names.
	 * @param dialect the product
	 * @param context how Hibernate qualifies names
	 * @param helper what Hibernate knows of identifiers in the database
	 * @param currentSchema the stored name of the schema that the connection works in, or
	 * {@code null} if it is not known
	 */
	Names(Dialect dialect, SqlStringGenerationContext context, IdentifierHelper helper,
			@Nullable Identifier currentSchema) {
		this.dialect = dialect;
		this.context = context;
		this.foldsToUpperCase = "A".equals(helper.toMetaDataObjectName(Identifier.toIdentifier("a")));
		this.currentSchema = (currentSchema != null) ? quoted(currentSchema.getText()) : null;
	}

	/** The name of an identifier as it is written. */
	String logical(String written) {
		char first = written.charAt(0);
		if (written.length() > 1 && (first == '"' || first == '`')) {
			return quoted(
					written.substring(1, written.length() - 1).replace(written.substring(0, 1).repeat(2), "" + first));
		}
		return this.dialect.logicalName(written, false);
	}

	/** Quotes change nothing where unquoted names are kept in lower case. */
	private String quoted(String name) {
		return this.dialect.logicalName(name, this.foldsToUpperCase || !name.equals(name.toLowerCase(Locale.ROOT)));
	}

	List<String> logical(List<String> written) {
		return written.stream().map(this::logical).toList();
	}

	/** The name of an object, which Hibernate writes with the default schema. */
	QualifiedName of(org.hibernate.boot.model.relational.QualifiedName name) {
		return parse(this.context.format(name));
	}

	/** The name of an object as it is written. */
	QualifiedName parse(String written) {
		SqlReader reader = new SqlReader(written);
		String name = reader.next();
		String schema = null;
		while (reader.accept(".")) {
			schema = name;
			name = reader.next();
		}
		return new QualifiedName(schema(schema), logical(name));
	}

	private @Nullable String schema(@Nullable String written) {
		String schema = (written != null) ? logical(written) : null;
		return (schema != null && schema.equals(this.currentSchema)) ? null : schema;
	}

}
