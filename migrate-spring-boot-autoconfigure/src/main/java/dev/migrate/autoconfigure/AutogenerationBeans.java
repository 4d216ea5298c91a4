package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.ObjectFilter;
import dev.migrate.autogenerate.Rewriter;
import dev.migrate.command.Autogeneration;
import dev.migrate.command.ModelComparison;
import dev.migrate.command.RevisionFiles;
import dev.migrate.command.RevisionVerifier;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.Migrator;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.script.SourceFolders;

/**
 * The beans that a comparison of entities and database asks for when it takes place: they
 * may need what waits for the migrations.
 */
class AutogenerationBeans {

	private final AutogenerateProperties properties;

	private final ObjectProvider<ModelSource> model;

	private final ObjectProvider<ObjectFilter> filters;

	private final ObjectProvider<Rewriter> rewriters;

	AutogenerationBeans(AutogenerateProperties properties, ObjectProvider<ModelSource> model,
			ObjectProvider<ObjectFilter> filters, ObjectProvider<Rewriter> rewriters) {
		this.properties = properties;
		this.model = model;
		this.filters = filters;
		this.rewriters = rewriters;
	}

	Autogeneration autogeneration(Migrator migrator, RuntimeSettings settings, RevisionFiles files,
			SourceFolders sources, MigrationInstances instances) {
		ModelComparison comparison = new ModelComparison(migrator, this.model::getIfAvailable,
				() -> this.properties.settings(settings, this.filters));
		return new Autogeneration(comparison, files, settings.naming(), this::rewriter,
				new RevisionVerifier(comparison, sources, instances, settings.naming()));
	}

	private @Nullable Rewriter rewriter() {
		return this.rewriters.orderedStream()
			.reduce((first, second) -> (operations) -> second.rewrite(first.rewrite(operations)))
			.orElse(null);
	}

}
