package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Direction;

/**
 * The whole history of a database, and what it tells of revisions that this build may not
 * know.
 */
final class RevisionLog {

	private final List<RecordedRevision> entries;

	/**
	 * Create a log.
	 * @param entries the entries, oldest first
	 */
	RevisionLog(List<RecordedRevision> entries) {
		this.entries = List.copyOf(entries);
	}

	/**
	 * Read the history.
	 * @param connection a connection in autocommit mode
	 * @param dialect the product
	 * @param store the tables
	 * @param position where the database stands
	 * @return the log, empty if there is no history table
	 * @throws SQLException if the database fails
	 */
	static RevisionLog read(Connection connection, Dialect dialect, VersionStore store, Position position)
			throws SQLException {
		List<RecordedRevision> entries = new ArrayList<>();
		if (position.logged()) {
			String sql = "SELECT revision, down_revision, direction, message, checksum, applied_at, applied_by,"
					+ " downgrade_sql FROM " + dialect.identifiers().quote(store.historyTable(position))
					+ " ORDER BY id";
			try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
				while (row.next()) {
					entries.add(new RecordedRevision(row.getString(1), split(row.getString(2)),
							Direction.of(row.getString(3)), Objects.requireNonNullElse(row.getString(4), ""),
							row.getString(5), dialect.readMoment(row, 6), row.getString(7), row.getString(8)));
				}
			}
		}
		return new RevisionLog(entries);
	}

	private static List<String> split(@Nullable String list) {
		return (list == null || list.isEmpty()) ? List.of() : List.of(list.split(","));
	}

	/**
	 * The newest entry that says what a revision is, and not that it was taken back.
	 * @return the entries, by id
	 */
	Map<String, RecordedRevision> revisions() {
		Map<String, RecordedRevision> revisions = new HashMap<>();
		for (RecordedRevision entry : this.entries) {
			// A stamp that removes a row knows nothing of the revision
			boolean silent = entry.direction() == Direction.STAMP && entry.downRevisions().isEmpty();
			if (entry.direction() != Direction.DOWNGRADE && !(silent && revisions.containsKey(entry.id()))) {
				revisions.put(entry.id(), entry);
			}
		}
		return revisions;
	}

	/**
	 * The newest entry that was made when a revision was executed, or accepted after a
	 * change.
	 * @param id the revision
	 * @return the entry, if there is one
	 */
	Optional<RecordedRevision> applied(String id) {
		return this.entries.stream()
			.filter((entry) -> entry.id().equals(id) && (entry.direction() == Direction.UPGRADE || entry.isRepair()))
			.reduce((older, newer) -> newer);
	}

	/**
	 * The revisions that are applied because they were executed after the last stamp, and
	 * not taken back: no stamp can have said otherwise.
	 * @return the ids
	 */
	Set<String> executedSinceStamp() {
		Set<String> executed = new LinkedHashSet<>();
		for (RecordedRevision entry : this.entries) {
			if (entry.isRepair()) {
				continue;
			}
			switch (entry.direction()) {
				case UPGRADE -> executed.add(entry.id());
				case DOWNGRADE -> executed.remove(entry.id());
				case STAMP -> executed.clear();
			}
		}
		return executed;
	}

}
