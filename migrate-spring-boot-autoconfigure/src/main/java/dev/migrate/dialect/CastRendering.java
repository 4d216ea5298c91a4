package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.CreateCast;
import dev.migrate.operation.DropCast;
import dev.migrate.schema.Cast;
import dev.migrate.schema.ColumnType;

/**
 * Renders operations on casts.
 */
final class CastRendering {

	private final ProductSyntax syntax;

	CastRendering(ProductSyntax syntax) {
		this.syntax = syntax;
	}

	void register(OperationRenderings renderings) {
		renderings.register(CreateCast.class, (create) -> create(create.cast()));
		renderings.register(DropCast.class, this::drop);
	}

	List<String> create(Cast cast) {
		this.syntax.require(Feature.CAST, true);
		String context = switch (cast.context()) {
			case EXPLICIT -> "";
			case ASSIGNMENT -> " AS ASSIGNMENT";
			case IMPLICIT -> " AS IMPLICIT";
		};
		return List.of("CREATE CAST " + types(cast.source(), cast.target()) + " WITH INOUT" + context);
	}

	List<String> drop(Cast cast) {
		return drop(new DropCast(cast.source(), cast.target(), false, cast));
	}

	private List<String> drop(DropCast drop) {
		this.syntax.require(Feature.CAST, true);
		return List
			.of("DROP CAST " + (drop.ifExists() ? "IF EXISTS " : "") + types(drop.source(), drop.target()));
	}

	private String types(ColumnType source, ColumnType target) {
		return "(" + this.syntax.types().write(source) + " AS " + this.syntax.types().write(target) + ")";
	}

}
