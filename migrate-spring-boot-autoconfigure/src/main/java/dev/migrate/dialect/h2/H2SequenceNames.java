package dev.migrate.dialect.h2;

import java.util.List;

import dev.migrate.dialect.ProductSyntax;
import dev.migrate.operation.RenameSequence;
import dev.migrate.schema.QualifiedName;

/**
 * Renames sequences, which H2 does not: another one counts on in the same way, and takes
 * the place of the first.
 */
final class H2SequenceNames {

	private static final String TYPE = "DECLARED_DATA_TYPE || CASE WHEN DECLARED_NUMERIC_PRECISION IS NULL THEN '' "
			+ "ELSE '(' || CONCAT_WS(',', DECLARED_NUMERIC_PRECISION, DECLARED_NUMERIC_SCALE) || ')' END";

	private final ProductSyntax syntax;

	/**
	 * Create a rendering.
	 * @param syntax how H2 writes
	 */
	H2SequenceNames(ProductSyntax syntax) {
		this.syntax = syntax;
	}

	List<String> rename(RenameSequence rename) {
		String name = name(rename.name());
		String newName = name(rename.name().sibling(rename.newName()));
		String found = " FROM INFORMATION_SCHEMA.SEQUENCES WHERE " + condition(rename.name());
		return List.of("EXECUTE IMMEDIATE (SELECT " + text("CREATE SEQUENCE " + newName + " AS ") + " || " + TYPE
				+ " || ' START WITH ' || START_VALUE || ' INCREMENT BY ' || INCREMENT"
				+ " || ' MINVALUE ' || MINIMUM_VALUE || ' MAXVALUE ' || MAXIMUM_VALUE"
				+ " || CASE CYCLE_OPTION WHEN 'YES' THEN ' CYCLE' ELSE '' END || ' CACHE ' || CACHE" + found + ")",
				"ALTER SEQUENCE " + newName + " RESTART WITH (SELECT BASE_VALUE" + found + ")",
				"EXECUTE IMMEDIATE (SELECT " + text("COMMENT ON SEQUENCE " + newName + " IS ")
						+ " || COALESCE('''' || REPLACE(REMARKS, '''', '''''') || '''', 'NULL')" + found + ")",
				"DROP SEQUENCE " + name);
	}

	private String condition(QualifiedName sequence) {
		String schema = sequence.schema();
		return "SEQUENCE_NAME = " + text(this.syntax.identifiers().toStored(sequence.name()))
				+ " AND SEQUENCE_SCHEMA = "
				+ ((schema != null) ? text(this.syntax.identifiers().toStored(schema)) : "CURRENT_SCHEMA");
	}

	private String name(QualifiedName name) {
		return this.syntax.identifiers().quote(name);
	}

	private String text(String text) {
		return this.syntax.literals().write(text);
	}

}
