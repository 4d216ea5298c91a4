package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;

/**
 * The indexes of a table.
 */
final class IndexModel {

	private final Dialect hibernate;

	private final IdentifierHelper identifiers;

	private final Names names;

	private final KeyModel keys;

	IndexModel(Metadata metadata, Names names, KeyModel keys) {
		this.hibernate = metadata.getDatabase().getDialect();
		this.identifiers = metadata.getDatabase().getJdbcEnvironment().getIdentifierHelper();
		this.names = names;
		this.keys = keys;
	}

	List<Index> of(Table table) {
		List<Index> indexes = new ArrayList<>();
		table.getIndexes().values().forEach((index) -> indexes.add(index(index)));
		for (UniqueKey key : table.getUniqueKeys().values()) {
			if (KeyModel.isIndex(key)) {
				indexes.add(index(key.getName(), key.getColumns(), key.getColumnOrderMap(), true, key.getOptions()));
			}
		}
		return indexes;
	}

	private Index index(org.hibernate.mapping.Index index) {
		// Hibernate forgets the quotes where it need not write the schema
		String written = this.hibernate.qualifyIndexName()
				? this.identifiers.toIdentifier(index.getQuotedName(this.hibernate)).render(this.hibernate)
				: index.getName();
		return index(written, index.getSelectables(), index.getSelectableOrderMap(), index.isUnique(),
				index.getOptions());
	}

	private Index index(String name, List<? extends Selectable> selectables, Map<? extends Selectable, String> orders,
			boolean unique, @Nullable String options) {
		List<IndexElement> elements = new ArrayList<>();
		IndexElementReader reader = new IndexElementReader(this.names);
		for (Selectable selectable : selectables) {
			String order = orders.get(selectable);
			elements.add(reader.read(selectable.getText(this.hibernate) + ((order != null) ? " " + order : "")));
		}
		Index plain = new Index(this.keys.name(name), elements, unique, null, null, List.of(), false, Map.of());
		return options(plain, new SqlReader((options != null) ? options : ""));
	}

	private Index options(Index plain, SqlReader reader) {
		Index index = plain;
		while (!reader.isAtEnd()) {
			if (reader.accept("where")) {
				index = index.where(reader.rest());
			}
			else if (reader.accept("include")) {
				index = index.include(this.names.logical(reader.parenthesisedNames()).toArray(String[]::new));
			}
			else if (reader.accept("nulls", "not", "distinct")) {
				index = index.withNullsNotDistinct();
			}
			else if (reader.accept("with")) {
				for (Map.Entry<String, String> parameter : TableOptionsReader
					.storage(new SqlReader(reader.parenthesised()))
					.entrySet()) {
					index = index.storage(parameter.getKey(), parameter.getValue());
				}
			}
			else if (!reader.accept("nulls", "distinct")) {
				throw reader.unreadable();
			}
		}
		return index;
	}

}
