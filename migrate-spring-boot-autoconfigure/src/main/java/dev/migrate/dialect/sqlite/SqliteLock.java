package dev.migrate.dialect.sqlite;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file beside the database's. The operating system takes it back when the
 * process ends, however it ends. Within the process a map tells who holds it: opening the
 * file there once more, and closing it, would give the lock away.
 */
final class SqliteLock implements MigrationLock {

	private static final Map<String, Thread> HELD = new ConcurrentHashMap<>();

	private static final int LONGEST_PADDING = 4096;

	private final LockScope scope;

	private @Nullable String key;

	private @Nullable Path path;

	private @Nullable FileChannel channel;

	SqliteLock(LockScope scope) {
		this.scope = scope;
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		Path path = path(connection);
		String key = key(connection, path);
		if (HELD.putIfAbsent(key, Thread.currentThread()) != null) {
			return false;
		}
		boolean acquired = false;
		try {
			acquired = path == null || tryAcquire(path);
		}
		catch (AccessDeniedException ex) {
			if (Files.isWritable(path.toAbsolutePath().getParent())) {
				// Windows: the file is being deleted
				return false;
			}
			throw failure(path, ex);
		}
		catch (IOException ex) {
			throw failure(path, ex);
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

	private static SQLException failure(@Nullable Path path, IOException ex) {
		return new SQLException("The lock file %s cannot be written: %s".formatted(path, ex), ex);
	}

	private boolean tryAcquire(Path path) throws IOException {
		FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		boolean acquired = false;
		try {
			FileLock lock = channel.tryLock();
			acquired = lock != null && isStill(path, channel);
		}
		catch (OverlappingFileLockException ex) {
			// Held by this process through another class loader
		}
		finally {
			if (!acquired) {
				channel.close();
			}
		}
		if (acquired) {
			this.path = path;
			this.channel = channel;
		}
		return acquired;
	}

	/**
	 * Whether what was locked is the file of this name, and not one that its last holder
	 * has just deleted. The file is not opened again for that: closing it would give the
	 * lock away. Its length, chosen by lot, tells.
	 */
	private static boolean isStill(Path path, FileChannel channel) throws IOException {
		String holder = "process %d (since %s)".formatted(ProcessHandle.current().pid(),
				Instant.now().truncatedTo(ChronoUnit.SECONDS));
		String padding = " ".repeat(ThreadLocalRandom.current().nextInt(LONGEST_PADDING));
		channel.truncate(0);
		channel.write(ByteBuffer.wrap((holder + padding).getBytes(StandardCharsets.UTF_8)));
		try {
			return Files.size(path) == channel.size();
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	@Override
	public void release(Connection connection) throws SQLException {
		try {
			if (this.channel != null && this.path != null) {
				try (FileChannel held = this.channel) {
					// While it is locked: who locks it afterwards sees that it is gone
					Files.deleteIfExists(this.path);
				}
			}
		}
		catch (IOException ex) {
			throw failure(this.path, ex);
		}
		finally {
			this.channel = null;
			if (this.key != null) {
				HELD.remove(this.key);
				this.key = null;
			}
		}
	}

	@Override
	public String describeHolder(Connection connection) throws SQLException {
		Path path = path(connection);
		Thread thread = HELD.get(key(connection, path));
		if (thread != null) {
			return "thread '%s' of this process".formatted(thread.getName());
		}
		try {
			return (path != null) ? Files.readString(path).strip() : "someone who has just given it back";
		}
		catch (IOException ex) {
			return "a process that has just given it back";
		}
	}

	private String key(Connection connection, @Nullable Path path) throws SQLException {
		return (path != null) ? path.toString()
				: connection.getMetaData().getURL() + " " + this.scope.schema() + "." + this.scope.versionTable();
	}

	/** The lock file, or {@code null} for a database in memory. */
	private @Nullable Path path(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
			String file = rows.next() ? rows.getString(1) : null;
			if (file == null || file.isEmpty()) {
				return null;
			}
			String suffix = "-" + URLEncoder.encode(this.scope.versionTable(), StandardCharsets.UTF_8) + ".lock";
			Path database = Path.of(file);
			return (Files.exists(database) ? database.toRealPath() : database.toAbsolutePath())
				.resolveSibling(database.getFileName() + suffix);
		}
		catch (IOException ex) {
			throw failure(null, ex);
		}
	}

}
