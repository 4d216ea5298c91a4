package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.Index;

/**
 * Renders operations on indexes.
 */
final class IndexRendering {

	private final ProductSyntax syntax;

	private final ElementWriter elements;

	IndexRendering(ProductSyntax syntax, ElementWriter elements) {
		this.syntax = syntax;
		this.elements = elements;
	}

	void register(OperationRenderings renderings) {
		renderings.register(CreateIndex.class, this::createIndex);
		renderings.register(DropIndex.class, this::dropIndex);
		renderings.register(RenameIndex.class, this::renameIndex);
	}

	List<String> createIndex(CreateIndex create) {
		Index index = create.index();
		this.syntax.require(Feature.CONCURRENT_INDEX, create.concurrently());
		this.syntax.require(Feature.PARTIAL_INDEX, index.where() != null);
		List<String> elements = index.elements().stream().map(this.elements::element).toList();
		return List.of("CREATE " + this.elements.indexKind(index) + "INDEX "
				+ (create.concurrently() ? "CONCURRENTLY " : "") + (create.ifNotExists() ? "IF NOT EXISTS " : "")
				+ this.elements.indexOf(index.name(), create.table()) + this.elements.indexMethod(index) + " ("
				+ String.join(", ", elements) + ")" + this.elements.indexOptions(index)
				+ this.elements.storage(index.storage()) + ((index.where() != null) ? " WHERE " + index.where() : ""));
	}

	private List<String> renameIndex(RenameIndex rename) {
		this.syntax.require(Feature.RENAME_INDEX, true);
		return List.of("ALTER INDEX " + this.syntax.identifiers().quote(rename.name()) + " RENAME TO "
				+ this.syntax.identifiers().quote(rename.newName()));
	}

	private List<String> dropIndex(DropIndex drop) {
		this.syntax.require(Feature.CONCURRENT_INDEX, drop.concurrently());
		return List.of("DROP INDEX " + (drop.concurrently() ? "CONCURRENTLY " : "")
				+ (drop.ifExists() ? "IF EXISTS " : "") + this.syntax.identifiers().quote(drop.index()));
	}

}
