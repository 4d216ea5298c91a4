package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.dialect.TableSource;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * Tells how tables are defined at each place of a script that is being written, for a
 * product that changes a table by making it anew: a scratch with the tables of the
 * database, without rows, is kept in step with the script. It is opened when it is first
 * asked.
 */
public final class WrittenTables implements TableSource, AutoCloseable {

	private final Dialect dialect;

	private final Connection connection;

	private final List<SqlStatement> past = new ArrayList<>();

	private @Nullable Scratch scratch;

	/**
	 * Begin with the tables of a database.
	 * @param dialect the product
	 * @param connection a connection, which must stay open as long as this
	 */
	public WrittenTables(Dialect dialect, Connection connection) {
		this.dialect = dialect;
		this.connection = connection;
	}

	/**
	 * Say what the script has next.
	 * @param statements the statements
	 */
	void written(List<SqlStatement> statements) {
		this.past.addAll(statements);
		if (this.scratch != null) {
			try {
				execute(this.scratch, statements);
			}
			catch (SQLException ex) {
				throw failure(ex);
			}
		}
	}

	@Override
	public List<String> definitions(QualifiedName table) {
		try {
			Scratch tables = (this.scratch != null) ? this.scratch : open();
			List<String> definitions = this.dialect.reflector().definitions(tables.connection(), table);
			if (definitions.isEmpty()) {
				throw new IllegalArgumentException("the database has no table '%s'".formatted(table));
			}
			return definitions;
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private Scratch open() throws SQLException {
		Scratch opened = this.dialect.openScratch(this.connection);
		this.scratch = opened;
		for (Table table : this.dialect.reflector().reflect(this.connection, null).tables()) {
			execute(opened,
					this.dialect.reflector()
						.definitions(this.connection, table.name())
						.stream()
						.map(SqlStatement::new)
						.toList());
		}
		execute(opened, this.past);
		return opened;
	}

	private void execute(Scratch tables, List<SqlStatement> statements) throws SQLException {
		for (SqlStatement statement : statements) {
			this.dialect.execute(tables.connection(), statement);
		}
	}

	private static UnsupportedOperationException failure(SQLException ex) {
		return new UnsupportedOperationException("it could not be tried: " + ex.getMessage(), ex);
	}

	@Override
	public void close() throws SQLException {
		if (this.scratch != null) {
			this.scratch.close();
		}
	}

}
