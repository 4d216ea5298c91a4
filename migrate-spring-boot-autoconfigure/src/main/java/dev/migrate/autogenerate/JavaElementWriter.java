package dev.migrate.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.IndexElement.Nulls;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.UniqueConstraint;

/**
 * Writes the schema's vocabulary as Java.
 */
final class JavaElementWriter {

	/** Types whose factory has another name than the kind. */
	private static final Map<Kind, String> FACTORIES = Map.of(Kind.BOOLEAN, "bool", Kind.DOUBLE, "doublePrecision",
			Kind.TIMESTAMP_WITH_TIME_ZONE, "timestampWithTimeZone", Kind.TIME_WITH_TIME_ZONE, "timeWithTimeZone");

	/** How many arguments the factories take that take any. */
	private static final Map<Kind, Integer> ARGUMENTS = Map.of(Kind.NUMERIC, 2, Kind.CHARACTER, 1, Kind.VARCHAR, 1,
			Kind.TIME, 1, Kind.TIMESTAMP, 1, Kind.TIMESTAMP_WITH_TIME_ZONE, 1, Kind.TIME_WITH_TIME_ZONE, 1);

	private final JavaCode code;

	JavaElementWriter(JavaCode code) {
		this.code = code;
	}

	static String name(QualifiedName name) {
		String local = part(name.name());
		return JavaCode.string((name.schema() != null) ? part(name.schema()) + "." + local : local);
	}

	private static String part(String name) {
		return (name.indexOf('.') >= 0 || name.indexOf('"') >= 0) ? '"' + name.replace("\"", "\"\"") + '"' : name;
	}

	String type(ColumnType type) {
		if (type instanceof Raw raw) {
			return types("raw", List.of(JavaCode.string(raw.sql())));
		}
		if (type instanceof Named named) {
			return types("named", List.of(name(named.name())));
		}
		if (type instanceof Array array) {
			String element = type(array.element());
			return types("array", (array.dimensions() == 1) ? List.of(element)
					: List.of(element, String.valueOf(array.dimensions())));
		}
		Standard standard = (Standard) type;
		List<String> arguments = standard.arguments().stream().map(String::valueOf).toList();
		Kind kind = standard.kind();
		boolean unbounded = kind == Kind.VARCHAR && arguments.isEmpty();
		if (unbounded || arguments.size() == ARGUMENTS.getOrDefault(kind, 0)) {
			return types(FACTORIES.getOrDefault(kind, kind.name().toLowerCase(Locale.ROOT)), arguments);
		}
		return types("standard", JavaCode.join(this.code.type(Kind.class) + "." + kind.name(), arguments));
	}

	private String types(String method, List<String> arguments) {
		return this.code.factory("Types", method, arguments);
	}

	String column(Column column) {
		StringBuilder java = new StringBuilder(
				this.code.factory("Column", "column", List.of(JavaCode.string(column.name()), type(column.type()))));
		Identity identity = column.identity();
		if (identity != null) {
			java.append(identity(identity));
		}
		if (!column.nullable() && identity == null) {
			java.append(".notNull()");
		}
		GeneratedExpression generated = column.generated();
		if (generated != null) {
			append(java, generated.stored() ? "generatedStored" : "generatedVirtual", generated.expression());
		}
		append(java, "defaultSql", column.defaultExpression());
		append(java, "collate", column.collation());
		append(java, "comment", column.comment());
		return java.toString();
	}

	private String identity(Identity identity) {
		if (identity.options().equals(SequenceOptions.DEFAULTS)) {
			return identity.always() ? ".identityAlways()" : ".identityByDefault()";
		}
		return ".identity(" + identityValue(identity) + ")";
	}

	String identityValue(Identity identity) {
		return this.code.type(Identity.class) + (identity.always() ? ".ALWAYS" : ".BY_DEFAULT")
				+ (identity.options().equals(SequenceOptions.DEFAULTS) ? ""
						: ".with(" + options(identity.options()) + ")");
	}

	String options(SequenceOptions options) {
		StringBuilder java = new StringBuilder(this.code.type(SequenceOptions.class)).append(".DEFAULTS");
		append(java, "increment", options.increment());
		append(java, "minimum", options.minimum());
		append(java, "maximum", options.maximum());
		append(java, "start", options.start());
		append(java, "cache", options.cache());
		return java.append(options.cycle() ? ".cycling()" : "").toString();
	}

	private static void append(StringBuilder java, String method, @Nullable Long number) {
		if (number != null) {
			java.append('.').append(JavaCode.call(method, number + "L"));
		}
	}

	private static void append(StringBuilder java, String method, @Nullable String text) {
		if (text != null) {
			java.append('.').append(JavaCode.call(method, JavaCode.string(text)));
		}
	}

	private static void append(StringBuilder java, String method, List<String> texts) {
		if (!texts.isEmpty()) {
			java.append('.').append(JavaCode.call(method, JavaCode.strings(texts)));
		}
	}

	String constraint(Constraint constraint) {
		StringBuilder java = new StringBuilder();
		if (constraint instanceof PrimaryKey key) {
			java.append(this.code.factory("PrimaryKey", "primaryKey", JavaCode.strings(key.columns())));
			append(java, "include", key.include());
			deferral(java, key.deferral());
		}
		else if (constraint instanceof UniqueConstraint unique) {
			java.append(this.code.factory("UniqueConstraint", "unique", JavaCode.strings(unique.columns())))
				.append(unique.nullsNotDistinct() ? ".withNullsNotDistinct()" : "");
			append(java, "include", unique.include());
			deferral(java, unique.deferral());
		}
		else if (constraint instanceof CheckConstraint check) {
			java.append(this.code.factory("CheckConstraint", "check", List.of(JavaCode.string(check.condition()))))
				.append(check.noInherit() ? ".withoutInheritance()" : "")
				.append(check.notValid() ? ".asNotValid()" : "");
		}
		else if (constraint instanceof ForeignKey key) {
			foreignKey(java, key);
		}
		else {
			exclusion(java, (ExclusionConstraint) constraint);
		}
		append(java, "named", constraint.name());
		return java.toString();
	}

	private void foreignKey(StringBuilder java, ForeignKey key) {
		java.append(this.code.factory("ForeignKey", "foreignKey", JavaCode.strings(key.columns())))
			.append('.')
			.append(JavaCode.call("references",
					JavaCode.join(name(key.referencedTable()), JavaCode.strings(key.referencedColumns()))));
		rule(java, "onDelete", key.onDelete(), key.deleteColumns());
		rule(java, "onUpdate", key.onUpdate(), List.of());
		java.append(key.matchFull() ? ".withMatchFull()" : "");
		deferral(java, key.deferral());
		java.append(key.notValid() ? ".asNotValid()" : "");
	}

	private void rule(StringBuilder java, String method, ReferentialAction action, List<String> columns) {
		if (action != ReferentialAction.NO_ACTION) {
			java.append('.')
				.append(JavaCode.call(method, JavaCode
					.join(this.code.type(ReferentialAction.class) + "." + action.name(), JavaCode.strings(columns))));
		}
	}

	private void exclusion(StringBuilder java, ExclusionConstraint exclusion) {
		List<String> elements = exclusion.elements()
			.stream()
			.map((element) -> "new " + this.code.type(ExclusionConstraint.Element.class)
					+ JavaCode.call("", element(element.value()), JavaCode.string(element.operator())))
			.toList();
		java.append(this.code.factory("ExclusionConstraint", "exclude", elements));
		append(java, "using", exclusion.method());
		append(java, "where", exclusion.where());
		deferral(java, exclusion.deferral());
	}

	private void deferral(StringBuilder java, Deferral deferral) {
		if (deferral != Deferral.NOT_DEFERRABLE) {
			java.append('.').append(JavaCode.call("deferral", this.code.type(Deferral.class) + "." + deferral.name()));
		}
	}

	String index(Index index) {
		boolean plain = index.elements()
			.stream()
			.allMatch((element) -> element.equals(IndexElement.by(element.text())));
		List<String> elements = plain ? JavaCode.strings(index.columns())
				: index.elements().stream().map(this::element).toList();
		StringBuilder java = new StringBuilder(
				this.code.factory("Index", "index", JavaCode.join(JavaCode.string(index.name()), elements)));
		java.append(index.unique() ? ".asUnique()" : "");
		append(java, "using", index.method());
		append(java, "include", index.include());
		java.append(index.nullsNotDistinct() ? ".withNullsNotDistinct()" : "");
		storage(java, index.storage());
		append(java, "where", index.where());
		return java.toString();
	}

	static void storage(StringBuilder java, Map<String, String> storage) {
		new TreeMap<>(storage).forEach((parameter, value) -> java.append('.')
			.append(JavaCode.call("storage", JavaCode.string(parameter), JavaCode.string(value))));
	}

	private String element(IndexElement element) {
		StringBuilder java = new StringBuilder(this.code.factory("IndexElement",
				element.expression() ? "byExpression" : "by", List.of(JavaCode.string(element.text()))));
		java.append(element.descending() ? ".desc()" : "");
		if (element.nulls() != null) {
			java.append((element.nulls() == Nulls.FIRST) ? ".nullsFirst()" : ".nullsLast()");
		}
		append(java, "collate", element.collation());
		append(java, "operatorClass", element.operatorClass());
		return java.toString();
	}

}
