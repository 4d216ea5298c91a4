package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

import dev.migrate.autogenerate.Model;
import dev.migrate.dialect.Dialect;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;

/**
 * The model that Hibernate's mapping metadata describes: what Hibernate would create.
 */
public final class MetadataModel {

	private final Metadata metadata;

	private final SqlStringGenerationContext context;

	private final Names names;

	private final TypeReader types;

	private final TableModel tables;

	private final List<SchemaObject> objects = new ArrayList<>();

	private final Map<QualifiedName, List<String>> contents = new LinkedHashMap<>();

	private final Set<String> inventedNames = new TreeSet<>();

	private MetadataModel(Metadata metadata, Dialect dialect) {
		Database database = metadata.getDatabase();
		JdbcEnvironment environment = database.getJdbcEnvironment();
		this.metadata = metadata;
		this.context = SqlStringGenerationContextImpl.fromConfigurationMap(environment, database,
				database.getServiceRegistry().requireService(ConfigurationService.class).getSettings());
		this.names = new Names(dialect, this.context, environment.getIdentifierHelper(),
				environment.getCurrentSchema());
		TypeModel named = new TypeModel(metadata, this.names, this.context);
		this.types = new TypeReader(this.names, dialect.types(), named.byName());
		ColumnModel columns = new ColumnModel(metadata, this.names, new ColumnReader(dialect, this.names, this.types));
		this.tables = new TableModel(metadata, this.names, columns,
				new KeyModel(metadata, this.names, this.inventedNames));
		this.objects.addAll(named.objects(this.types, columns));
	}

	/**
	 * Read the model.
	 * @param metadata Hibernate's metadata, with Bean Validation's constraints and the
	 * columns in the order in which Hibernate creates them
	 * @param dialect the product that the model is for
	 * @return the model
	 * @throws dev.migrate.revision.MigrateException if SQL in the mapping cannot be
	 * understood
	 */
	public static Model of(Metadata metadata, Dialect dialect) {
		return new MetadataModel(metadata, dialect).read();
	}

	private Model read() {
		for (Namespace namespace : this.metadata.getDatabase().getNamespaces()) {
			namespace.getSequences().forEach((sequence) -> this.objects.add(sequence(sequence)));
			namespace.getTables().stream().filter(org.hibernate.mapping.Table::isPhysicalTable).forEach((table) -> {
				SchemaObject object = this.tables.of(table);
				this.objects.add(object);
				contents(object.name(), table);
			});
		}
		return new Model(new Schema(this.objects), this.contents, this.inventedNames);
	}

	private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
		String written = this.context.format(sequence.getName());
		String statement = String.join(" ",
				this.metadata.getDatabase()
					.getDialect()
					.getSequenceSupport()
					.getCreateSequenceStrings(written, sequence.getInitialValue(), sequence.getIncrementSize(),
							sequence.getOptions()));
		QualifiedName name = this.names.of(sequence.getName());
		try {
			return new SequenceReader(new SqlReader(statement)).statement(name, this.types);
		}
		catch (UnreadableSqlException ex) {
			throw ex.in("the mapping of the sequence '%s'".formatted(name));
		}
	}

	private void contents(QualifiedName name, org.hibernate.mapping.Table table) {
		List<String> statements = table.getInitCommands(this.context)
			.stream()
			.flatMap((command) -> Arrays.stream(command.initCommands()))
			.toList();
		if (!statements.isEmpty()) {
			this.contents.put(name, statements);
		}
	}

}
