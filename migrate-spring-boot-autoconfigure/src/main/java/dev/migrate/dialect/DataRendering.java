package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.BulkInsert;

/**
 * Renders operations on rows.
 */
final class DataRendering {

	private static final int ROWS_PER_INSERT = 500;

	private final ProductSyntax syntax;

	DataRendering(ProductSyntax syntax) {
		this.syntax = syntax;
	}

	void register(OperationRenderings renderings) {
		renderings.register(BulkInsert.class, this::bulkInsert);
	}

	private List<String> bulkInsert(BulkInsert insert) {
		List<String> statements = new ArrayList<>();
		for (int from = 0; from < insert.rows().size(); from += ROWS_PER_INSERT) {
			List<List<@Nullable Object>> rows = insert.rows()
				.subList(from, Math.min(insert.rows().size(), from + ROWS_PER_INSERT));
			List<String> lines = rows.stream()
				.map((row) -> "(" + String.join(", ", row.stream().map(this.syntax.literals()::write).toList()) + ")")
				.toList();
			statements.add("INSERT INTO " + this.syntax.identifiers().quote(insert.table()) + " ("
					+ this.syntax.identifiers().quoteAll(insert.columns()) + ") VALUES\n    "
					+ String.join(",\n    ", lines));
		}
		return statements;
	}

}
