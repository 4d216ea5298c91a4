package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Opens connections to the database that is migrated, with a bounded wait for a server
 * that is starting up.
 */
public final class ConnectionSource {

	private static final Log logger = LogFactory.getLog(ConnectionSource.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	private final Supplier<DataSource> dataSource;

	private final Supplier<DataSource> probe;

	private final Dialects dialects;

	private final @Nullable String role;

	/**
	 * Create a source.
	 * @param dataSource where connections come from
	 * @param probe the same database without a pool: what is asked again and again while
	 * it cannot be reached (a pool would log each try as an error)
	 * @param dialects the supported products
	 */
	public ConnectionSource(Supplier<DataSource> dataSource, Supplier<DataSource> probe, Dialects dialects) {
		this(dataSource, probe, dialects, null);
	}

	private ConnectionSource(Supplier<DataSource> dataSource, Supplier<DataSource> probe, Dialects dialects,
			@Nullable String role) {
		this.role = role;
		this.dataSource = dataSource;
		this.probe = probe;
		this.dialects = dialects;
	}

	/**
	 * The same connections, whose sessions take a role.
	 * @param role the role, or {@code null} for that of the login
	 * @return the source
	 */
	ConnectionSource withRole(@Nullable String role) {
		return new ConnectionSource(this.dataSource, this.probe, this.dialects, role);
	}

	/**
	 * The supported products.
	 * @return the dialects
	 */
	public Dialects dialects() {
		return this.dialects;
	}

	/**
	 * Open a connection, in autocommit mode.
	 * @param timeout how long to try; zero for one try
	 * @return a connection that puts the autocommit mode back when it is closed
	 * @throws MigrationException if the database cannot be reached in time, refuses the
	 * connection or is not supported
	 */
	public MigrationConnection open(Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		Duration pause = FIRST_PAUSE;
		boolean answered = true;
		while (true) {
			try {
				if (!answered) {
					this.probe.get().getConnection().close();
				}
				return connect();
			}
			catch (SQLException ex) {
				if (!isTransient(ex)) {
					throw unreachable(ex, Duration.ZERO);
				}
				if (System.nanoTime() + pause.toNanos() > deadline) {
					throw unreachable(ex, timeout);
				}
				if (answered) {
					logger.info("Waiting up to %ds for the database: %s".formatted(timeout.toSeconds(),
							DatabaseMessage.of(ex)));
				}
			}
			answered = false;
			sleep(pause);
			pause = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	private MigrationConnection connect() throws SQLException {
		Connection connection = openRaw();
		try {
			MigrationConnection migration = new MigrationConnection(connection, this.dialects.of(connection),
					this.role);
			migration.takeRole();
			return migration;
		}
		catch (MigrationException ex) {
			connection.close();
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			connection.close();
			throw new MigrationException(Kind.UNSUPPORTED, String.valueOf(ex.getMessage()), "use one of these products",
					ex);
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	/**
	 * Open a further connection, as it comes.
	 * @return the connection
	 * @throws SQLException if the database cannot be reached
	 */
	Connection openRaw() throws SQLException {
		try {
			return this.dataSource.get().getConnection();
		}
		catch (SQLException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// A pool wraps what its first connection met
			if (ex.getCause() instanceof SQLException cause) {
				throw cause;
			}
			if (Secrets.isShownIn(ex.getMessage())) {
				throw new MigrationException(Kind.UNREACHABLE, "The database cannot be reached: " + ex.getMessage(),
						"correct its URL");
			}
			throw ex;
		}
	}

	private boolean isTransient(SQLException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException failure && !isTransientForAny(failure)) {
				return false;
			}
		}
		return true;
	}

	private boolean isTransientForAny(SQLException ex) {
		return this.dialects.all().stream().anyMatch((dialect) -> dialect.isTransientConnectionFailure(ex));
	}

	private static MigrationException unreachable(SQLException ex, Duration waited) {
		SQLException root = ex;
		while (root.getCause() instanceof SQLException cause) {
			root = cause;
		}
		String within = waited.isZero() ? "" : " within " + waited.toSeconds() + "s";
		return new MigrationException(Kind.UNREACHABLE,
				"The database cannot be reached%s: %s".formatted(within, DatabaseMessage.of(root)),
				"check that it is running and that URL, user and password are right", Secrets.hide(ex));
	}

	static void sleep(Duration pause) {
		try {
			Thread.sleep(pause.toMillis());
			ProcessEnd.refuse("The wait for the database");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MigrationException(Kind.DATABASE, "The wait for the database was interrupted", "start again", ex);
		}
	}

	/**
	 * A connection and its product.
	 */
	public static final class MigrationConnection implements AutoCloseable {

		private final Connection connection;

		private final Dialect dialect;

		private final boolean autoCommit;

		private final @Nullable String role;

		MigrationConnection(Connection connection, Dialect dialect, @Nullable String role) throws SQLException {
			this.connection = connection;
			this.dialect = dialect;
			this.role = role;
			this.autoCommit = connection.getAutoCommit();
			if (!this.autoCommit) {
				connection.setAutoCommit(true);
			}
		}

		private void takeRole() {
			if (this.role == null) {
				return;
			}
			try (Statement statement = this.connection.createStatement()) {
				statement.execute(this.dialect.roleStatement(this.role));
			}
			catch (SQLException | UnsupportedFeatureException ex) {
				String reason = (ex instanceof SQLException sql) ? DatabaseMessage.of(sql) : ex.getMessage();
				throw new MigrationException(Kind.UNSUPPORTED,
						"The session cannot take the role '%s': %s".formatted(this.role, reason),
						"grant it to the login user, or correct migrate.role", ex);
			}
		}

		private void giveRoleBack() throws SQLException {
			if (this.role != null && !this.connection.isClosed()) {
				try (Statement statement = this.connection.createStatement()) {
					statement.execute(this.dialect.resetRoleStatement());
				}
			}
		}

		/**
		 * The JDBC connection.
		 * @return the connection
		 */
		public Connection jdbc() {
			return this.connection;
		}

		/**
		 * The product's dialect.
		 * @return the dialect
		 */
		public Dialect dialect() {
			return this.dialect;
		}

		@Override
		public void close() throws SQLException {
			try (this.connection) {
				giveRoleBack();
				if (!this.autoCommit && !this.connection.isClosed()) {
					this.connection.setAutoCommit(false);
				}
			}
		}

	}

}
