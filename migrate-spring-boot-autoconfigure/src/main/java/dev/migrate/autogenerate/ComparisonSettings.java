package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.operation.NamingConvention;

/**
 * How model and database are compared.
 *
 * @param schemas the schemas beside that of the connection whose objects take part, also
 * where the model has none in them
 * @param filter decides what takes part
 * @param renames what the operator says was renamed
 * @param naming names new constraints without a name
 */
public record ComparisonSettings(List<String> schemas, ObjectFilter filter, Renames renames, NamingConvention naming) {

	/** Everything in the schemas of the model takes part, nothing was renamed. */
	public static final ComparisonSettings DEFAULTS = new ComparisonSettings(List.of(), ObjectFilter.ALL, Renames.NONE,
			NamingConvention.NONE);

	/**
	 * Create settings.
	 */
	public ComparisonSettings {
		schemas = List.copyOf(schemas);
	}

	/**
	 * The same settings with renames.
	 * @param renames what was renamed
	 * @return changed settings
	 */
	public ComparisonSettings with(Renames renames) {
		return new ComparisonSettings(this.schemas, this.filter, renames, this.naming);
	}

}
