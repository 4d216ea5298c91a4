package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;

/**
 * The indexes of a table.
 */
final class IndexModel {

	private final Dialect hibernate;

	private final Names names;

	private final KeyModel keys;

	IndexModel(Dialect hibernate, Names names, KeyModel keys) {
		this.hibernate = hibernate;
		this.names = names;
		this.keys = keys;
	}

	List<Index> of(Table table) {
		return table.getIndexes().values().stream().map(this::index).toList();
	}

	private Index index(org.hibernate.mapping.Index index) {
		// Hibernate forgets the quotes where it need not write the schema
		String written = this.hibernate.qualifyIndexName() ? index.getQuotedName(this.hibernate) : index.getName();
		List<IndexElement> elements = new ArrayList<>();
		IndexElementReader reader = new IndexElementReader(this.names);
		for (Selectable selectable : index.getSelectables()) {
			String order = index.getSelectableOrderMap().get(selectable);
			elements.add(reader.read(selectable.getText(this.hibernate) + ((order != null) ? " " + order : "")));
		}
		Index plain = new Index(this.keys.name(written), elements, index.isUnique(), null, null, List.of(), false,
				Map.of());
		return options(plain, new SqlReader((index.getOptions() != null) ? index.getOptions() : ""));
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
