package dev.migrate.testsupport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * What a pooler in transaction mode does to a client: each transaction, and each
 * statement in autocommit mode, goes to another session, as one is free.
 */
public final class SwitchingPool extends AbstractDataSource implements AutoCloseable {

	private static final Set<String> STATEMENTS = Set.of("createStatement", "prepareStatement");

	private final DataSource target;

	private final List<Connection> free = new ArrayList<>();

	private final List<Connection> all = new ArrayList<>();

	/**
	 * Create a pool.
	 * @param target where its sessions come from
	 * @param size how many there are
	 */
	public SwitchingPool(DataSource target, int size) throws SQLException {
		this.target = target;
		for (int i = 0; i < size; i++) {
			this.all.add(this.target.getConnection());
		}
		this.free.addAll(this.all);
	}

	@Override
	public Connection getConnection() {
		Client client = new Client();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> client.call(method.getName(), () -> {
					try {
						return method.invoke(client.session, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}, arguments));
	}

	@Override
	public Connection getConnection(String user, String password) {
		return getConnection();
	}

	private synchronized Connection take() throws InterruptedException {
		while (this.free.isEmpty()) {
			wait();
		}
		return this.free.remove(0);
	}

	private synchronized void give(Connection session) {
		this.free.add(session);
		notifyAll();
	}

	@Override
	public void close() throws SQLException {
		for (Connection session : this.all) {
			session.close();
		}
	}

	private final class Client {

		private boolean autoCommit = true;

		private Connection session;

		private boolean inTransaction;

		/** That of the last statement in autocommit mode, which may be executing. */
		private Connection held;

		Client() {
			try {
				this.session = take();
				give(this.session);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private Object call(String method, Call call, Object[] arguments) throws Throwable {
			switch (method) {
				case "getAutoCommit" -> {
					return this.autoCommit;
				}
				case "setAutoCommit" -> {
					release();
					boolean wanted = (Boolean) arguments[0];
					if (wanted) {
						end(true);
					}
					this.autoCommit = wanted;
					return null;
				}
				case "commit", "rollback" -> {
					release();
					end(method.equals("commit"));
					return null;
				}
				case "close", "abort" -> {
					release();
					end(false);
					return null;
				}
				case "isClosed" -> {
					return false;
				}
				default -> {
					if (STATEMENTS.contains(method)) {
						begin();
					}
					return call.invoke();
				}
			}
		}

		private void begin() throws SQLException, InterruptedException {
			if (!this.inTransaction) {
				release();
				this.session = take();
				this.session.setAutoCommit(this.autoCommit);
				if (this.autoCommit) {
					this.held = this.session;
				}
				else {
					this.inTransaction = true;
				}
			}
		}

		private void release() {
			if (this.held != null) {
				give(this.held);
				this.held = null;
			}
		}

		private void end(boolean commit) throws SQLException {
			if (this.inTransaction) {
				if (commit) {
					this.session.commit();
				}
				else {
					this.session.rollback();
				}
				this.session.setAutoCommit(true);
				this.inTransaction = false;
				give(this.session);
			}
		}

	}

	@FunctionalInterface
	private interface Call {

		Object invoke() throws Throwable;

	}

}
