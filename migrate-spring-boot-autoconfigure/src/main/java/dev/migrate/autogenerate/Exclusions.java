package dev.migrate.autogenerate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.migrate.revision.MigrateException;
import dev.migrate.schema.QualifiedName;

/**
 * Leaves tables and kinds of objects out of a comparison.
 */
public final class Exclusions implements ObjectFilter {

	private static final Set<String> KINDS = new TreeSet<>(Set.of("table", "column", "primary_key", "unique",
			"foreign_key", "check", "index", "sequence", "enum", "struct", "cast", "view"));

	private static final String TABLE = "table";

	/** What patterns of other kinds have, and names of tables hardly ever. */
	private static final Pattern OTHER_PATTERN = Pattern.compile("[\\[\\](){}^|\\\\?+%]");

	private final List<Pattern> tables;

	private final Set<String> kinds;

	/**
	 * Leave out tables and kinds of objects.
	 * @param tables the names of tables, with their schema unless they are in that of the
	 * connection; {@code *} stands for any characters
	 * @param kinds the kinds, as {@link ObjectFilter#includes} names them
	 * @throws MigrateException if there is no such kind, or a name cannot be read
	 */
	public Exclusions(Collection<String> tables, Collection<String> kinds) {
		this.tables = tables.stream().map(Exclusions::pattern).toList();
		this.kinds = Set.copyOf(kinds);
		for (String kind : kinds) {
			if (!KINDS.contains(kind)) {
				throw new MigrateException("'%s' is no kind of object that a comparison can leave out".formatted(kind),
						"correct migrate.autogenerate.exclude-kinds; the kinds are " + String.join(", ", KINDS));
			}
		}
	}

	private static Pattern pattern(String name) {
		if (name.isBlank() || OTHER_PATTERN.matcher(name).find()) {
			throw new MigrateException("'%s' cannot be read as the name of a table".formatted(name),
					"correct migrate.autogenerate.exclude-tables; * stands for any characters, as in archive_*");
		}
		return Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
	}

	@Override
	public boolean includes(String kind, QualifiedName object, String part) {
		return !this.kinds.contains(kind) && (!kind.equals(TABLE)
				|| this.tables.stream().noneMatch((table) -> table.matcher(object.toString()).matches()));
	}

}
