package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScriptSyntaxException;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.Batch;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Step;
import dev.migrate.runtime.Loss.Kind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.script.JavaRevisionScript;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;

/**
 * Tells which data the steps of a plan would take away, by what their revisions say and
 * what the database has. Nothing of them is executed.
 */
public final class Losses {

	private static final int LONGEST_COUNT_SECONDS = 10;

	private final DatabaseSession session;

	private final MigrationInstances instances;

	private final RuntimeSettings settings;

	Losses(DatabaseSession session, MigrationInstances instances, RuntimeSettings settings) {
		this.session = session;
		this.instances = instances;
		this.settings = settings;
	}

	/**
	 * Tell what would be lost.
	 * @param directory the revisions
	 * @param steps the plan
	 * @return a phrase for each table, column or the like; none where no revision names
	 * any
	 */
	public List<String> of(ScriptDirectory directory, List<Step> steps) {
		return this.session.run("Counting what would be lost", (connection, dialect) -> {
			Set<String> phrases = new LinkedHashSet<>();
			for (Step step : steps) {
				RevisionScript script = directory.script(step.revision().id());
				phrases.addAll((script instanceof SqlRevisionScript sql)
						? count(connection, dialect, of(sql, step.direction(), dialect))
						: of((JavaRevisionScript) script, step.direction(), connection, dialect));
			}
			return List.copyOf(phrases);
		});
	}

	private static List<Loss> of(SqlRevisionScript script, Direction direction, Dialect dialect) {
		return script.section(direction, dialect.name()).map((section) -> of(section.sql(), dialect)).orElse(List.of());
	}

	private static List<Loss> of(String sql, Dialect dialect) {
		try {
			return dialect.lexer()
				.split(sql, 1)
				.stream()
				.flatMap((statement) -> DestructiveSql.of(statement.text()).stream())
				.toList();
		}
		catch (ScriptSyntaxException ex) {
			// The run will say so, before it executes anything of the revision
			return List.of();
		}
	}

	private List<String> of(JavaRevisionScript script, Direction direction, Connection connection, Dialect dialect)
			throws SQLException {
		CollectedOperations operations = new CollectedOperations(dialect, new CallSite(script.className()),
				this.settings.naming());
		List<String> untold = List.of();
		try {
			operations.run(this.instances.create(script), direction);
		}
		catch (Exception ex) {
			untold = List
				.of("whatever revision %s does, which only its execution shows".formatted(script.revision().id()));
		}
		List<Loss> losses = operations.operations().stream().flatMap((each) -> of(each, dialect).stream()).toList();
		List<String> phrases = new ArrayList<>(count(connection, dialect, losses));
		phrases.addAll(untold);
		return phrases;
	}

	private static List<Loss> of(Operation operation, Dialect dialect) {
		if (operation instanceof DropTable drop) {
			return List.of(loss(Kind.TABLE, drop.table(), dialect));
		}
		if (operation instanceof DropColumn drop) {
			return List.of(new Loss(Kind.COLUMN, drop.table() + "." + drop.column(),
					dialect.identifiers().quote(drop.table()), dialect.identifiers().quote(drop.column())));
		}
		if (operation instanceof Batch batch) {
			return batch.changes().stream().flatMap((change) -> of(change, dialect).stream()).toList();
		}
		if (operation instanceof DropSchema drop) {
			return List.of(new Loss(Kind.SCHEMA, drop.name(), drop.name(), null));
		}
		if (operation instanceof Execute execute) {
			return of(execute.sql(), dialect);
		}
		boolean own = !operation.getClass().getPackage().equals(Operation.class.getPackage());
		return own ? rendered(operation, dialect) : List.of();
	}

	private static List<Loss> rendered(Operation operation, Dialect dialect) {
		return dialect.renderer()
			.render(operation)
			.stream()
			.map(SqlStatement::text)
			.flatMap((statement) -> DestructiveSql.of(statement).stream())
			.toList();
	}

	private static Loss loss(Kind kind, QualifiedName table, Dialect dialect) {
		return new Loss(kind, table.toString(), dialect.identifiers().quote(table), null);
	}

	private static List<String> count(Connection connection, Dialect dialect, List<Loss> losses) {
		List<String> phrases = new ArrayList<>();
		for (Loss loss : losses) {
			try {
				phrases.add(loss.describe((loss.kind() == Kind.SCHEMA) ? 0 : count(connection, loss)));
			}
			catch (SQLException ex) {
				// What is not there cannot be lost
				if (!dialect.isMissingTable(ex)) {
					phrases.add(loss.describe(-1));
				}
			}
		}
		return phrases;
	}

	private static long count(Connection connection, Loss loss) throws SQLException {
		String column = (loss.column() != null) ? loss.column() : "1 AS one";
		String sql = "SELECT count(*), count(%s) FROM (SELECT %s FROM %s LIMIT %d) AS counted"
			.formatted((loss.column() != null) ? loss.column() : "*", column, loss.table(), Loss.MOST_ROWS + 1);
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(LONGEST_COUNT_SECONDS);
			try (ResultSet result = statement.executeQuery(sql)) {
				result.next();
				// Of a larger table not all values were looked at
				return (result.getLong(1) > Loss.MOST_ROWS) ? result.getLong(1) : result.getLong(2);
			}
		}
	}

}
