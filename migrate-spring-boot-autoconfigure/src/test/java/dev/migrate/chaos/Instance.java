package dev.migrate.chaos;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

import org.springframework.beans.BeanUtils;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.TransactionException;

import dev.migrate.command.Migrate;
import dev.migrate.testsupport.TestDatabase;

/**
 * One of the instances of an application: a process that is started again where it has
 * failed, as Kubernetes would.
 */
final class Instance {

	private static final int KILLED = 137;

	/**
	 * Whatever a small application needs, and no more: a short class path starts fast.
	 */
	private static final String CLASS_PATH = Stream
		.of(Migrate.class, UpgradeProcess.class, BeanUtils.class, ResourceLoader.class, JdbcOperations.class,
				TransactionException.class, Log.class, Nullable.class, Driver.class)
		.map((type) -> URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
		.map((location) -> Path.of(location).toString())
		.distinct()
		.collect(Collectors.joining(File.pathSeparator));

	/** That the session or the server has ended, and what to do. */
	private static final Pattern SENTENCE = Pattern.compile(UpgradeProcess.FAILURE
			+ "((SESSION_LOST|UNREACHABLE) |DATABASE .*(terminating connection|connection has been closed|I/O error)).*; "
			+ ".*(start again|check that it is running).*");

	private final String name;

	private final TestDatabase database;

	private final Path revisions;

	private final Path log;

	private Process process;

	private int starts;

	private boolean killed;

	private boolean terminated;

	private boolean serverRestarted;

	Instance(String name, TestDatabase database, Path revisions, Path log) throws IOException {
		this.name = name;
		this.database = database;
		this.revisions = revisions;
		this.log = log;
		this.process = start();
	}

	/**
	 * Its name, and that of its session.
	 */
	String name() {
		return this.name;
	}

	int starts() {
		return this.starts;
	}

	private Process start() throws IOException {
		this.starts++;
		this.killed = false;
		this.terminated = false;
		this.serverRestarted = false;
		write("Start " + this.starts);
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m", "-cp", CLASS_PATH,
				UpgradeProcess.class.getName(), this.revisions.toString(),
				this.database.url() + "?ApplicationName=" + this.name, this.database.user())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
			.start();
	}

	void startAgain() throws IOException {
		this.process = start();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	boolean hasSucceeded() {
		return !this.process.isAlive() && this.process.exitValue() == 0;
	}

	void kill() throws IOException {
		write("SIGKILL");
		this.killed = true;
		this.process.destroyForcibly();
	}

	void sessionIsTerminated() throws IOException {
		write("pg_terminate_backend");
		this.terminated = true;
	}

	void serverIsRestarted() throws IOException {
		if (!hasSucceeded()) {
			write("pg_ctl restart -m immediate");
			this.serverRestarted = true;
		}
	}

	/**
	 * What is wrong about the way in which the process has ended.
	 * @return a sentence, or {@code null} if it had a reason and has told it
	 */
	@Nullable String complaint() throws IOException {
		if (hasSucceeded() || (this.killed && this.process.exitValue() == KILLED)) {
			return null;
		}
		List<String> failures = failures();
		if (failures.size() != 1) {
			return this.name + " has not told in one sentence why it fails: " + failures;
		}
		String failure = failures.get(0);
		if (!this.terminated && !this.serverRestarted) {
			return this.name + " has failed for no reason: " + failure;
		}
		if (!SENTENCE.matcher(failure).matches()) {
			return this.name + " does not say what has happened and what to do: " + failure;
		}
		return null;
	}

	private List<String> failures() throws IOException {
		List<String> lines = Files.readAllLines(this.log, StandardCharsets.UTF_8);
		return lines.subList(lines.lastIndexOf(marked("Start " + this.starts)) + 1, lines.size())
			.stream()
			.filter((line) -> line.startsWith(UpgradeProcess.FAILURE))
			.toList();
	}

	private void write(String event) throws IOException {
		Files.writeString(this.log, marked(event) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private String marked(String event) {
		return "=== " + this.name + ": " + event;
	}

	String log() throws IOException {
		return Files.readString(this.log, StandardCharsets.UTF_8);
	}

}
