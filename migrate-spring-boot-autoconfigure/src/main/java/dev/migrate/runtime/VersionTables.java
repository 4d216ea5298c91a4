package dev.migrate.runtime;

import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestampWithTimeZone;
import static dev.migrate.schema.Types.varchar;

/**
 * How the version table and the history are made. The version table has the shape of
 * Alembic's.
 */
final class VersionTables {

	private final Dialect dialect;

	VersionTables(Dialect dialect) {
		this.dialect = dialect;
	}

	List<String> createVersionTable(QualifiedName name, boolean ifNotExists) {
		return create(name, ifNotExists,
				List.of(column("version_num", varchar(32)).notNull(), primaryKey("version_num")));
	}

	List<String> createHistoryTable(QualifiedName name, boolean ifNotExists) {
		return create(name, ifNotExists,
				List.of(column("id", bigint()).identityByDefault(), column("revision", varchar(32)).notNull(),
						column("down_revision", text()), column("direction", varchar(10)).notNull(),
						column("message", text()), column("checksum", varchar(100)),
						column("applied_at", timestampWithTimeZone(6)).notNull(), column("applied_by", varchar(256)),
						column("duration_ms", bigint()).notNull(), column("downgrade_sql", text()), primaryKey("id")));
	}

	List<String> createJournalTable(QualifiedName name) {
		return create(name, false,
				List.of(column("revision", varchar(32)).notNull(), column("direction", varchar(10)).notNull(),
						column("position", bigint()).notNull(), column("statement", text()).notNull(),
						column("checksum", varchar(100)).notNull(), column("undo_sql", text()),
						column("state", varchar(10)).notNull(), primaryKey("revision", "position")));
	}

	private List<String> create(QualifiedName name, boolean ifNotExists, List<TableElement> elements) {
		return this.dialect.renderer()
			.render(new CreateTable(Table.of(name, elements), ifNotExists))
			.stream()
			.map(SqlStatement::text)
			.toList();
	}

}
