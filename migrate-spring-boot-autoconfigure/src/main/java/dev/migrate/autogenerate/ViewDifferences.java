package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;

/**
 * The views of a model that a database lacks, or has with another query. Views that no
 * model knows are left alone.
 */
final class ViewDifferences {

	private final Dialect dialect;

	private final ObjectFilter filter;

	private final List<Difference> differences = new ArrayList<>();

	ViewDifferences(Dialect dialect, ObjectFilter filter) {
		this.dialect = dialect;
		this.filter = filter;
	}

	/**
	 * Compare.
	 * @param found the schema as it is after renames
	 * @param wanted the schema of the model
	 * @param all all that there is, also what takes no part: a view may read what the
	 * model lacks
	 * @param connection the connection
	 * @return the differences
	 */
	List<Difference> compare(Schema found, Schema wanted, Schema all, Connection connection) throws SQLException {
		Schema readable = new Schema(Stream.concat(all.all().stream(), wanted.all().stream()).toList());
		for (View view : wanted.objects(View.class)) {
			if (!this.filter.includes("view", view.name(), "")) {
				continue;
			}
			View other = found.object(View.class, view.name()).orElse(null);
			if (other == null) {
				added(view);
			}
			else if (!other.query().equals(view.query())
					&& !other.query().equals(printed(view, readable, connection))) {
				this.differences.add(new Difference("modify_view", view.name().toString(),
						"changed query of view '%s'".formatted(view.name()),
						List.of(new DropView(view.name(), false, other), new CreateView(view))));
			}
		}
		return this.differences;
	}

	void added(View view) {
		this.differences.add(new Difference("add_view", view.name().toString(),
				"added view '%s'".formatted(view.name()), List.of(new CreateView(view))));
	}

	/**
	 * The query as the database prints it, over copies of what it reads. A view that
	 * cannot be made is another one.
	 */
	private String printed(View view, Schema readable, Connection connection) throws SQLException {
		Map<String, View> views = new LinkedHashMap<>();
		Map<String, Table> tables = new LinkedHashMap<>();
		read(view, readable, views, tables);
		try (Scratch scratch = this.dialect.openScratch(connection)) {
			new ScratchForms(this.dialect, scratch).make(List.copyOf(tables.values()), readable);
			for (View read : ViewOrder.of(List.copyOf(views.values()), this.dialect.identifiers())) {
				for (SqlStatement statement : this.dialect.renderer()
					.render(new CreateView(new View(local(read), read.query(), null)))) {
					this.dialect.execute(scratch.connection(), statement);
				}
			}
			return scratch.reflect().object(View.class, local(view)).map(View::query).orElse("");
		}
		catch (SQLException | UnsupportedOperationException | IllegalArgumentException ex) {
			if (ex instanceof SQLException failure && this.dialect.isInterruption(failure)) {
				throw failure;
			}
			return "";
		}
	}

	private void read(View view, Schema readable, Map<String, View> views, Map<String, Table> tables) {
		if (views.putIfAbsent(view.name().name(), view) != null) {
			return;
		}
		Words words = Words.of(view.query(), this.dialect.identifiers());
		for (Table table : readable.tables()) {
			if (words.contain(table.name().name())) {
				tables.putIfAbsent(table.name().name(), table);
			}
		}
		for (View other : readable.objects(View.class)) {
			if (words.contain(other.name().name())) {
				read(other, readable, views, tables);
			}
		}
	}

	private static QualifiedName local(View view) {
		return new QualifiedName(null, view.name().name());
	}

}
