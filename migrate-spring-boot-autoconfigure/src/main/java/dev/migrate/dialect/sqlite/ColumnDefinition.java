package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column as a definition has it.
 *
 * @param name the name, without quotes
 * @param nameText the name as it is written
 * @param type the declared type as it is written, empty if there is none
 * @param clauses what stands behind the type
 */
record ColumnDefinition(String name, String nameText, String type, List<Clause> clauses) {

	ColumnDefinition {
		clauses = List.copyOf(clauses);
	}

	boolean isNamed(String name) {
		return this.name.equalsIgnoreCase(name);
	}

	boolean has(Clause.Kind kind) {
		return clause(kind).isPresent();
	}

	Optional<Clause> clause(Clause.Kind kind) {
		return this.clauses.stream().filter((clause) -> clause.kind() == kind).findFirst();
	}

	ColumnDefinition withType(String type) {
		return new ColumnDefinition(this.name, this.nameText, type, this.clauses);
	}

	ColumnDefinition with(Clause clause) {
		List<Clause> clauses = new ArrayList<>(this.clauses);
		clauses.add(0, clause);
		return new ColumnDefinition(this.name, this.nameText, this.type, clauses);
	}

	ColumnDefinition without(Clause.Kind... kinds) {
		return new ColumnDefinition(this.name, this.nameText, this.type,
				this.clauses.stream().filter((clause) -> !List.of(kinds).contains(clause.kind())).toList());
	}

	/**
	 * The column in SQL.
	 * @return the text
	 */
	String text() {
		StringBuilder text = new StringBuilder(this.nameText);
		if (!this.type.isEmpty()) {
			text.append(' ').append(this.type);
		}
		this.clauses.forEach((clause) -> text.append(' ').append(clause.text()));
		return text.toString();
	}

}
