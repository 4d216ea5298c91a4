package dev.migrate.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A real PostgreSQL server for tests: a container when a Docker engine answers, else an
 * embedded one, so that nothing is skipped on any machine. One is {@link #shared()
 * shared} by the tests of a JVM; a test that needs settings of its own starts another.
 */
public final class PostgresServer implements AutoCloseable {

	private static final String PASSWORD = "postgres";

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private final String host;

	private final int port;

	private final Supplier<String> log;

	private final AutoCloseable server;

	private PostgresServer(String host, int port, Supplier<String> log, AutoCloseable server) {
		this.host = host;
		this.port = port;
		this.log = log;
		this.server = server;
	}

	/**
	 * The server that the tests of this JVM share. It ends with the JVM.
	 */
	public static PostgresServer shared() {
		return Shared.SERVER;
	}

	/**
	 * A server of the oldest version that Migrate supports, always an embedded one. It
	 * ends with the JVM.
	 */
	public static PostgresServer oldest() {
		return Oldest.SERVER;
	}

	/**
	 * Start a server with settings of its own.
	 */
	public static PostgresServer start(Map<String, String> settings) {
		return isDockerAvailable() ? startContainer(settings) : startEmbedded(settings, null);
	}

	/**
	 * Whether a Docker engine answers that has the image, or can pull it, and
	 * {@code -Dmigrate.test.postgres=embedded} does not say that it is not wanted.
	 */
	public static boolean isDockerAvailable() {
		return !"embedded".equals(System.getProperty("migrate.test.postgres")) && Docker.AVAILABLE;
	}

	private static PostgresServer startContainer(Map<String, String> settings) {
		List<String> command = new ArrayList<>(List.of("postgres", "-c", "fsync=off", "-c", "max_connections=300"));
		settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
		PostgreSQLContainer container = new PostgreSQLContainer(
				DockerImageName.parse(Docker.IMAGE).asCompatibleSubstituteFor("postgres"))
			.withUsername("postgres")
			.withPassword(PASSWORD)
			.withDatabaseName("postgres")
			.withCommand(command.toArray(String[]::new));
		container.start();
		return new PostgresServer(container.getHost(), container.getMappedPort(5432), container::getLogs,
				container::stop);
	}

	private static PostgresServer startEmbedded(Map<String, String> settings, @Nullable PgBinaryResolver binaries) {
		try {
			Path log = Files.createTempFile("postgres", ".log");
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
				.setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
			settings.forEach(builder::setServerConfig);
			if (binaries != null) {
				builder.setPgBinaryResolver(binaries);
			}
			EmbeddedPostgres server = builder.start();
			return new PostgresServer("localhost", server.getPort(), () -> read(log), server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Create an empty database.
	 */
	public TestDatabase createDatabase() {
		String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", PASSWORD);
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new TestDatabase(url(name), "postgres", PASSWORD);
	}

	private String url(String database) {
		return "jdbc:postgresql://" + this.host + ":" + this.port + "/" + database;
	}

	/**
	 * What the server has logged.
	 */
	public String log() {
		return this.log.get();
	}

	@Override
	public void close() throws Exception {
		this.server.close();
	}

	private static final class Docker {

		private static final String IMAGE = System.getenv().getOrDefault("MIGRATE_TEST_POSTGRES_IMAGE", "postgres:18");

		private static final boolean AVAILABLE = DockerClientFactory.instance().isDockerAvailable() && hasImage();

		private static boolean hasImage() {
			DockerClient client = DockerClientFactory.instance().client();
			try {
				client.inspectImageCmd(IMAGE).exec();
				return true;
			}
			catch (NotFoundException ex) {
				return pull(client);
			}
		}

		private static boolean pull(DockerClient client) {
			try {
				return client.pullImageCmd(IMAGE)
					.exec(new PullImageResultCallback())
					.awaitCompletion(2, TimeUnit.MINUTES);
			}
			catch (DockerException | DockerClientException ex) {
				return false;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

	}

	private static final class Oldest {

		private static final PostgresServer SERVER = startEmbedded(Map.of("fsync", "off"), (system, machine) -> {
			// Not on the class path, where the newest binaries have the same name
			Path archive = Path.of(System.getProperty("migrate.oldest-postgres"));
			return Files.newInputStream(archive.resolve("postgres-linux-x86_64.txz"));
		});

	}

	private static final class Shared {

		private static final PostgresServer SERVER = start(Map.of());

	}

}
