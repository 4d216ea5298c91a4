package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * The tables that are found and wanted. Where texts differ, first those of the model are
 * compared as the database prints them, and then both, since a printed text may be
 * printed in another way again.
 */
final class TableMatches {

	private final Dialect dialect;

	private final Schema found;

	private final Schema wanted;

	private final Set<String> inventedNames;

	private final Map<QualifiedName, Table> foundForms = new HashMap<>();

	private final Map<QualifiedName, Table> wantedForms = new HashMap<>();

	TableMatches(Dialect dialect, Schema found, Schema wanted, Set<String> inventedNames) {
		this.dialect = dialect;
		this.found = found;
		this.wanted = wanted;
		this.inventedNames = inventedNames;
	}

	List<TableMatch> find(Connection connection) throws SQLException {
		List<TableMatch> matches = new ArrayList<>();
		List<Table> uncertain = new ArrayList<>();
		for (Table table : this.wanted.tables()) {
			this.found.table(table.name()).map((other) -> match(other, table)).ifPresent((match) -> {
				if (match.isUncertain()) {
					uncertain.add(table);
				}
				matches.add(match);
			});
		}
		if (uncertain.isEmpty()) {
			return matches;
		}
		try (Scratch scratch = this.dialect.openScratch(connection)) {
			ScratchForms forms = new ScratchForms(this.dialect, scratch);
			this.wantedForms.putAll(forms.print(uncertain, this.wanted));
			List<Table> left = uncertain.stream().filter((table) -> match(table).isUncertain()).toList();
			if (!left.isEmpty()) {
				this.wantedForms.putAll(forms.print(left.stream().map(this::wantedForm).toList(), this.wanted));
				this.foundForms.putAll(forms.print(left.stream().map(this::foundTable).toList(), this.found));
			}
		}
		return matches.stream().map((match) -> match(match.wanted().written())).toList();
	}

	private Table wantedForm(Table table) {
		return this.wantedForms.getOrDefault(table.name(), table);
	}

	private Table foundTable(Table table) {
		return this.found.table(table.name()).orElseThrow();
	}

	private TableMatch match(Table table) {
		return match(foundTable(table), table);
	}

	private TableMatch match(Table found, Table wanted) {
		Table foundForm = this.foundForms.getOrDefault(found.name(), found);
		return TableMatch.of(new ComparedTable(found, new TableForm(this.dialect, foundForm, this.found)),
				new ComparedTable(wanted, new TableForm(this.dialect, wantedForm(wanted), this.wanted)),
				this.inventedNames);
	}

}
