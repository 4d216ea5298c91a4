package dev.migrate.dialect.h2;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;

/**
 * H2 has no lock that survives the commits that DDL makes. An embedded database belongs
 * to one process, so a lock inside the process serves; for a database that several
 * processes can reach, a second connection holds a row of a table of its own.
 */
final class H2Lock implements MigrationLock {

	private static final Map<String, Thread> HELD = new ConcurrentHashMap<>();

	private final LockScope scope;

	private @Nullable String key;

	private @Nullable Connection holder;

	H2Lock(LockScope scope) {
		this.scope = scope;
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		String url = connection.getMetaData().getURL();
		String key = key(url);
		if (HELD.putIfAbsent(key, Thread.currentThread()) != null) {
			return false;
		}
		boolean acquired = false;
		try {
			acquired = !isShared(connection, url) || tryAcquireRow();
		}
		finally {
			if (acquired) {
				this.key = key;
			}
			else {
				HELD.remove(key);
			}
		}
		return acquired;
	}

	private String key(String url) {
		int settings = url.indexOf(';');
		String database = (settings < 0) ? url : url.substring(0, settings);
		return database + " " + this.scope.schema() + "." + this.scope.versionTable();
	}

	private static boolean isShared(Connection connection, String url) throws SQLException {
		return url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:") || isServedByItsProcess(connection);
	}

	/**
	 * Whether the process that has opened a file lets others in. The driver cuts
	 * {@code AUTO_SERVER} off the URL that it tells, but the address is in the lock file.
	 */
	private static boolean isServedByItsProcess(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("CALL DATABASE_PATH()")) {
			String path = rows.next() ? rows.getString(1) : null;
			if (path == null) {
				return false;
			}
			Properties lockFile = new Properties();
			try (Reader reader = Files.newBufferedReader(Path.of(path + ".lock.db"))) {
				lockFile.load(reader);
			}
			return lockFile.containsKey("server");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean tryAcquireRow() throws SQLException {
		Connection connection = this.scope.connections().open();
		boolean acquired = false;
		try {
			try (Statement statement = connection.createStatement()) {
				statement.execute("CREATE TABLE IF NOT EXISTS migrate_lock (id integer PRIMARY KEY)");
				statement.execute("MERGE INTO migrate_lock KEY (id) VALUES (1)");
				connection.setAutoCommit(false);
				try (ResultSet rows = statement
					.executeQuery("SELECT id FROM migrate_lock WHERE id = 1 FOR UPDATE NOWAIT")) {
					acquired = rows.next();
				}
			}
			catch (SQLException ex) {
				if (!isLockTimeout(ex)) {
					throw ex;
				}
			}
			if (acquired) {
				this.holder = connection;
			}
			return acquired;
		}
		finally {
			if (!acquired) {
				closeHolder(connection);
			}
		}
	}

	private static boolean isLockTimeout(SQLException ex) {
		String state = ex.getSQLState();
		// lock timeout, deadlock, row that another session has just merged
		return state != null && (state.equals("HYT00") || state.equals("40001") || state.equals("23505"));
	}

	private static void closeHolder(Connection connection) throws SQLException {
		try (connection) {
			if (!connection.getAutoCommit()) {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
	}

	@Override
	public void release(Connection connection) throws SQLException {
		try {
			if (this.holder != null) {
				closeHolder(this.holder);
				this.holder = null;
			}
		}
		finally {
			if (this.key != null) {
				HELD.remove(this.key);
				this.key = null;
			}
		}
	}

	@Override
	public String describeHolder(Connection connection) throws SQLException {
		Thread thread = HELD.get(key(connection.getMetaData().getURL()));
		return (thread != null) ? "thread '%s' of this process".formatted(thread.getName()) : "another process";
	}

}
