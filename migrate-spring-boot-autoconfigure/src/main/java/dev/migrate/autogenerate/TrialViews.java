package dev.migrate.autogenerate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;

/**
 * The views that a trial needs: those that a revision creates or drops, those that read
 * what it changes and would refuse that, and those that all these read.
 */
final class TrialViews {

	private final Map<View, Words> views = new LinkedHashMap<>();

	private final Set<QualifiedName> tables = new HashSet<>();

	private final Map<QualifiedName, Set<QualifiedName>> needed = new HashMap<>();

	private TrialViews(Schema before, Schema after, Changes changes, Identifiers identifiers) {
		Stream.of(before, after)
			.forEach((schema) -> schema.objects(View.class).forEach((view) -> add(view, identifiers)));
		Stream.concat(before.tables().stream(), after.tables().stream()).map(Table::name).forEach(this.tables::add);
		for (Operation operation : changes.upgrade()) {
			if (operation instanceof CreateView create) {
				add(create.view(), identifiers);
				this.needed.put(create.view().name(), new HashSet<>());
			}
			else if (operation instanceof DropView drop && drop.was() != null) {
				add(drop.was(), identifiers);
				this.needed.put(drop.view(), new HashSet<>());
			}
		}
	}

	private void add(View view, Identifiers identifiers) {
		this.views.computeIfAbsent(view, (other) -> Words.of(other.query(), identifiers));
	}

	/**
	 * Find them.
	 * @param before the schema before the revision
	 * @param after the schema that it shall lead to
	 * @param changes what it was written from
	 * @param changed the tables whose readers are needed
	 * @param identifiers how the product writes identifiers
	 * @return the tables that each of the views reads
	 */
	static Map<QualifiedName, Set<QualifiedName>> of(Schema before, Schema after, Changes changes,
			Set<QualifiedName> changed, Identifiers identifiers) {
		TrialViews views = new TrialViews(before, after, changes, identifiers);
		views.addReaders(changed);
		views.addRead();
		return views.needed;
	}

	private void addReaders(Set<QualifiedName> changed) {
		int size;
		do {
			size = this.needed.size();
			this.views.forEach((view, words) -> {
				if (reads(words, changed) || (!changed.isEmpty() && reads(words, this.needed.keySet()))) {
					this.needed.putIfAbsent(view.name(), new HashSet<>());
				}
			});
		}
		while (this.needed.size() > size);
	}

	private void addRead() {
		int size;
		do {
			size = this.needed.size();
			Set<QualifiedName> readers = Set.copyOf(this.needed.keySet());
			this.views.forEach((view, words) -> {
				if (readers.contains(view.name())) {
					this.views.keySet()
						.stream()
						.map(View::name)
						.filter((name) -> words.contain(name.name()))
						.forEach((name) -> this.needed.putIfAbsent(name, new HashSet<>()));
				}
			});
		}
		while (this.needed.size() > size);
		this.views.forEach((view, words) -> {
			Set<QualifiedName> read = this.needed.get(view.name());
			if (read != null) {
				this.tables.stream().filter((table) -> words.contain(table.name())).forEach(read::add);
			}
		});
	}

	private static boolean reads(Words words, Set<QualifiedName> names) {
		return names.stream().anyMatch((name) -> words.contain(name.name()));
	}

}
