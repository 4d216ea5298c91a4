package dev.migrate.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.migrate.testsupport.TestDatabase;

/**
 * The packaged demo in a process of its own.
 */
final class DemoProcess implements AutoCloseable {

	private static final Duration START = Duration.ofMinutes(3);

	private final Process process;

	private final Path output;

	private final int port;

	private DemoProcess(Process process, Path output, int port) {
		this.process = process;
		this.output = output;
		this.port = port;
	}

	/**
	 * Start the demo on H2, without waiting for it.
	 */
	static DemoProcess start(String... arguments) {
		return start(Map.of(), arguments);
	}

	/**
	 * Start the demo with the profile {@code postgres}, without waiting for it.
	 */
	static DemoProcess start(TestDatabase database, String... arguments) {
		List<String> all = new ArrayList<>(List.of("--spring.profiles.active=postgres"));
		all.addAll(List.of(arguments));
		return start(Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME", database.user(),
				"SPRING_DATASOURCE_PASSWORD", database.password()), all.toArray(String[]::new));
	}

	/**
	 * Start the demo with variables in its environment, without waiting for it.
	 */
	static DemoProcess start(Map<String, String> environment, String... arguments) {
		return start(List.of("-jar", System.getProperty("demo.jar")), environment, arguments);
	}

	/**
	 * Start an application, without waiting for it.
	 */
	static DemoProcess start(List<String> program, Map<String, String> environment, String... arguments) {
		try {
			int port = freePort();
			Path output = Files.createTempFile("demo", ".log");
			List<String> command = new ArrayList<>(List
				.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
			command.addAll(program);
			command.add("--server.port=" + port);
			command.addAll(List.of(arguments));
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().putAll(environment);
			return new DemoProcess(builder.start(), output, port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Wait until the application is up.
	 */
	DemoProcess awaitStarted() {
		return awaitOutput("Started DemoApplication");
	}

	/**
	 * Wait until a text is in the output.
	 */
	DemoProcess awaitOutput(String text) {
		long deadline = System.nanoTime() + START.toNanos();
		while (!output().contains(text)) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				throw new AssertionError("The demo did not say '" + text + "' but:\n" + output());
			}
			pause();
		}
		return this;
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Wait until the process has ended, and return its exit code.
	 */
	int awaitExit() {
		try {
			if (!this.process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError("The demo did not end:\n" + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ask for a path, and return the body.
	 */
	String get(String path) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * End the process with SIGKILL.
	 */
	void kill() {
		this.process.destroyForcibly();
		awaitExit();
	}

	@Override
	public void close() {
		this.process.destroy();
		awaitExit();
	}

}
