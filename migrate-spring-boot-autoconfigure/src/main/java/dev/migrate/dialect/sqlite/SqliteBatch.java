package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.TableSource;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Batch;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.QualifiedName;

/**
 * One batch: in place if SQLite can make all of its changes so, else as one rebuild of
 * the table. Columns get their new names behind that, by SQLite, which finds them in
 * views, triggers and other tables too; so do indexes that are created behind such a
 * change.
 */
final class SqliteBatch {

	private final QualifiedName table;

	private final TableSource tables;

	private final BiFunction<TableChange, TableSource, List<String>> renderer;

	private final TableChanges changes;

	private final Identifiers identifiers;

	private final RenamedColumns renamed;

	private final List<String> inPlace = new ArrayList<>();

	private final List<String> afterwards = new ArrayList<>();

	private TableRebuild rebuild;

	private TableDependents dependents;

	private boolean needsRebuild;

	/**
	 * Begin a batch.
	 * @param table the table
	 * @param tables tells how tables are defined
	 * @param parser reads that
	 * @param changes what operations make of a table
	 * @param identifiers how names are written
	 * @param renderer renders a change by itself
	 */
	SqliteBatch(QualifiedName table, TableSource tables, DefinitionParser parser, TableChanges changes,
			Identifiers identifiers, BiFunction<TableChange, TableSource, List<String>> renderer) {
		List<String> definitions = tables.definitions(table);
		this.table = table;
		this.tables = tables;
		this.renderer = renderer;
		this.changes = changes;
		this.identifiers = identifiers;
		this.renamed = new RenamedColumns(table, parser, identifiers);
		this.rebuild = TableRebuild.of(parser.table(definitions.get(0)));
		this.dependents = TableDependents.of(definitions, parser);
	}

	List<String> render(Batch batch) {
		batch.changes().forEach(this::add);
		List<String> statements = new ArrayList<>(this.needsRebuild
				? this.rebuild.statements(this.table, this.identifiers, this.dependents.statements()) : this.inPlace);
		statements.addAll(this.afterwards);
		return statements;
	}

	private void add(TableChange change) {
		if (change instanceof CreateIndex create && !this.renamed.isEmpty()) {
			this.afterwards.addAll(this.renderer.apply(create, this.tables));
		}
		else if (change instanceof AlterColumn alter && alter.newName() != null) {
			AlterColumn unnamed = new AlterColumn(alter.table(), alter.column(), alter.type(), alter.using(),
					alter.nullable(), alter.defaultChange(), alter.commentChange(), null, alter.was());
			if (unnamed.isEmpty()) {
				TableChange told = this.renamed.told(unnamed);
				TableChanges.required(this.rebuild.after(), ((AlterColumn) told).column());
			}
			else {
				fold(this.renamed.told(unnamed));
			}
			this.afterwards.addAll(this.renderer.apply(
					new AlterColumn(alter.table(), alter.column(), null, null, null, null, alter.newName(), null),
					this.tables));
			this.renamed.rename(alter.column(), alter.newName());
		}
		else {
			fold(this.renamed.told(change));
		}
	}

	private void fold(TableChange change) {
		TableDefinition before = this.rebuild.after();
		// It also refuses what SQLite does not have
		List<String> alone = this.renderer.apply(change, this::definitions);
		if (alone.isEmpty()) {
			return;
		}
		this.needsRebuild |= TableRebuild.isRebuild(alone);
		this.inPlace.addAll(alone);
		if (change instanceof CreateIndex create) {
			boolean exists = create.ifNotExists() && this.dependents.hasIndex(create.index().name());
			this.dependents = exists ? this.dependents : this.dependents.with(alone);
		}
		else if (change instanceof DropIndex drop) {
			if (!drop.ifExists() && !this.dependents.hasIndex(drop.index().name())) {
				throw new IllegalArgumentException(
						"Table '%s' has no index '%s'".formatted(before.name(), drop.index().name()));
			}
			this.dependents = this.dependents.withoutIndex(drop.index().name());
		}
		else {
			if (change instanceof DropColumn drop) {
				this.dependents = this.dependents.withoutIndexesOf(before, drop.column());
			}
			this.rebuild = this.changes.apply(this.rebuild, change);
		}
	}

	/** As the table is behind the changes up to here, but for the names of columns. */
	private List<String> definitions(QualifiedName other) {
		if (!other.equals(this.table)) {
			return this.tables.definitions(other);
		}
		List<String> definitions = new ArrayList<>();
		definitions.add(this.rebuild.after().createTable(this.identifiers.quote(this.rebuild.after().name())));
		definitions.addAll(this.dependents.statements());
		return definitions;
	}

}
