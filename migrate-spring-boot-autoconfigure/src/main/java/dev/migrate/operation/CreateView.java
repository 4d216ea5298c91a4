package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.View;

/**
 * Creates a view.
 *
 * @param view what to create
 */
public record CreateView(View view) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropView(this.view.name(), false, this.view));
	}

	@Override
	public String describe() {
		return "create view " + this.view.name();
	}

}
