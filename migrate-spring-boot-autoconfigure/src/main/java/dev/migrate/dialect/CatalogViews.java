package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;

/**
 * Puts views in an order in which they can be created.
 */
public final class CatalogViews {

	private final Collection<View> views;

	private final BiPredicate<View, View> uses;

	private final Set<QualifiedName> visited = new HashSet<>();

	private final List<View> ordered = new ArrayList<>();

	private CatalogViews(Collection<View> views, BiPredicate<View, View> uses) {
		this.views = views;
		this.uses = uses;
	}

	/**
	 * Put views in order.
	 * @param views the views, in the order that they keep where they do not use each
	 * other
	 * @param uses whether the first view uses the second
	 * @return the views, each behind those that it uses
	 */
	public static List<View> inOrder(Collection<View> views, BiPredicate<View, View> uses) {
		CatalogViews order = new CatalogViews(views, uses);
		views.forEach(order::visit);
		return order.ordered;
	}

	private void visit(View view) {
		if (this.visited.add(view.name())) {
			this.views.stream().filter((other) -> this.uses.test(view, other)).forEach(this::visit);
			this.ordered.add(view);
		}
	}

}
