package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import dev.migrate.operation.NamingConvention;

/**
 * Properties of the names of constraints that revisions in Java create without a name.
 */
public class NamingProperties {

	/**
	 * Name of primary keys, with the tokens {table}, {column} (the first), {columns} and
	 * {hash}, as '{table}_pkey'. When not set, the product chooses.
	 */
	private @Nullable String primaryKey;

	/**
	 * Name of unique constraints, with the tokens {table}, {column} (the first),
	 * {columns} and {hash}, as '{table}_{columns}_key'. When not set, the product
	 * chooses.
	 */
	private @Nullable String unique;

	/**
	 * Name of foreign keys, with the tokens {table}, {column} (the first), {columns},
	 * {referenced_table}, {referenced_columns} and {hash}, as '{table}_{columns}_fkey'.
	 * When not set, the product chooses.
	 */
	private @Nullable String foreignKey;

	/**
	 * Name of check constraints, with the tokens {table} and {hash} (of the condition),
	 * as '{table}_{hash}_check'. When not set, the product chooses.
	 */
	private @Nullable String check;

	/**
	 * Name of exclusion constraints, with the tokens {table}, {column} (the first),
	 * {columns} and {hash}, as '{table}_{columns}_excl'. When not set, the product
	 * chooses.
	 */
	private @Nullable String exclude;

	public @Nullable String getPrimaryKey() {
		return this.primaryKey;
	}

	public void setPrimaryKey(@Nullable String primaryKey) {
		this.primaryKey = primaryKey;
	}

	public @Nullable String getUnique() {
		return this.unique;
	}

	public void setUnique(@Nullable String unique) {
		this.unique = unique;
	}

	public @Nullable String getForeignKey() {
		return this.foreignKey;
	}

	public void setForeignKey(@Nullable String foreignKey) {
		this.foreignKey = foreignKey;
	}

	public @Nullable String getCheck() {
		return this.check;
	}

	public void setCheck(@Nullable String check) {
		this.check = check;
	}

	public @Nullable String getExclude() {
		return this.exclude;
	}

	public void setExclude(@Nullable String exclude) {
		this.exclude = exclude;
	}

	NamingConvention convention() {
		return new NamingConvention(text(this.primaryKey), text(this.unique), text(this.foreignKey), text(this.check),
				text(this.exclude));
	}

	private static @Nullable String text(@Nullable String pattern) {
		return StringUtils.hasText(pattern) ? pattern : null;
	}

}
