package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.dialect.CatalogViews;
import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;

/**
 * An order in which views can be created, found by the words of their queries.
 */
final class ViewOrder {

	private final Map<QualifiedName, Words> words = new HashMap<>();

	private final List<View> views;

	private ViewOrder(List<View> views, Identifiers identifiers) {
		this.views = views;
		views.forEach((view) -> this.words.put(view.name(), Words.of(view.query(), identifiers)));
	}

	/**
	 * Put operations on views in order.
	 * @param operations operations
	 * @param found the views before them, in an order in which they can be created
	 * @param identifiers how the product writes identifiers
	 * @return the operations; views are created behind those that they read, and dropped
	 * before them
	 */
	static List<Operation> sort(List<Operation> operations, List<View> found, Identifiers identifiers) {
		List<Operation> sorted = new ArrayList<>();
		List<View> created = new ArrayList<>();
		Map<QualifiedName, DropView> drops = new HashMap<>();
		for (Operation operation : operations) {
			if (operation instanceof CreateView create) {
				created.add(create.view());
			}
			else if (operation instanceof DropView drop && drop.was() != null) {
				drops.put(drop.view(), drop);
			}
			else {
				sorted.add(operation);
			}
		}
		List<View> dropped = new ArrayList<>(
				of(found.stream().filter((view) -> drops.containsKey(view.name())).toList(), identifiers));
		Collections.reverse(dropped);
		dropped.forEach((view) -> sorted.add(drops.get(view.name())));
		of(created, identifiers).forEach((view) -> sorted.add(new CreateView(view)));
		return sorted;
	}

	/**
	 * Put views in order.
	 * @param views views
	 * @param identifiers how the product writes identifiers
	 * @return the views, each behind those that it reads
	 */
	static List<View> of(List<View> views, Identifiers identifiers) {
		return CatalogViews.inOrder(views, new ViewOrder(views, identifiers)::reads);
	}

	/** Of two that name each other, one only has a column of that name. */
	private boolean reads(View view, View other) {
		return names(view, other) && !(names(other, view) && this.views.indexOf(view) < this.views.indexOf(other));
	}

	private boolean names(View view, View other) {
		Words words = this.words.get(view.name());
		return words != null && words.contain(other.name().name());
	}

}
