package dev.migrate.command;

import java.sql.Connection;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.autogenerate.Changes;
import dev.migrate.autogenerate.ComparisonSettings;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.RevisionTrial;
import dev.migrate.autogenerate.SchemaComparison;
import dev.migrate.operation.NamingConvention;
import dev.migrate.revision.Direction;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.ScratchRun;
import dev.migrate.schema.Schema;
import dev.migrate.script.NewScript;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.SourceFolders;
import org.jspecify.annotations.Nullable;

/**
 * Tries a generated revision before its file appears, on empty copies of the tables that
 * it changes: it is compiled or parsed, its upgrade must lead to the model and its
 * downgrade back.
 */
public final class RevisionVerifier {

	private static final Log logger = LogFactory.getLog("dev.migrate.autogenerate");

	private final ModelComparison comparison;

	private final SourceFolders sources;

	private final MigrationInstances instances;

	private final NamingConvention naming;

	/**
	 * Create a verifier.
	 * @param comparison compares the database with its model
	 * @param sources reads the revision
	 * @param instances creates Java revisions
	 * @param naming names constraints without a name
	 */
	public RevisionVerifier(ModelComparison comparison, SourceFolders sources, MigrationInstances instances,
			NamingConvention naming) {
		this.comparison = comparison;
		this.sources = sources;
		this.instances = instances;
		this.naming = naming;
	}

	/**
	 * Try a revision.
	 * @param script the text of the file, and what it will be
	 * @param changes what the text was written from
	 * @param before the schema that it is for, or {@code null} for that of the database
	 * @param wanted what it shall lead to
	 * @throws dev.migrate.revision.MigrateException if it does not do what it shall
	 */
	void verify(NewScript script, Changes changes, @Nullable Schema before, Model wanted) {
		RevisionScript read = this.sources.read(script).orElse(null);
		if (read == null) {
			notVerified("this Java has no compiler");
			return;
		}
		ComparisonSettings settings = this.comparison.settings();
		Optional<String> reason = this.comparison.session().run("Trying the revision", (connection, dialect) -> {
			Schema found = (before != null) ? before
					: new SchemaComparison(dialect, settings).read(connection, wanted.schema());
			ScratchRun run = new ScratchRun(read, this.instances, dialect, this.naming);
			return new RevisionTrial(dialect, settings).run(connection, found, wanted, changes,
					new RevisionTrial.Run() {

						@Override
						public void upgrade(Connection scratch) {
							run.perform(scratch, Direction.UPGRADE);
						}

						@Override
						public void downgrade(Connection scratch) {
							run.perform(scratch, Direction.DOWNGRADE);
						}

					});
		});
		reason.ifPresent(RevisionVerifier::notVerified);
	}

	private static void notVerified(String reason) {
		logger.warn("The revision was not tried: " + reason);
	}

}
