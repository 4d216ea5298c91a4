package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterStructType;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropStructType;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RebuildEnumType.Use;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StructType;
import dev.migrate.schema.StructType.Attribute;

/**
 * Renders operations on types with a name of their own.
 */
final class TypeRendering {

	/** What a type is called while another takes its place. */
	private static final String REPLACED = "__replaced";

	private final ProductSyntax syntax;

	private final CastRendering casts;

	private final Function<Operation, List<String>> others;

	/**
	 * Create a rendering.
	 * @param syntax how the product writes
	 * @param others renders what surrounds an operation
	 */
	TypeRendering(ProductSyntax syntax, Function<Operation, List<String>> others) {
		this.syntax = syntax;
		this.others = others;
		this.casts = new CastRendering(syntax);
	}

	void register(OperationRenderings renderings) {
		renderings.register(CreateEnumType.class, (create) -> create(create.enumType()));
		renderings.register(DropEnumType.class, (drop) -> of(Feature.ENUM_TYPE, drop(drop.name(), drop.ifExists())));
		renderings.register(AddEnumValue.class, this::addValue);
		renderings.register(RenameEnumValue.class, (rename) -> ofValues("ALTER TYPE " + name(rename.type())
				+ " RENAME VALUE " + literal(rename.value()) + " TO " + literal(rename.newValue())));
		renderings.register(RebuildEnumType.class, this::rebuild);
		renderings.register(CreateStructType.class, (create) -> create(create.structType()));
		renderings.register(AlterStructType.class, this::alter);
		renderings.register(DropStructType.class,
				(drop) -> of(Feature.STRUCT_TYPE, drop(drop.name(), drop.ifExists())));
		renderings.register(RenameType.class, (rename) -> of(Feature.ENUM_TYPE, "ALTER TYPE " + name(rename.name())
				+ " RENAME TO " + this.syntax.identifiers().quote(rename.newName())));
	}

	private List<String> of(Feature feature, String... statements) {
		this.syntax.require(feature, true);
		return List.of(statements);
	}

	private List<String> ofValues(String statement) {
		this.syntax.require(Feature.ENUM_TYPE, true);
		return of(Feature.ENUM_VALUE, statement);
	}

	private List<String> create(EnumType type) {
		List<String> statements = new ArrayList<>(of(Feature.ENUM_TYPE, createEnum(type)));
		if (type.comment() != null) {
			statements.add(comment(type.name(), type.comment()));
		}
		return statements;
	}

	private String createEnum(EnumType type) {
		return "CREATE TYPE " + name(type.name()) + " AS ENUM ("
				+ String.join(", ", type.values().stream().map(this::literal).toList()) + ")";
	}

	private List<String> create(StructType type) {
		List<String> attributes = type.attributes().stream().map(this::attribute).toList();
		List<String> statements = new ArrayList<>(of(Feature.STRUCT_TYPE,
				"CREATE TYPE " + name(type.name()) + " AS (" + String.join(", ", attributes) + ")"));
		if (type.comment() != null) {
			statements.add(comment(type.name(), type.comment()));
		}
		return statements;
	}

	private String attribute(Attribute attribute) {
		return this.syntax.identifiers().quote(attribute.name()) + " " + this.syntax.types().write(attribute.type());
	}

	private List<String> alter(AlterStructType alter) {
		List<String> changes = new ArrayList<>();
		alter.dropped()
			.forEach((attribute) -> changes
				.add("DROP ATTRIBUTE " + this.syntax.identifiers().quote(attribute.name()) + " CASCADE"));
		for (Attribute attribute : alter.kept()) {
			if (!alter.was().attributes().contains(attribute)) {
				changes.add("ALTER ATTRIBUTE " + this.syntax.identifiers().quote(attribute.name()) + " SET DATA TYPE "
						+ this.syntax.types().write(attribute.type()) + " CASCADE");
			}
		}
		alter.added().forEach((attribute) -> changes.add("ADD ATTRIBUTE " + attribute(attribute) + " CASCADE"));
		this.syntax.require(Feature.STRUCT_TYPE, true);
		return changes.isEmpty() ? List.of()
				: List.of("ALTER TYPE " + name(alter.type().name()) + " " + String.join(", ", changes));
	}

	private String comment(QualifiedName type, String comment) {
		return "COMMENT ON TYPE " + name(type) + " IS " + literal(comment);
	}

	private String drop(QualifiedName type, boolean ifExists) {
		return "DROP TYPE " + (ifExists ? "IF EXISTS " : "") + name(type);
	}

	private List<String> addValue(AddEnumValue add) {
		String place = (add.neighbour() != null) ? (add.before() ? " BEFORE " : " AFTER ") + literal(add.neighbour())
				: "";
		return ofValues("ALTER TYPE " + name(add.type()) + " ADD VALUE " + (add.ifNotExists() ? "IF NOT EXISTS " : "")
				+ literal(add.value()) + place);
	}

	private List<String> rebuild(RebuildEnumType rebuild) {
		QualifiedName type = rebuild.type().name();
		QualifiedName replaced = type.sibling(type.name() + REPLACED);
		List<String> statements = new ArrayList<>();
		rebuild.before().forEach((operation) -> statements.addAll(this.others.apply(operation)));
		rebuild.casts().forEach((cast) -> statements.addAll(this.casts.drop(cast)));
		statements.addAll(of(Feature.ENUM_TYPE,
				"ALTER TYPE " + name(type) + " RENAME TO " + this.syntax.identifiers().quote(replaced.name())));
		statements.addAll(create(rebuild.type()));
		for (Use use : rebuild.converted()) {
			String column = this.syntax.identifiers().quote(use.column());
			String alter = "ALTER TABLE " + name(use.table()) + " ALTER COLUMN " + column + " ";
			if (use.defaultExpression() != null) {
				statements.add(alter + "DROP DEFAULT");
			}
			String brackets = use.array() ? "[]" : "";
			statements.add(alter + "SET DATA TYPE " + name(type) + brackets + " USING " + column + "::text" + brackets
					+ "::" + name(type) + brackets);
			if (use.defaultExpression() != null) {
				statements.add(alter + "SET DEFAULT " + use.defaultExpression());
			}
		}
		statements.add(drop(replaced, false));
		rebuild.casts().forEach((cast) -> statements.addAll(this.casts.create(cast)));
		rebuild.after().forEach((operation) -> statements.addAll(this.others.apply(operation)));
		return statements;
	}

	private String name(QualifiedName name) {
		return this.syntax.identifiers().quote(name);
	}

	private String literal(String text) {
		return this.syntax.literals().write(text);
	}

}
