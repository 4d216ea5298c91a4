package dev.migrate.fidelity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.autogenerate.Changes;
import dev.migrate.autogenerate.ComparisonSettings;
import dev.migrate.autogenerate.CompiledOperations;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.SchemaComparison;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.dialect.TableSource;
import dev.migrate.hibernate.MetadataModel;
import dev.migrate.operation.Operation;
import dev.migrate.testsupport.TestDatabase.Product;
import org.hibernate.boot.Metadata;

/**
 * The library's autogeneration: what it changes goes through Java source that is
 * compiled, as in a revision.
 */
final class CompiledAutogeneration implements Autogeneration {

	private final Dialect dialect;

	private final Path folder;

	/**
	 * Create an autogeneration.
	 * @param folder where it may compile
	 */
	CompiledAutogeneration(Product product, Path folder) {
		this.dialect = Dialects.load(getClass().getClassLoader())
			.named(product.name().toLowerCase(java.util.Locale.ROOT));
		this.folder = folder;
	}

	@Override
	public Model model(Metadata metadata) {
		return MetadataModel.of(metadata, this.dialect);
	}

	@Override
	public Changes compare(Connection connection, Model model) throws SQLException {
		return new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS).compare(connection, model);
	}

	@Override
	public void apply(Connection connection, Changes changes) throws Exception {
		execute(connection, changes.upgrade());
	}

	@Override
	public void takeBack(Connection connection, Changes changes) throws Exception {
		execute(connection, changes.downgrade());
	}

	private void execute(Connection connection, List<Operation> operations) throws Exception {
		for (Operation operation : CompiledOperations.of(operations, Files.createTempDirectory(this.folder, "java"))) {
			for (SqlStatement statement : this.dialect.renderer().render(operation, tables(connection))) {
				execute(connection, statement);
			}
		}
	}

	private void execute(Connection connection, SqlStatement statement) {
		try {
			this.dialect.execute(connection, statement);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Refused: " + statement, ex);
		}
	}

	private TableSource tables(Connection connection) {
		return (table) -> {
			try {
				return this.dialect.reflector().definitions(connection, table);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

}
