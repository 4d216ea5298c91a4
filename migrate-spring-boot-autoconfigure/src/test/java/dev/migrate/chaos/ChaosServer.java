package dev.migrate.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;

import org.springframework.util.FileSystemUtils;

import dev.migrate.testsupport.DebianPostgres;
import dev.migrate.testsupport.TestDatabase;

/**
 * An embedded PostgreSQL server that can be restarted under its clients.
 */
final class ChaosServer implements AutoCloseable {

	private static final String USER = "postgres";

	private final Path folder;

	private final EmbeddedPostgres server;

	private int databases;

	private ChaosServer(Path folder, EmbeddedPostgres server) {
		this.folder = folder;
		this.server = server;
	}

	static ChaosServer start() throws IOException {
		Path folder = Files.createTempDirectory("chaos-postgres");
		// The server loses no commit that it has confirmed: a crash of it is not one of
		// the machine, so it need not wait for the disk
		EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setDataDirectory(folder.resolve("cluster"))
			.setCleanDataDirectory(false)
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("fsync", "off")
			.setServerConfig("autovacuum", "off")
			.start();
		return new ChaosServer(folder, server);
	}

	TestDatabase createDatabase() {
		TestDatabase database = database("chaos_" + ++this.databases);
		database("postgres").jdbc().sql("CREATE DATABASE chaos_" + this.databases).update();
		return database;
	}

	private TestDatabase database(String name) {
		return new TestDatabase("jdbc:postgresql://localhost:%d/%s".formatted(this.server.getPort(), name), USER, "");
	}

	/**
	 * End all sessions at once and without a word to them, as a crash does, and start
	 * again on the same port.
	 */
	void restart() throws IOException {
		Path cluster = this.folder.resolve("cluster");
		// The first word is the server's own program
		String options = Files.readString(cluster.resolve("postmaster.opts"));
		Path binaries = Path.of(options.substring(0, options.indexOf(" \""))).getParent();
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			// The server refuses to run as root
			command.addAll(List.of("unshare", "-U"));
		}
		command.addAll(List.of(binaries.resolve("pg_ctl").toString(), "restart", "-w", "-m", "immediate", "-D",
				cluster.toString(), "-l", this.folder.resolve("log").toString()));
		DebianPostgres.run(command);
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
