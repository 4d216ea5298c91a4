package dev.migrate.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PgBouncer of Debian's packages in front of a server, with transaction pooling: each
 * transaction of a client may get another session of the server, and here it does.
 */
public final class PgBouncer implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

	private static final Duration LONGEST_START = Duration.ofSeconds(20);

	private final Path folder;

	private final int port;

	private final Process process;

	private PgBouncer(Path folder, int port, Process process) {
		this.folder = folder;
		this.port = port;
		this.process = process;
	}

	/**
	 * Start a pooler.
	 * @param server the server behind it
	 */
	public static PgBouncer start(DebianPostgres server) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("pgbouncer");
		int port = DebianPostgres.freePort();
		// Round robin: else a client that is alone mostly gets the same session again
		Path configuration = Files.writeString(folder.resolve("pgbouncer.ini"), """
				[databases]
				* = host=127.0.0.1 port=%d user=%s

				[pgbouncer]
				listen_addr = 127.0.0.1
				listen_port = %d
				unix_socket_dir =
				auth_type = any
				pool_mode = transaction
				server_round_robin = 1
				min_pool_size = 3
				ignore_startup_parameters = extra_float_digits
				""".formatted(server.port(), DebianPostgres.USER, port));
		List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
		if (DebianPostgres.isRoot()) {
			// It refuses to run as root
			DebianPostgres.run(List.of("chown", "-R", DebianPostgres.USER, folder.toString()));
			command.addAll(List.of("-u", DebianPostgres.USER));
		}
		command.add(configuration.toString());
		Path log = folder.resolve("log");
		PgBouncer pooler = new PgBouncer(folder, port,
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
		pooler.awaitStart(log);
		return pooler;
	}

	private void awaitStart(Path log) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + LONGEST_START.toNanos();
		while (!answers()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				String message = "PgBouncer does not answer: " + Files.readString(log);
				close();
				throw new IOException(message);
			}
			Thread.sleep(50);
		}
	}

	private boolean answers() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * The same database through the pooler, for a driver that prepares no statements: the
	 * session in which it did would be another's later.
	 */
	public TestDatabase pooled(TestDatabase database) {
		return new TestDatabase("jdbc:postgresql://127.0.0.1:%d/%s?prepareThreshold=0".formatted(this.port,
				DebianPostgres.name(database)), database.user(), database.password());
	}

	@Override
	public void close() throws IOException, InterruptedException {
		this.process.destroy();
		this.process.waitFor();
		DebianPostgres.deleteRecursively(this.folder);
	}

}
