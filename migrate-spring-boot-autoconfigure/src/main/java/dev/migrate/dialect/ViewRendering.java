package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.schema.View;

/**
 * Renders operations on views.
 */
final class ViewRendering {

	private final ProductSyntax syntax;

	ViewRendering(ProductSyntax syntax) {
		this.syntax = syntax;
	}

	void register(OperationRenderings renderings) {
		renderings.register(CreateView.class, (create) -> create(create.view()));
		renderings.register(DropView.class, (drop) -> List.of("DROP VIEW " + (drop.ifExists() ? "IF EXISTS " : "")
				+ this.syntax.identifiers().quote(drop.view())));
	}

	private List<String> create(View view) {
		String name = this.syntax.identifiers().quote(view.name());
		List<String> statements = new ArrayList<>();
		statements.add("CREATE VIEW " + name + " AS " + view.query().strip());
		if (view.comment() != null) {
			this.syntax.require(Feature.COMMENT, true);
			statements.add("COMMENT ON VIEW " + name + " IS " + this.syntax.literals().write(view.comment()));
		}
		return statements;
	}

}
