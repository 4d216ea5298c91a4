package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.revision.MigrateException;
import dev.migrate.script.RevisionBody;

/**
 * Writes changes as the sections of a revision in SQL.
 */
public final class SqlBodyWriter {

	/** Fails on every product, and says why. */
	private static final String REFUSAL = "SELECT * FROM \"how to take this back is not known, write it here\";\n";

	private final Dialect dialect;

	private final NamingConvention naming;

	private final WrittenTables tables;

	/**
	 * Create a writer.
	 * @param dialect the product
	 * @param naming names constraints without a name
	 * @param tables tells how tables are defined; what is written takes place in it
	 */
	public SqlBodyWriter(Dialect dialect, NamingConvention naming, WrittenTables tables) {
		this.dialect = dialect;
		this.naming = naming;
		this.tables = tables;
	}

	/**
	 * Write changes.
	 * @param changes the changes
	 * @return the body of a revision
	 * @throws MigrateException if the product cannot do one of the operations
	 */
	public RevisionBody write(Changes changes) {
		Section upgrade = new Section(changes.upgrade());
		Section downgrade = new Section(changes.downgrade());
		return new RevisionBody(List.of(), upgrade.text.toString(), downgrade.text.toString(), upgrade.transaction,
				downgrade.transaction);
	}

	/**
	 * Write operations.
	 * @param operations the operations
	 * @return their statements, each with its semicolon on lines of its own
	 * @throws MigrateException if the product cannot do one of the operations
	 */
	public String write(List<Operation> operations) {
		return new Section(operations).text.toString();
	}

	private List<String> statements(Operation operation) {
		try {
			List<SqlStatement> statements = this.dialect.renderer()
				.render(this.naming.apply(operation, this.dialect.identifiers()::shorten), this.tables);
			this.tables.written(statements);
			return statements.stream()
				.map((statement) -> this.dialect.literals().inline(this.dialect.lexer(), statement))
				.toList();
		}
		catch (UnsupportedOperationException | IllegalArgumentException ex) {
			throw new MigrateException("There is no SQL for '%s': %s".formatted(operation.describe(), ex.getMessage()),
					"write the revision in Java with --format java", ex);
		}
	}

	/**
	 * The statements of one direction.
	 */
	private final class Section {

		private final StringBuilder text = new StringBuilder();

		private final List<String> addedValues = new ArrayList<>();

		private boolean transaction = true;

		Section(List<Operation> operations) {
			if (operations.stream().anyMatch(Irreversible.class::isInstance)) {
				this.text.append(REFUSAL);
			}
			operations.forEach((operation) -> add(operation, operations));
		}

		private void add(Operation operation, List<Operation> all) {
			if (operation instanceof Irreversible irreversible) {
				this.text.append("-- Not known: ").append(DataLoss.line(irreversible.describe())).append('\n');
				return;
			}
			if (operation instanceof DataStep step) {
				step.lines().forEach((line) -> this.text.append("-- ").append(DataLoss.line(line)).append('\n'));
				return;
			}
			if (DataLoss.isPossible(operation, all)) {
				this.text.append("-- ").append(DataLoss.mark(operation)).append('\n');
			}
			List<String> statements = statements(operation);
			this.transaction &= !operation.needsAutocommit() && !usesAddedValue(statements);
			statements.forEach((statement) -> this.text.append(statement).append(";\n"));
			if (operation instanceof AddEnumValue add) {
				this.addedValues.add(SqlBodyWriter.this.dialect.literals().write(add.value()));
			}
		}

		/** The transaction that adds a value cannot use it. */
		private boolean usesAddedValue(List<String> statements) {
			return this.addedValues.stream()
				.anyMatch((value) -> statements.stream().anyMatch((statement) -> statement.contains(value)));
		}

	}

}
