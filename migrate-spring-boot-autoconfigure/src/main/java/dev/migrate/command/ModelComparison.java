package dev.migrate.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Changes;
import dev.migrate.autogenerate.ComparisonSettings;
import dev.migrate.autogenerate.Difference;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.Renames;
import dev.migrate.autogenerate.SchemaComparison;
import dev.migrate.dialect.Dialect;
import dev.migrate.runtime.DatabaseSession;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.Migrator;
import dev.migrate.schema.Schema;
import dev.migrate.script.ScriptDirectory;

/**
 * Compares a database with its model.
 */
public final class ModelComparison {

	private final Migrator migrator;

	private final Supplier<@Nullable ModelSource> source;

	private final Supplier<ComparisonSettings> settings;

	/**
	 * Create a comparison.
	 * @param migrator knows the database
	 * @param source gives the source of the model, or {@code null} if there is none; not
	 * asked before a comparison
	 * @param settings gives what to look at; not asked before a comparison
	 */
	public ModelComparison(Migrator migrator, Supplier<@Nullable ModelSource> source,
			Supplier<ComparisonSettings> settings) {
		this.migrator = migrator;
		this.source = source;
		this.settings = settings;
	}

	ComparisonSettings settings() {
		return this.settings.get();
	}

	boolean hasModel() {
		return this.source.get() != null;
	}

	/**
	 * Read the model, while no connection is held: to read it may need one.
	 * @param dialect the product
	 * @return the model
	 */
	Model model(Dialect dialect) {
		ModelSource source = this.source.get();
		if (source == null) {
			throw new MigrationException(Kind.NO_MODEL, "There are no entities to compare the database with",
					"add spring-boot-starter-data-jpa and entities, or a bean of type " + ModelSource.class.getName());
		}
		return source.read(dialect);
	}

	/**
	 * Look at a database that is at the heads.
	 * @param directory the revisions
	 * @return its product
	 */
	Dialect requireHeads(ScriptDirectory directory) {
		return session().requireHeads(directory.graph());
	}

	List<Difference> differences(ScriptDirectory directory, boolean atHeads) {
		Dialect dialect = atHeads ? requireHeads(directory) : this.migrator.reader().dialect();
		return compare(model(dialect), this.settings.get()).differences();
	}

	Changes compare(Model model, Renames renames) {
		return compare(model, this.settings.get().with(renames));
	}

	/**
	 * Read the schema of the database, as it can be made anew.
	 * @return the objects
	 */
	Schema found() {
		return session().run("Reading the schema", (connection, dialect) -> {
			SchemaComparison comparison = new SchemaComparison(dialect, this.settings.get());
			return comparison.portable(comparison.read(connection, new Schema(List.of())));
		});
	}

	/**
	 * Name what the database has beside that.
	 * @return the objects by kind and name
	 */
	List<String> others() {
		return session().run("Reading the schema", (connection, dialect) -> {
			List<String> others = new ArrayList<>(dialect.reflector().others(connection, null));
			for (String schema : this.settings.get().schemas()) {
				dialect.reflector()
					.others(connection, schema)
					.forEach((other) -> others.add(other + " in schema " + schema));
			}
			return others;
		});
	}

	/**
	 * Find what makes an empty database have a schema.
	 * @param schema the schema
	 * @return the changes
	 */
	Changes creation(Schema schema) {
		return new SchemaComparison(this.migrator.reader().dialect(), this.settings.get()).creation(schema);
	}

	/**
	 * Sessions for other work on the database.
	 * @return the sessions
	 */
	DatabaseSession session() {
		return this.migrator.session();
	}

	private Changes compare(Model model, ComparisonSettings settings) {
		return session().run("The comparison of the database with its model",
				(connection, dialect) -> new SchemaComparison(dialect, settings).compare(connection, model));
	}

}
