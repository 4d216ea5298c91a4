package dev.migrate.dialect.postgresql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import dev.migrate.dialect.LockScope;

/**
 * The key of the advisory lock of a version table, in its database.
 *
 * @param value the key
 */
record AdvisoryLockKey(long value) {

	private static final String HOLDER = """
			SELECT a.pid, a.application_name, a.client_addr::text, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS')
			FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
			WHERE l.granted
			AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()) AND\s""";

	static AdvisoryLockKey of(LockScope scope) {
		String name = "migrate:" + scope.schema() + "." + scope.versionTable();
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
			return new AdvisoryLockKey(ByteBuffer.wrap(digest).getLong());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What picks the lock in {@code pg_locks l}, among those of one database. The numbers
	 * are quoted so that they take the type of the column: otherwise a new session has to
	 * look up operators between types.
	 */
	String condition() {
		return "l.locktype = 'advisory' AND l.objsubid = '1' AND l.classid = '%d' AND l.objid = '%d'"
			.formatted(this.value >>> 32, this.value & 0xFFFF_FFFFL);
	}

	/**
	 * Who holds the lock, for a message.
	 */
	String describeHolder(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(HOLDER + condition());
				ResultSet rows = statement.executeQuery()) {
			if (!rows.next()) {
				return "a session that has just given it back";
			}
			return "server process %d (application '%s', client %s, connected since %s)".formatted(rows.getInt(1),
					rows.getString(2), rows.getString(3), rows.getString(4));
		}
	}

}
