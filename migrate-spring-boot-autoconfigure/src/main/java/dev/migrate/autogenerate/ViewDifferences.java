package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
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

	List<Difference> compare(Schema found, Schema wanted, Connection connection) throws SQLException {
		for (View view : wanted.objects(View.class)) {
			if (!this.filter.includes("view", view.name(), "")) {
				continue;
			}
			View other = found.object(View.class, view.name()).orElse(null);
			if (other == null) {
				added(view);
			}
			else if (!other.query().equals(view.query()) && !other.query().equals(printed(view, wanted, connection))) {
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

	/** A view that cannot be made is another one. */
	private String printed(View view, Schema wanted, Connection connection) throws SQLException {
		QualifiedName local = new QualifiedName(null, view.name().name());
		Words words = Words.of(view.query(), this.dialect.identifiers());
		try (Scratch scratch = this.dialect.openScratch(connection)) {
			new ScratchForms(this.dialect, scratch)
				.make(wanted.tables().stream().filter((table) -> words.contain(table.name().name())).toList(), wanted);
			for (SqlStatement statement : this.dialect.renderer()
				.render(new CreateView(new View(local, view.query(), null)))) {
				this.dialect.execute(scratch.connection(), statement);
			}
			return scratch.reflect().object(View.class, local).map(View::query).orElse("");
		}
		catch (SQLException ex) {
			if (this.dialect.isInterruption(ex)) {
				throw ex;
			}
			return "";
		}
	}

}
