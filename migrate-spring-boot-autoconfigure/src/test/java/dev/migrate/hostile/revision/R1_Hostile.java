package dev.migrate.hostile.revision;

import java.util.List;
import java.util.Map;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.named;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;

/**
 * Gives everything the same name, and writes it as a value wherever one may stand.
 */
@RevisionIdentifiers(revision = "hostile", message = "'; DROP TABLE victim; --")
public class R1_Hostile implements Migration {

	/** None differs from another in case alone. */
	public static final List<String> NAMES = List.of("x\"; DROP TABLE victim; --", "x'; DROP TABLE victim; --",
			"back\\slash", "back\\", "\\'; --", "semi;colon", "-- comment", "/* comment", "*/", "dollar$$x$$", "$a$",
			"$1", "?", "??", ":name", "{fn x}", "%s %1$s", "${name}", "`tick`", "[bracket]", "]", "\"", "\"\"", "'",
			"''", "E'\\'", "U&'\\0041'", " blank ", "tab\there", "line\nend", "CR\rhere", "select", "FROM",
			"Mixed Case", "größe", "表", "\uD83D\uDE00", "e\u0301", "a.b", "\"a\".\"b\"", "a,b", "(x)", "@x", "#x", "0",
			"null", "true", "a\u00A0b", "\u202Ea", "<b>&amp;</b>");

	/** The product of the running test. */
	public static Product product = Product.H2;

	@Override
	public void upgrade(Operations op) {
		NAMES.forEach((name) -> upgrade(op, name));
	}

	private static void upgrade(Operations op, String name) {
		String table = quoted(name);
		op.createTable(table, column("id", integer()).notNull(),
				column(name, varchar(100)).notNull().defaultValue(name), primaryKey("id").named(name + " pk"),
				unique("id", name).named(name + " uk"));
		op.createIndex(name + " ix", table, name);
		op.addColumn(table, column(name + " old", varchar(100)).defaultValue(name));
		op.renameColumn(table, name + " old", name + " new");
		op.bulkInsert(table, List.of(Map.of("id", 1, name, name), Map.of("id", 2, name, "other")));
		op.execute("INSERT INTO victim VALUES (?)", name);
		if (product != Product.SQLITE) {
			op.commentOnTable(table, name);
			op.commentOnColumn(table, name, name);
			op.createSequence(quoted(name + " seq"));
			op.createEnum(quoted(name + " enum"), name, name + " 2");
			op.addColumn(table, column("e", named(quoted(name + " enum"))));
			op.renameConstraint(name + " uk", table, name + " uk2");
		}
		op.createView(quoted(name + " view"), "SELECT 1 AS one");
		op.renameTable(table, name + " table");
	}

	@Override
	public void downgrade(Operations op) {
		NAMES.forEach((name) -> downgrade(op, name));
	}

	private static void downgrade(Operations op, String name) {
		String table = quoted(name + " table");
		op.dropView(quoted(name + " view"));
		if (product != Product.SQLITE) {
			op.renameConstraint(name + " uk2", table, name + " uk");
			op.dropColumn(table, "e");
			op.dropEnum(quoted(name + " enum"));
			op.dropSequence(quoted(name + " seq"));
			op.commentOnColumn(table, name, null);
			op.commentOnTable(table, null);
		}
		op.dropColumn(table, name + " new");
		op.dropIndex(quoted(name + " ix"));
		op.dropConstraint(name + " uk", table);
		op.dropTable(table);
	}

	private static String quoted(String name) {
		return "\"" + name.replace("\"", "\"\"") + "\"";
	}

}
