package dev.migrate.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

import dev.migrate.runtime.LockMode;
import dev.migrate.runtime.TransactionMode;

/**
 * Configuration properties for database migrations.
 */
@ConfigurationProperties("migrate")
public class MigrateProperties {

	/**
	 * Whether to migrate the database on startup, in place of Hibernate's ddl-auto.
	 */
	private boolean enabled;

	/**
	 * What to do on startup about revisions that the database lacks.
	 */
	private StartMode mode = StartMode.UPGRADE;

	/**
	 * Revision to upgrade to on startup: an id, a label, 'head', 'heads' or 'label@head'.
	 */
	private String target = "head";

	/**
	 * Folders of SQL revisions, searched with their subfolders.
	 */
	private List<String> locations = new ArrayList<>(List.of("classpath:db/migrate"));

	/**
	 * Packages of Java revisions, searched with their subpackages. Defaults to the
	 * package 'migrations' below the application's package.
	 */
	private List<String> packages = new ArrayList<>();

	/**
	 * Schema in which revisions work and in which the version tables are. Defaults to the
	 * connection's schema.
	 */
	private @Nullable String schema;

	/**
	 * Name of the table that holds the applied heads.
	 */
	private String versionTable = "migrate_version";

	/**
	 * Name of the table that logs what was done.
	 */
	private String historyTable = "migrate_history";

	/**
	 * URL of the database to migrate, for JDBC or as
	 * 'postgresql://user:password@host/database'. When not set, the application's
	 * DataSource is used.
	 */
	private @Nullable String url;

	/**
	 * Login user of the database to migrate. When set without a URL, the one of the
	 * application's DataSource is used.
	 */
	private @Nullable String user;

	/**
	 * Login password of the database to migrate.
	 */
	private @Nullable String password;

	/**
	 * Product that SQL is written for without a connection: 'postgresql', 'h2' or
	 * 'sqlite'. Defaults to that of the URL.
	 */
	private @Nullable String dialect;

	/**
	 * Folder of the project whose sources commands read and write. Defaults to the folder
	 * that holds the application's 'target', else the working directory.
	 */
	private @Nullable Path projectDirectory;

	/**
	 * How far a transaction reaches.
	 */
	private TransactionMode transaction = TransactionMode.PER_REVISION;

	/**
	 * How long to wait on startup for a database that cannot be reached yet.
	 */
	private Duration connectTimeout = Duration.ofSeconds(30);

	/**
	 * What to do on startup when entities and migrated database differ.
	 */
	private ModelCheckMode check = ModelCheckMode.OFF;

	/**
	 * Role that the session takes for the run, as the owner of the tables ('SET ROLE').
	 */
	private @Nullable String role;

	private boolean protectedDatabase;

	private final Lock lock = new Lock();

	private final Ddl ddl = new Ddl();

	@NestedConfigurationProperty
	private final AutogenerateProperties autogenerate = new AutogenerateProperties();

	@NestedConfigurationProperty
	private final NewRevisionProperties revision = new NewRevisionProperties();

	@NestedConfigurationProperty
	private final NamingProperties naming = new NamingProperties();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public StartMode getMode() {
		return this.mode;
	}

	public void setMode(StartMode mode) {
		this.mode = mode;
	}

	public String getTarget() {
		return this.target;
	}

	public void setTarget(String target) {
		this.target = target;
	}

	public List<String> getLocations() {
		return this.locations;
	}

	public void setLocations(List<String> locations) {
		this.locations = locations;
	}

	public List<String> getPackages() {
		return this.packages;
	}

	public void setPackages(List<String> packages) {
		this.packages = packages;
	}

	public @Nullable String getSchema() {
		return this.schema;
	}

	public void setSchema(@Nullable String schema) {
		this.schema = schema;
	}

	public String getVersionTable() {
		return this.versionTable;
	}

	public void setVersionTable(String versionTable) {
		this.versionTable = versionTable;
	}

	public String getHistoryTable() {
		return this.historyTable;
	}

	public void setHistoryTable(String historyTable) {
		this.historyTable = historyTable;
	}

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getUser() {
		return this.user;
	}

	public void setUser(@Nullable String user) {
		this.user = user;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public TransactionMode getTransaction() {
		return this.transaction;
	}

	public void setTransaction(TransactionMode transaction) {
		this.transaction = transaction;
	}

	public Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public ModelCheckMode getCheck() {
		return this.check;
	}

	public void setCheck(ModelCheckMode check) {
		this.check = check;
	}

	public boolean isProtected() {
		return this.protectedDatabase;
	}

	public void setProtected(boolean protectedDatabase) {
		this.protectedDatabase = protectedDatabase;
	}

	public AutogenerateProperties getAutogenerate() {
		return this.autogenerate;
	}

	public @Nullable String getRole() {
		return this.role;
	}

	public void setRole(@Nullable String role) {
		this.role = role;
	}

	public Lock getLock() {
		return this.lock;
	}

	public Ddl getDdl() {
		return this.ddl;
	}

	public NewRevisionProperties getRevision() {
		return this.revision;
	}

	public NamingProperties getNaming() {
		return this.naming;
	}

	public @Nullable String getDialect() {
		return this.dialect;
	}

	public void setDialect(@Nullable String dialect) {
		this.dialect = dialect;
	}

	public @Nullable Path getProjectDirectory() {
		return this.projectDirectory;
	}

	public void setProjectDirectory(@Nullable Path projectDirectory) {
		this.projectDirectory = projectDirectory;
	}

	/**
	 * Properties of the lock that one migrator at a time holds.
	 */
	public static class Lock {

		/**
		 * How long to wait for another instance that is migrating, or, with the mode
		 * 'wait', until one has.
		 */
		private Duration timeout = Duration.ofMinutes(5);

		/**
		 * How long the lock lasts: 'session' for the run, 'transaction' for a step,
		 * behind a pooler that gives each transaction another session.
		 */
		private LockMode mode = LockMode.SESSION;

		public LockMode getMode() {
			return this.mode;
		}

		public void setMode(LockMode mode) {
			this.mode = mode;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

	/**
	 * Properties of the statements that change tables.
	 */
	public static class Ddl {

		/**
		 * How long a statement waits for the locks of other sessions, which queue up
		 * behind it meanwhile. Zero for as long as the database allows.
		 */
		private Duration lockTimeout = Duration.ofSeconds(5);

		/**
		 * How often a revision that has waited too long is tried again.
		 */
		private int retries = 10;

		public Duration getLockTimeout() {
			return this.lockTimeout;
		}

		public void setLockTimeout(Duration lockTimeout) {
			this.lockTimeout = lockTimeout;
		}

		public int getRetries() {
			return this.retries;
		}

		public void setRetries(int retries) {
			this.retries = retries;
		}

	}

}
