package dev.migrate;

import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;

/**
 * The part of {@link Operations} that changes views.
 */
public interface ViewOperations extends OperationInvoker {

	/**
	 * Create a view.
	 * @param view the name
	 * @param query the query in SQL
	 */
	default void createView(String view, String query) {
		createView(View.view(view, query));
	}

	/**
	 * Create a view.
	 * @param view the view
	 */
	default void createView(View view) {
		invoke(new CreateView(view));
	}

	/**
	 * Drop a view. It fails if another view uses it.
	 * @param view the name
	 * @return options
	 */
	default DropViewOptions dropView(String view) {
		return new DropViewOptions(invoke(new DropView(QualifiedName.parse(view), false, null)));
	}

}
