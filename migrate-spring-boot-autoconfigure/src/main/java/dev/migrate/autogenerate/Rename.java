package dev.migrate.autogenerate;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;

/**
 * A table or column of the database that may have another name in the model.
 *
 * @param table the table; that of a column by its name in the model
 * @param column the column, by its name in the database, or {@code null} for the table
 * itself
 * @param newName the name in the model
 */
public record Rename(QualifiedName table, @Nullable String column, String newName) {

	/**
	 * Whether another rename is about the same object, before or after.
	 * @param other the other one
	 * @return whether not both can be true
	 */
	boolean excludes(Rename other) {
		if ((this.column == null) != (other.column == null)) {
			return false;
		}
		if (this.column == null) {
			return this.table.equals(other.table) || after().equals(other.after());
		}
		return this.table.equals(other.table)
				&& (this.column.equals(other.column) || this.newName.equals(other.newName));
	}

	/**
	 * The object as the database has it.
	 * @return its name
	 */
	public String before() {
		return (this.column != null) ? this.table + "." + this.column : this.table.toString();
	}

	/**
	 * The object as the model has it.
	 * @return its name
	 */
	public String after() {
		return (this.column != null) ? this.table + "." + this.newName : this.table.sibling(this.newName).toString();
	}

	/**
	 * What says so on a command line.
	 * @return the option and its value
	 */
	public String option() {
		return "%s %s=%s".formatted((this.column != null) ? "--rename" : "--rename-table", before(), after());
	}

}
