package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.beans.factory.ObjectProvider;

import dev.migrate.autogenerate.ComparisonSettings;
import dev.migrate.autogenerate.Exclusions;
import dev.migrate.autogenerate.ObjectFilter;
import dev.migrate.autogenerate.Renames;
import dev.migrate.runtime.RuntimeSettings;

/**
 * Properties of the comparison of entities and database.
 */
public class AutogenerateProperties {

	/**
	 * Schemas to compare beside the one that revisions work in.
	 */
	private List<String> includeSchemas = new ArrayList<>();

	/**
	 * Names of tables to leave alone, with '*' for any characters.
	 */
	private List<String> excludeTables = new ArrayList<>();

	/**
	 * Kinds of objects to leave alone, as 'check' or 'view'.
	 */
	private Set<String> excludeKinds = new TreeSet<>();

	public List<String> getIncludeSchemas() {
		return this.includeSchemas;
	}

	public void setIncludeSchemas(List<String> includeSchemas) {
		this.includeSchemas = includeSchemas;
	}

	public List<String> getExcludeTables() {
		return this.excludeTables;
	}

	public void setExcludeTables(List<String> excludeTables) {
		this.excludeTables = excludeTables;
	}

	public Set<String> getExcludeKinds() {
		return this.excludeKinds;
	}

	public void setExcludeKinds(Set<String> excludeKinds) {
		this.excludeKinds = excludeKinds;
	}

	ComparisonSettings settings(RuntimeSettings runtime, ObjectProvider<ObjectFilter> filters) {
		List<String> tables = new ArrayList<>(this.excludeTables);
		tables.add(runtime.versionTable());
		tables.add(runtime.historyTable());
		tables.add(runtime.journalTable());
		// That of the lock of a shared H2
		tables.add("migrate_lock");
		ObjectFilter filter = filters.orderedStream()
			.reduce(new Exclusions(tables, this.excludeKinds), ObjectFilter::and);
		return new ComparisonSettings(this.includeSchemas, filter, Renames.NONE, runtime.naming());
	}

}
