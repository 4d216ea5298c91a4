package dev.migrate.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.FileSystemUtils;

import dev.migrate.autogenerate.Changes;
import dev.migrate.autogenerate.ComparisonSettings;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.SchemaComparison;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.fidelity.GeneratedEntities;
import dev.migrate.fidelity.HibernateBootstrap;
import dev.migrate.testsupport.PostgresServer;

/**
 * Generated entities, and a database that Hibernate has created for them.
 */
final class GeneratedModel implements AutoCloseable {

	private final Path folder;

	private final HibernateBootstrap hibernate;

	private final Connection connection;

	private final Dialect dialect = Dialects.load(getClass().getClassLoader()).named("postgresql");

	private @Nullable DisposableBean started;

	private GeneratedModel(Path folder, HibernateBootstrap hibernate, Connection connection) {
		this.folder = folder;
		this.hibernate = hibernate;
		this.connection = connection;
	}

	/**
	 * Generate the entities and their database.
	 */
	static GeneratedModel create(int tables) throws IOException, SQLException {
		Path folder = Files.createTempDirectory("benchmark");
		HibernateBootstrap hibernate = GeneratedEntities.bootstrap(folder, tables);
		Connection connection = Databases.connectToNew(PostgresServer.shared());
		hibernate.create(connection);
		try (Statement statement = connection.createStatement()) {
			statement.execute("ANALYZE");
		}
		return new GeneratedModel(folder, hibernate, connection);
	}

	Connection connection() {
		return this.connection;
	}

	Dialect dialect() {
		return this.dialect;
	}

	/** Start Hibernate, and keep its metadata. */
	Metadata metadata() {
		List<Metadata> metadata = new ArrayList<>();
		this.started = this.hibernate.open(this.connection, metadata::add);
		return metadata.get(0);
	}

	/** Start Hibernate until the model is known, and no further. */
	Model read() {
		return this.hibernate.model(this.connection, this.dialect);
	}

	/** Start Hibernate, and let it validate. */
	void validate() {
		this.hibernate.validate(this.connection);
	}

	/** Compare, and find no difference. */
	Changes compare(Model model, Connection connection) throws SQLException {
		Changes changes = new SchemaComparison(this.dialect, ComparisonSettings.DEFAULTS).compare(connection, model);
		if (!changes.isEmpty()) {
			throw new IllegalStateException("There are differences: " + changes.differences());
		}
		return changes;
	}

	@Override
	public void close() throws Exception {
		if (this.started != null) {
			this.started.destroy();
		}
		this.connection.close();
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
