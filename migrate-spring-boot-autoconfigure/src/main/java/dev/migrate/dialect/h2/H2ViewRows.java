package dev.migrate.dialect.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrate.dialect.CatalogViews;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;

/**
 * The rows of views. What a view uses is found in its query, which H2 prints with all
 * names in quotes.
 */
final class H2ViewRows {

	static final String QUERY = """
			SELECT TABLE_NAME, VIEW_DEFINITION, REMARKS FROM INFORMATION_SCHEMA.VIEWS
			WHERE TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA) AND VIEW_DEFINITION IS NOT NULL ORDER BY 1""";

	private final List<View> views = new ArrayList<>();

	private final Map<QualifiedName, String> printed = new HashMap<>();

	/**
	 * Add a row.
	 * @param row the row
	 * @param name the logical name of the view
	 */
	void add(ResultSet row, QualifiedName name) throws SQLException {
		this.printed.put(name, "." + printed(H2Reflector.text(row, 1)));
		this.views.add(new View(name, H2Reflector.text(row, 2), row.getString(3)));
	}

	List<View> toViews() {
		return CatalogViews.inOrder(this.views,
				(view, other) -> view.query().contains(Objects.requireNonNull(this.printed.get(other.name()))));
	}

	/** A stored name as H2 prints it. */
	private static String printed(String name) {
		if (name.chars().allMatch(H2ViewRows::isPlain)) {
			return '"' + name.replace("\"", "\"\"") + '"';
		}
		StringBuilder printed = new StringBuilder("U&\"");
		name.codePoints().forEach((c) -> {
			if (c == '"' || c == '\\') {
				printed.append(Character.toString(c).repeat(2));
			}
			else if (isPlain(c)) {
				printed.appendCodePoint(c);
			}
			else {
				printed.append(((c > Character.MAX_VALUE) ? "\\+%06x" : "\\%04x").formatted(c));
			}
		});
		return printed.append('"').toString();
	}

	private static boolean isPlain(int c) {
		return c >= ' ' && c < 0x7f;
	}

}
