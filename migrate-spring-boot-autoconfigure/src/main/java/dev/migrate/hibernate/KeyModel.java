package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.UniqueConstraint;

/**
 * The keys of a table: primary, unique and foreign.
 */
final class KeyModel {

	/** What Hibernate makes of the names of table and columns. */
	private static final Pattern HASH = Pattern.compile("(FK|UK|IDX)_?(?=[a-z]*[0-9])[0-9a-z]{20,}",
			Pattern.CASE_INSENSITIVE);

	private final Dialect hibernate;

	private final IdentifierHelper identifiers;

	private final Names names;

	private final Set<String> invented;

	KeyModel(Metadata metadata, Names names, Set<String> invented) {
		this.hibernate = metadata.getDatabase().getDialect();
		this.identifiers = metadata.getDatabase().getJdbcEnvironment().getIdentifierHelper();
		this.names = names;
		this.invented = invented;
	}

	/** The primary and the unique keys. */
	List<Constraint> of(Table table) {
		List<Constraint> keys = new ArrayList<>();
		if (table.hasPrimaryKey()) {
			UniqueKey ordering = table.getPrimaryKey().getOrderingUniqueKey();
			keys.add(new PrimaryKey(
					(ordering != null && ordering.isNameExplicit()) ? this.names.logical(ordering.getName()) : null,
					columns(table.getPrimaryKey().getColumns())));
		}
		Set<List<String>> single = new HashSet<>();
		for (Column column : table.getColumns()) {
			if (column.isUnique() && !table.isPrimaryKey(column)) {
				List<String> columns = columns(List.of(column));
				single.add(columns);
				keys.add(new UniqueConstraint(null, columns));
			}
		}
		for (UniqueKey key : table.getUniqueKeys().values()) {
			List<String> columns = columns(key.getColumns());
			if (!single.contains(columns) && !isIndex(key)) {
				keys.add(unique(key, columns));
			}
		}
		return keys;
	}

	/** A key of some rows, which an index can be and a constraint cannot. */
	static boolean isIndex(UniqueKey key) {
		return key.getOptions() != null && new SqlReader(key.getOptions()).is("where");
	}

	private UniqueConstraint unique(UniqueKey key, List<String> columns) {
		String name = this.names.logical(key.getName());
		if (!key.isNameExplicit()) {
			this.invented.add(name);
		}
		SqlReader options = new SqlReader((key.getOptions() != null) ? key.getOptions() : "");
		UniqueConstraint unique = new ConstraintReader(this.names, options).unique(name, columns);
		options.expectEnd();
		return unique;
	}

	/**
	 * The foreign keys, by name: Hibernate has them in no particular order. On SQLite it
	 * creates none, since it only adds them to tables that are there.
	 */
	List<ForeignKey> foreignKeys(Table table) {
		return table.getForeignKeyCollection()
			.stream()
			.filter((key) -> key.isCreationEnabled() && key.isPhysicalConstraint())
			.map(this::foreignKey)
			.sorted(Comparator.comparing(ForeignKey::name, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
	}

	private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
		String name = name(this.identifiers.toIdentifier(key.getName()).render(this.hibernate));
		ForeignKey read = (key.getKeyDefinition() != null) ? defined(name, key.getKeyDefinition()) : plain(name, key);
		if (key.getOnDeleteAction() != null && this.hibernate.supportsCascadeDelete()) {
			read = read.onDelete(ReferentialAction.valueOf(key.getOnDeleteAction().name()));
		}
		SqlReader options = new SqlReader((key.getOptions() != null) ? key.getOptions() : "");
		read = new ConstraintReader(this.names, options).options(read);
		options.expectEnd();
		return read;
	}

	private ForeignKey plain(String name, org.hibernate.mapping.ForeignKey key) {
		List<Column> referenced = key.isReferenceToPrimaryKey() ? key.getReferencedTable().getPrimaryKey().getColumns()
				: key.getReferencedColumns();
		return new ForeignKey(name, columns(key.getColumns()),
				this.names.of(key.getReferencedTable().getQualifiedTableName()), columns(referenced),
				ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);
	}

	private ForeignKey defined(String name, String definition) {
		SqlReader reader = new SqlReader(definition);
		ForeignKey key = new ConstraintReader(this.names, reader).foreignKey(name, List.of());
		reader.expectEnd();
		return key;
	}

	/** The name of a constraint or index, remembered if nobody chose it. */
	String name(String written) {
		String name = this.names.logical(written);
		if (HASH.matcher(name).matches()) {
			this.invented.add(name);
		}
		return name;
	}

	private List<String> columns(List<Column> columns) {
		return columns.stream().map((column) -> this.names.logical(column.getQuotedName(this.hibernate))).toList();
	}

}
