package dev.migrate.dialect.sqlite;

import java.util.List;
import java.util.Set;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Types;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TableChanges} and {@link TableRebuild}: many changes make one rebuild.
 */
class TableChangesTests {

	private static final QualifiedName TABLE = QualifiedName.parse("t");

	private static final Identifiers IDENTIFIERS = new Identifiers("SQLite", SqliteKeywords.ALL, 99, false);

	@Test
	void manyOperationsMakeOneRebuild() {
		DefinitionParser parser = new DefinitionParser(new SqliteScriptLexer());
		ProductSyntax syntax = new ProductSyntax("sqlite", "SQLite", IDENTIFIERS, new SqliteLiterals(),
				new SqliteTypes(), Set.of());
		TableChanges changes = new TableChanges(parser, syntax.types(),
				new SqliteElementWriter(syntax, new SqliteScriptLexer()));
		TableRebuild rebuild = TableRebuild.of(parser
			.table("CREATE TABLE t (a int /* first */ NOT NULL, b text, c int CONSTRAINT d CHECK (c > 0)) STRICT"));
		for (Operation operation : List.of(
				new AlterColumn(TABLE, "a", Types.varchar(5), "a || ''", true, null, null, null),
				new AddColumn(TABLE, Column.column("e", Types.date()), false), new DropColumn(TABLE, "B", false, null),
				new DropConstraint(TABLE, "d", false, null))) {
			rebuild = changes.apply(rebuild, operation);
		}

		assertThat(rebuild.statements(TABLE, IDENTIFIERS, List.of("CREATE INDEX i ON t (a)"))).containsExactly(
				"CREATE TABLE _migrate_new_t (\n    a varchar(5),\n    c int,\n    e date\n) STRICT",
				"INSERT INTO _migrate_new_t (a, c) SELECT a || '', c FROM t", "DROP TABLE t",
				"PRAGMA legacy_alter_table = ON", "ALTER TABLE _migrate_new_t RENAME TO t",
				"PRAGMA legacy_alter_table = OFF", "CREATE INDEX i ON t (a)");
	}

}
