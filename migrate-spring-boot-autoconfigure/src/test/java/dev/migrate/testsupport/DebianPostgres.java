package dev.migrate.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server made of Debian's packages, to which {@code psql} and
 * {@code pg_dump} of the same version belong.
 */
public final class DebianPostgres implements AutoCloseable {

	private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");

	static final String USER = "postgres";

	private final AtomicInteger databases = new AtomicInteger();

	private final Path folder;

	private final Path binaries;

	private final int port;

	private DebianPostgres(Path folder, Path binaries, int port) {
		this.folder = folder;
		this.binaries = binaries;
		this.port = port;
	}

	/**
	 * Start a server with a new cluster.
	 */
	public static DebianPostgres start() throws IOException {
		Path folder = Files.createTempDirectory("debian-postgres");
		DebianPostgres server = new DebianPostgres(folder, newestBinaries(), freePort());
		try {
			if (isRoot()) {
				run(List.of("chown", USER, folder.toString()));
			}
			server.asPostgres("initdb", "-D", server.cluster(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale",
					"--no-sync");
			server.asPostgres("pg_ctl", "start", "-w", "-D", server.cluster(), "-l", folder.resolve("log").toString(),
					"-o", "-F -c listen_addresses=127.0.0.1 -p %d -k %s".formatted(server.port, folder));
			return server;
		}
		catch (IOException | RuntimeException | Error ex) {
			deleteRecursively(folder);
			throw ex;
		}
	}

	private static Path newestBinaries() throws IOException {
		try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
			return versions.map((version) -> version.resolve("bin"))
				.filter((bin) -> Files.isExecutable(bin.resolve("initdb")))
				.max(Comparator.comparing((bin) -> Integer.valueOf(bin.getParent().getFileName().toString())))
				.orElseThrow();
		}
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	static boolean isRoot() {
		return System.getProperty("user.name").equals("root");
	}

	private String cluster() {
		return this.folder.resolve("cluster").toString();
	}

	private void asPostgres(String tool, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			// The server refuses to run as root
			command.addAll(List.of("runuser", "-u", USER, "--"));
		}
		command.add(this.binaries.resolve(tool).toString());
		command.addAll(List.of(arguments));
		run(command);
	}

	/**
	 * Create an empty database.
	 */
	public TestDatabase createDatabase() throws SQLException {
		String name = "test_" + this.databases.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		return new TestDatabase(url(name), USER, "");
	}

	/**
	 * The port that it listens on, on the loopback interface.
	 */
	int port() {
		return this.port;
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	/**
	 * Run one of the server's tools on a database.
	 * @return what it wrote
	 */
	public String tool(String tool, TestDatabase database, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(this.binaries.resolve(tool).toString(), "-h", "127.0.0.1", "-p",
				String.valueOf(this.port), "-U", USER, "-d", name(database)));
		command.addAll(List.of(arguments));
		return run(command);
	}

	/**
	 * The database's URL for SQLAlchemy.
	 */
	public String sqlAlchemyUrl(TestDatabase database) {
		return "postgresql+psycopg2://%s@127.0.0.1:%d/%s".formatted(USER, this.port, name(database));
	}

	static String name(TestDatabase database) {
		return database.url().substring(database.url().lastIndexOf('/') + 1);
	}

	/**
	 * Run a program to its end.
	 * @return what it wrote
	 */
	public static String run(List<String> command) throws IOException {
		// Not a pipe: a server that the program starts would hold it open
		Path output = Files.createTempFile("output", ".txt");
		try {
			Process process = new ProcessBuilder(command).directory(output.getParent().toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			boolean ended = process.waitFor(60, TimeUnit.SECONDS);
			String text = Files.readString(output, StandardCharsets.UTF_8);
			if (!ended || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IOException(String.join(" ", command) + " failed: " + text);
			}
			return text;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
		finally {
			Files.deleteIfExists(output);
		}
	}

	@Override
	public void close() throws IOException {
		asPostgres("pg_ctl", "stop", "-w", "-m", "immediate", "-D", cluster());
		deleteRecursively(this.folder);
	}

	static void deleteRecursively(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
