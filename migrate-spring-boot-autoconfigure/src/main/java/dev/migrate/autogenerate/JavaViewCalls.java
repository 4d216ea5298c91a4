package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.schema.View;

/**
 * Writes operations on views.
 */
final class JavaViewCalls {

	private final JavaCalls calls;

	JavaViewCalls(JavaCalls calls) {
		this.calls = calls;
	}

	void register() {
		this.calls.register(CreateView.class, (create) -> create(create.view()));
		this.calls.register(DropView.class, (drop) -> this.calls.call("dropView", JavaCalls.name(drop.view()))
				+ JavaCalls.option(drop.ifExists(), "ifExists"));
	}

	private String create(View view) {
		List<String> arguments = List.of(JavaCalls.name(view.name()), JavaCode.string(view.query()));
		return (view.comment() == null) ? this.calls.call("createView", arguments)
				: this.calls.call("createView", this.calls.code().factory("View", "view", arguments)
						+ JavaCalls.option(view.comment(), "comment"));
	}

}
