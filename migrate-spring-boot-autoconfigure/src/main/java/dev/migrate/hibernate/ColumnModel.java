package dev.migrate.hibernate;

import java.lang.reflect.Method;
import java.util.Locale;

import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import dev.migrate.schema.Identity;

/**
 * Writes the definition of a column as Hibernate would, and reads it.
 */
final class ColumnModel {

	/** Asked since Hibernate 7.4; before that the clause is always written. */
	private static final @Nullable Method NOT_NULL_WHEN_GENERATED = ClassUtils
		.getMethodIfAvailable(org.hibernate.dialect.Dialect.class, "supportsNotNullAfterGeneratedAs");

	private final Metadata metadata;

	private final org.hibernate.dialect.Dialect hibernate;

	private final Names names;

	private final ColumnReader reader;

	private final InsertedMoments moments;

	ColumnModel(Metadata metadata, Names names, ColumnReader reader) {
		this.metadata = metadata;
		this.hibernate = metadata.getDatabase().getDialect();
		this.names = names;
		this.reader = reader;
		this.moments = new InsertedMoments(metadata);
	}

	/**
	 * The column.
	 * @param column the column of the mapping
	 * @return the column, with the constraints that a user's definition has
	 * @throws UnreadableSqlException if a user's definition cannot be understood
	 */
	ColumnDefinition of(Column column) {
		StringBuilder text = new StringBuilder(column.isIdentity() ? identity(column) : plain(column));
		if (column.getOptions() != null) {
			text.append(' ').append(column.getOptions());
		}
		ColumnDefinition definition = this.reader.read(name(column), text.toString());
		if (column.isIdentity() && definition.column().identity() == null) {
			// SQLite has no clause for it: the type makes it one
			definition = new ColumnDefinition(definition.column().identity(Identity.BY_DEFAULT),
					definition.constraints());
		}
		String comment = this.hibernate.supportsCommentOn() ? column.getComment() : null;
		return (comment == null) ? definition
				: new ColumnDefinition(definition.column().comment(comment(comment)), definition.constraints());
	}

	/** Hibernate puts a comment between quotes as it is. */
	static String comment(String comment) {
		return comment.replace("''", "'");
	}

	String name(Column column) {
		return this.names.logical(column.getQuotedName(this.hibernate));
	}

	private String identity(Column column) {
		String type = this.hibernate.getIdentityColumnSupport().hasDataTypeInIdentityColumn()
				? column.getSqlType(this.metadata) : "";
		String identity = this.hibernate.getIdentityColumnSupport()
			.getIdentityColumnString(column.getSqlTypeCode(this.metadata));
		return type.toLowerCase(Locale.ROOT).contains(identity) ? type : type + " " + identity;
	}

	private String plain(Column column) {
		String type = column.getSqlType(this.metadata);
		StringBuilder text = new StringBuilder(type);
		if (column.getCollation() != null) {
			text.append(" collate ").append(this.hibernate.quoteCollation(column.getCollation()));
		}
		if (column.getDefaultValue() != null) {
			text.append(" default ").append(column.getDefaultValue());
		}
		if (column.getGeneratedAs() != null) {
			text.append(this.hibernate.generatedAs(column.getGeneratedAs()));
			if (!takesNotNullWhenGenerated()) {
				return text.toString();
			}
		}
		boolean nullable = column.isNullable() && !this.moments.contain(column);
		return text.append(nullable ? this.hibernate.getNullColumnString(type) : " not null").toString();
	}

	private boolean takesNotNullWhenGenerated() {
		return NOT_NULL_WHEN_GENERATED == null
				|| Boolean.TRUE.equals(ReflectionUtils.invokeMethod(NOT_NULL_WHEN_GENERATED, this.hibernate));
	}

}
