package dev.migrate.script;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;

/**
 * A revision written in SQL.
 *
 * @param revision the revision's identifiers
 * @param sections its sections
 * @param checksum the checksum of the sections, see {@link Checksum}
 */
public record SqlRevisionScript(Revision revision, List<SqlSection> sections,
		String checksum) implements RevisionScript {

	/** What is shown as the source of a revision that no file has. */
	public static final String HISTORY = "the history";

	private static final String DOWNGRADE = "-- migrate:downgrade";

	public SqlRevisionScript {
		sections = List.copyOf(sections);
	}

	/**
	 * A revision that only the history of a database knows, and that can only be taken
	 * back.
	 * @param revision the revision's identifiers
	 * @param checksum the recorded checksum, or {@code null}
	 * @param downgradeSql the downgrade section with its first line, or {@code null} if
	 * there is none
	 * @return the script
	 */
	public static SqlRevisionScript ofHistory(Revision revision, @Nullable String checksum,
			@Nullable String downgradeSql) {
		String recorded = (checksum != null) ? checksum : "";
		if (downgradeSql == null) {
			return new SqlRevisionScript(revision, List.of(), recorded);
		}
		int end = downgradeSql.startsWith(DOWNGRADE) ? downgradeSql.indexOf('\n') : -1;
		boolean transaction = !downgradeSql.substring(0, Math.max(end, 0)).contains("transaction=false");
		SqlSection section = new SqlSection(Direction.DOWNGRADE, null, transaction, downgradeSql.substring(end + 1),
				(end < 0) ? 1 : 2);
		return new SqlRevisionScript(revision, List.of(section), recorded);
	}

	/**
	 * Whether no file has this revision.
	 * @return whether it comes from {@link #ofHistory}
	 */
	public boolean isOfHistory() {
		return this.revision.source().equals(HISTORY);
	}

	/**
	 * The section that serves a product: its own, else the plain one.
	 * @param direction upgrade or downgrade
	 * @param dialect the product's short name
	 * @return the section, if there is one
	 */
	public Optional<SqlSection> section(Direction direction, String dialect) {
		Optional<SqlSection> own = find(direction, dialect);
		return own.isPresent() ? own : find(direction, null);
	}

	private Optional<SqlSection> find(Direction direction, @Nullable String dialect) {
		return this.sections.stream()
			.filter((section) -> section.direction() == direction && Objects.equals(section.dialect(), dialect))
			.findFirst();
	}

}
