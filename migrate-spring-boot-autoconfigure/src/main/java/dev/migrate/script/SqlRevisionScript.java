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

	public SqlRevisionScript {
		sections = List.copyOf(sections);
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
