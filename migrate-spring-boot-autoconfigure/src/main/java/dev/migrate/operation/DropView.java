package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;

/**
 * Drops a view. It fails if another view uses it.
 *
 * @param view the view's name
 * @param ifExists whether it is no error if there is none
 * @param was the view as it was, or {@code null} if that is not known
 */
public record DropView(QualifiedName view, boolean ifExists, @Nullable View was) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was).map(CreateView::new);
	}

	@Override
	public String describe() {
		return "drop view " + this.view;
	}

}
