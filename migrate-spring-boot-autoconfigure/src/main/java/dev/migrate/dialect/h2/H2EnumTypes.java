package dev.migrate.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.migrate.dialect.ProductSyntax;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RebuildEnumType.Use;
import dev.migrate.operation.RenameType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;

/**
 * Renders operations on enumerated types, which are domains in H2. Their values cannot be
 * changed, but such a type can be made anew.
 */
final class H2EnumTypes {

	/** What a type is called while another takes its place. */
	private static final String REPLACED = "__replaced";

	private final ProductSyntax syntax;

	private final Function<Operation, List<String>> others;

	/**
	 * Create a rendering.
	 * @param syntax how H2 writes
	 * @param others renders what surrounds an operation
	 */
	H2EnumTypes(ProductSyntax syntax, Function<Operation, List<String>> others) {
		this.syntax = syntax;
		this.others = others;
	}

	List<String> create(CreateEnumType create) {
		List<String> statements = new ArrayList<>();
		statements.add(create(create.enumType()));
		statements.addAll(comment(create.enumType()));
		return statements;
	}

	private String create(EnumType type) {
		return "CREATE DOMAIN " + name(type.name()) + " AS ENUM ("
				+ String.join(", ", type.values().stream().map(this.syntax.literals()::write).toList()) + ")";
	}

	private List<String> comment(EnumType type) {
		return (type.comment() == null) ? List.of() : List
			.of("COMMENT ON DOMAIN " + name(type.name()) + " IS " + this.syntax.literals().write(type.comment()));
	}

	List<String> drop(DropEnumType drop) {
		return List.of("DROP DOMAIN " + (drop.ifExists() ? "IF EXISTS " : "") + name(drop.name()) + " RESTRICT");
	}

	List<String> rename(RenameType rename) {
		return List.of(rename(rename.name(), rename.newName()));
	}

	private String rename(QualifiedName type, String newName) {
		return "ALTER DOMAIN " + name(type) + " RENAME TO " + this.syntax.identifiers().quote(newName);
	}

	List<String> rebuild(RebuildEnumType rebuild) {
		QualifiedName type = rebuild.type().name();
		QualifiedName replaced = type.sibling(type.name() + REPLACED);
		List<String> statements = new ArrayList<>();
		rebuild.before().forEach((operation) -> statements.addAll(this.others.apply(operation)));
		statements.add(rename(type, replaced.name()));
		statements.add(create(rebuild.type()));
		for (Use use : rebuild.converted()) {
			String column = this.syntax.identifiers().quote(use.column());
			String alter = "ALTER TABLE " + name(use.table()) + " ALTER COLUMN " + column + " ";
			if (use.defaultExpression() != null) {
				statements.add(alter + "DROP DEFAULT");
			}
			statements.add(alter + "SET DATA TYPE " + name(type) + " USING CAST(CAST(" + column
					+ " AS character varying) AS " + name(type) + ")");
			if (use.defaultExpression() != null) {
				statements.add(alter + "SET DEFAULT " + use.defaultExpression());
			}
		}
		statements.add("DROP DOMAIN " + name(replaced) + " RESTRICT");
		// Only now: columns that come to the type take its comment
		statements.addAll(comment(rebuild.type()));
		rebuild.after().forEach((operation) -> statements.addAll(this.others.apply(operation)));
		return statements;
	}

	private String name(QualifiedName name) {
		return this.syntax.identifiers().quote(name);
	}

}
