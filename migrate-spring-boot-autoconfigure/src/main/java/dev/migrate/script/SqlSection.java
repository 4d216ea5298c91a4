package dev.migrate.script;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;

/**
 * A section of an SQL revision.
 *
 * @param direction upgrade or downgrade
 * @param dialect the short name of the only product it is for, or {@code null} for those
 * that have no section of their own
 * @param transaction whether it runs in a transaction
 * @param sql the statements, lines separated by line feeds
 * @param firstLine the line of the file on which the statements begin, counted from 1
 */
public record SqlSection(Direction direction, @Nullable String dialect, boolean transaction, String sql,
		int firstLine) {

}
