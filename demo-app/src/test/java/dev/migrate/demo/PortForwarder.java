package dev.migrate.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port that leads to another one, from when it is created: a server that comes up late.
 */
final class PortForwarder implements AutoCloseable {

	private final ServerSocket port;

	private final String host;

	private final int target;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	PortForwarder(int port, String host, int target) throws IOException {
		this.port = new ServerSocket(port);
		this.host = host;
		this.target = target;
		this.threads.submit(this::accept);
	}

	private Void accept() throws IOException {
		while (true) {
			Socket client = this.port.accept();
			Socket server = new Socket(this.host, this.target);
			this.threads.submit(() -> copy(client, server));
			this.threads.submit(() -> copy(server, client));
		}
	}

	private static Void copy(Socket from, Socket to) throws IOException {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
			return null;
		}
	}

	@Override
	public void close() throws IOException {
		this.port.close();
		this.threads.shutdown();
	}

}
