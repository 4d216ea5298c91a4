package dev.migrate.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Names constraints that are created without a name, as SQLAlchemy's
 * {@code naming_convention} does. Each kind has a pattern, or {@code null} if the product
 * chooses the name. A pattern is text with the tokens
 * <ul>
 * <li>{@code {table}}: the table, without its schema
 * <li>{@code {columns}}: the columns, joined by {@code _}; {@code {column}}: the first of
 * them (not for checks)
 * <li>{@code {referenced_table}}, {@code {referenced_columns}}: likewise, of a foreign
 * key
 * <li>{@code {hash}}: eight hexadecimal digits of what the constraint says
 * </ul>
 *
 * @param primaryKey the pattern of primary keys
 * @param unique the pattern of unique constraints
 * @param foreignKey the pattern of foreign keys
 * @param check the pattern of check constraints
 * @param exclude the pattern of exclusion constraints
 */
public record NamingConvention(@Nullable String primaryKey, @Nullable String unique, @Nullable String foreignKey,
		@Nullable String check, @Nullable String exclude) {

	/** Leaves all names to the product. */
	public static final NamingConvention NONE = new NamingConvention(null, null, null, null, null);

	private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");

	private static final Set<String> OF_CHECKS = Set.of("table", "hash");

	private static final Set<String> OF_COLUMNS = Set.of("table", "column", "columns", "hash");

	private static final Set<String> OF_FOREIGN_KEYS = Set.of("table", "column", "columns", "referenced_table",
			"referenced_columns", "hash");

	/**
	 * Create a convention.
	 * @throws IllegalArgumentException if a pattern has a token that its kind of
	 * constraint does not know
	 */
	public NamingConvention {
		requireTokens("primary keys", primaryKey, OF_COLUMNS);
		requireTokens("unique constraints", unique, OF_COLUMNS);
		requireTokens("foreign keys", foreignKey, OF_FOREIGN_KEYS);
		requireTokens("check constraints", check, OF_CHECKS);
		requireTokens("exclusion constraints", exclude, OF_COLUMNS);
	}

	private static void requireTokens(String kind, @Nullable String pattern, Set<String> known) {
		if (pattern == null) {
			return;
		}
		TOKEN.matcher(pattern)
			.results()
			.map((token) -> token.group(1))
			.filter((token) -> !known.contains(token))
			.findFirst()
			.ifPresent((token) -> {
				throw new IllegalArgumentException(
						"The naming convention '%s' has the token '{%s}'; for %s there are {%s}".formatted(pattern,
								token, kind, String.join("}, {", known.stream().sorted().toList())));
			});
	}

	/**
	 * Give names to the constraints of an operation that have none.
	 * @param operation the operation
	 * @param fit makes a name that the product allows of a longer one
	 * @return the operation, or the same with names
	 * @throws IllegalArgumentException if two constraints of a table get one name, or a
	 * constraint does not say what its pattern asks for
	 */
	public Operation apply(Operation operation, UnaryOperator<String> fit) {
		if (operation instanceof AddConstraint add) {
			return new AddConstraint(add.table(), named(add.table(), add.constraint(), fit));
		}
		if (operation instanceof Batch batch) {
			return new Batch(batch.table(),
					batch.changes().stream().map((change) -> (TableChange) apply(change, fit)).toList());
		}
		if (operation instanceof CreateTable create) {
			return new CreateTable(named(create.table(), fit), create.ifNotExists());
		}
		return operation;
	}

	private Table named(Table table, UnaryOperator<String> fit) {
		Set<@Nullable String> names = new HashSet<>();
		table.constraints().forEach((constraint) -> names.add(constraint.name()));
		List<Constraint> constraints = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			Constraint named = named(table.name(), constraint, fit);
			if (named != constraint && !names.add(named.name())) {
				throw new IllegalArgumentException("The naming convention gives two constraints of %s the name '%s': "
					.formatted(table.name(), named.name()) + "name one of them, or use the token {hash}");
			}
			constraints.add(named);
		}
		return new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(), table.options());
	}

	private Constraint named(QualifiedName table, Constraint constraint, UnaryOperator<String> fit) {
		String pattern = pattern(constraint);
		if (constraint.name() != null || pattern == null) {
			return constraint;
		}
		String name = TOKEN.matcher(pattern)
			.replaceAll((token) -> Matcher.quoteReplacement(value(token, table, constraint).replace("\"", "")));
		return constraint.named(fit.apply(name));
	}

	private @Nullable String pattern(Constraint constraint) {
		if (constraint instanceof PrimaryKey) {
			return this.primaryKey;
		}
		if (constraint instanceof UniqueConstraint) {
			return this.unique;
		}
		if (constraint instanceof ForeignKey) {
			return this.foreignKey;
		}
		return (constraint instanceof CheckConstraint) ? this.check : this.exclude;
	}

	private static String value(MatchResult token, QualifiedName table, Constraint constraint) {
		return switch (token.group(1)) {
			case "table" -> table.name();
			case "column" -> columns(constraint).get(0);
			case "columns" -> String.join("_", columns(constraint));
			case "referenced_table" -> ((ForeignKey) constraint).referencedTable().name();
			case "referenced_columns" -> referencedColumns((ForeignKey) constraint);
			default -> hash(text(constraint));
		};
	}

	private static String referencedColumns(ForeignKey key) {
		if (key.referencedColumns().isEmpty()) {
			throw new IllegalArgumentException(
					"The naming convention asks for the referenced columns, which the foreign key on (%s) does not say"
						.formatted(String.join(", ", key.columns())));
		}
		return String.join("_", key.referencedColumns());
	}

	private static List<String> columns(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return key.columns();
		}
		if (constraint instanceof UniqueConstraint unique) {
			return unique.columns();
		}
		if (constraint instanceof ForeignKey key) {
			return key.columns();
		}
		return ((ExclusionConstraint) constraint).elements().stream().map((element) -> element.value().text()).toList();
	}

	private static String text(Constraint constraint) {
		if (constraint instanceof CheckConstraint check) {
			return check.condition();
		}
		String reference = (constraint instanceof ForeignKey key)
				? "->" + key.referencedTable() + key.referencedColumns() : "";
		return columns(constraint) + reference;
	}

	/**
	 * Eight hexadecimal digits that a text always has, and others hardly ever.
	 * @param text the text
	 * @return the digits
	 */
	public static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 4);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
