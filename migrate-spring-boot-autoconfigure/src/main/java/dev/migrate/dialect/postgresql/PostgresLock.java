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
import dev.migrate.dialect.MigrationLock;

/**
 * A session advisory lock. It is tried, never waited for in the server: a session that
 * waits there in a transaction would deadlock with {@code CREATE INDEX CONCURRENTLY}.
 */
final class PostgresLock implements MigrationLock {

	private static final String HOLDER = """
			SELECT a.pid, a.application_name, a.client_addr::text, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS')
			FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
			WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
				AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
				AND l.classid = (? >> 32 & 4294967295)::oid AND l.objid = (? & 4294967295)::oid""";

	private final long key;

	PostgresLock(LockScope scope) {
		this.key = key("migrate:" + scope.schema() + "." + scope.versionTable());
	}

	private static long key(String name) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(digest).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		return call(connection, "SELECT pg_catalog.pg_try_advisory_lock(?)");
	}

	@Override
	public void release(Connection connection) throws SQLException {
		call(connection, "SELECT pg_catalog.pg_advisory_unlock(?)");
	}

	private boolean call(Connection connection, String sql) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setLong(1, this.key);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() && rows.getBoolean(1);
			}
		}
	}

	@Override
	public String describeHolder(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
			statement.setLong(1, this.key);
			statement.setLong(2, this.key);
			try (ResultSet rows = statement.executeQuery()) {
				if (!rows.next()) {
					return "a session that has just given it back";
				}
				return "server process %d (application '%s', client %s, connected since %s)".formatted(rows.getInt(1),
						rows.getString(2), rows.getString(3), rows.getString(4));
			}
		}
	}

}
