package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;

/**
 * Tries a revision on empty copies of the tables that it changes, in a scratch of which
 * nothing stays: its upgrade must lead to what the model wants, and its downgrade back.
 */
public final class RevisionTrial {

	private final Dialect dialect;

	private final SchemaComparison comparison;

	/**
	 * Create a trial.
	 * @param dialect the product
	 * @param settings how schemas are compared
	 */
	public RevisionTrial(Dialect dialect, ComparisonSettings settings) {
		this.dialect = dialect;
		this.comparison = new SchemaComparison(dialect,
				new ComparisonSettings(List.of(), settings.filter(), Renames.NONE, settings.naming()));
	}

	/**
	 * Try a revision.
	 * @param connection a connection in autocommit mode, which is as before afterwards
	 * @param before the schema that it is for
	 * @param wanted what it shall lead to
	 * @param changes what it was written from
	 * @param revision performs it
	 * @return why it could not be tried, if it could not
	 * @throws SQLException if the database fails
	 * @throws TrialException if it does not lead there or back
	 */
	public Optional<String> run(Connection connection, Schema before, Model wanted, Changes changes, Run revision)
			throws SQLException {
		try (Scratch scratch = this.dialect.openScratch(connection)) {
			TrialScope scope = TrialScope.of(before, wanted.schema(), changes, this.dialect.identifiers(), true,
					scratch.isIsolated());
			Optional<String> reason = copy(scratch, scope, wanted, changes);
			if (reason.isPresent()) {
				// Perhaps because of what a view reads
				scratch.clear();
				scope = TrialScope.of(before, wanted.schema(), changes, this.dialect.identifiers(), false,
						scratch.isIsolated());
				reason = copy(scratch, scope, wanted, changes);
			}
			if (reason.isPresent()) {
				return reason;
			}
			Schema found = this.comparison.read(scratch.connection(), scope.before());
			revision.upgrade(scratch.connection());
			require("upgrade", "leaves a difference to the model",
					differences(scratch, new Model(scope.after(), Map.of(), wanted.inventedNames()), scope));
			if (changes.downgrade().stream().noneMatch(Irreversible.class::isInstance)) {
				revision.downgrade(scratch.connection());
				require("downgrade", "leaves a difference to what was before",
						differences(scratch, Model.of(found), scope));
			}
			return Optional.empty();
		}
	}

	/** What cannot be tried in a transaction beside the tables of the user. */
	private static Optional<String> obstacle(TrialScope scope, Model wanted, Changes changes) {
		if (scope.schema().isPresent()) {
			return Optional
				.of("it names the schema %s, of which there is no empty copy".formatted(scope.schema().get()));
		}
		for (List<Operation> operations : List.of(changes.upgrade(), changes.downgrade())) {
			for (Operation operation : operations) {
				if (operation.needsAutocommit()) {
					return Optional.of("it cannot %s in a transaction".formatted(operation.describe()));
				}
				if (operation instanceof Execute execute
						&& wanted.contents().values().stream().noneMatch((own) -> own.contains(execute.sql()))) {
					return Optional.of("it executes SQL of its own, which might reach other tables than copies");
				}
			}
		}
		return Optional.empty();
	}

	private Optional<String> copy(Scratch scratch, TrialScope scope, Model wanted, Changes changes) {
		Optional<String> reason = scratch.isIsolated() ? Optional.empty() : obstacle(scope, wanted, changes);
		if (reason.isEmpty()) {
			try {
				create(scratch, scope.before());
			}
			catch (SQLException | UnsupportedOperationException | IllegalArgumentException ex) {
				return Optional.of("the tables cannot be copied: " + ex.getMessage());
			}
		}
		return reason;
	}

	private void create(Scratch scratch, Schema schema) throws SQLException {
		for (Operation operation : this.comparison.creation(schema).upgrade()) {
			for (SqlStatement statement : this.dialect.renderer().render(operation)) {
				this.dialect.execute(scratch.connection(), statement);
			}
		}
	}

	private List<String> differences(Scratch scratch, Model wanted, TrialScope scope) throws SQLException {
		List<String> left = new ArrayList<>();
		for (Difference difference : this.comparison.compare(scratch.connection(), wanted).differences()) {
			if (!scope.isIntended(difference)) {
				left.add(difference.text());
			}
		}
		return left;
	}

	private static void require(String direction, String problem, List<String> differences) {
		if (!differences.isEmpty()) {
			throw new TrialException("its %s %s: %s".formatted(direction, problem, String.join(", ", differences)));
		}
	}

	/**
	 * Performs a revision on a connection, without a transaction of its own.
	 */
	public interface Run {

		/**
		 * Upgrade.
		 * @param connection the connection
		 */
		void upgrade(Connection connection);

		/**
		 * Downgrade.
		 * @param connection the connection
		 */
		void downgrade(Connection connection);

	}

}
