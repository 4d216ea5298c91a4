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
		String found = " FROM information_schema.sequences WHERE " + condition(rename.name());
		return List.of(
				"EXECUTE IMMEDIATE (SELECT " + text("CREATE SEQUENCE " + newName + " AS ") + " || data_type"
						+ " || ' START WITH ' || start_value || ' INCREMENT BY ' || increment"
						+ " || ' MINVALUE ' || minimum_value || ' MAXVALUE ' || maximum_value"
						+ " || CASE cycle_option WHEN 'YES' THEN ' CYCLE' ELSE '' END || ' CACHE ' || cache" + found
						+ ")",
				"ALTER SEQUENCE " + newName + " RESTART WITH (SELECT base_value" + found + ")",
				"EXECUTE IMMEDIATE (SELECT " + text("COMMENT ON SEQUENCE " + newName + " IS ")
						+ " || coalesce('''' || replace(remarks, '''', '''''') || '''', 'NULL')" + found + ")",
				"DROP SEQUENCE " + name);
	}

	private String condition(QualifiedName sequence) {
		String schema = sequence.schema();
		return "sequence_name = " + text(this.syntax.identifiers().toStored(sequence.name())) + " AND sequence_schema = "
				+ ((schema != null) ? text(this.syntax.identifiers().toStored(schema)) : "CURRENT_SCHEMA");
	}

	private String name(QualifiedName name) {
		return this.syntax.identifiers().quote(name);
	}

	private String text(String text) {
		return this.syntax.literals().write(text);
	}

}
