package dev.migrate.testsupport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source that writes down what is sent through its connections.
 */
public final class RecordingDataSource extends DelegatingDataSource {

	private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

	public RecordingDataSource(DataSource target) {
		super(target);
	}

	/**
	 * The statements, and {@code COMMIT} and {@code ROLLBACK} where a transaction ends,
	 * in order.
	 */
	public List<String> sent() {
		return this.sent;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return record(Connection.class, super.getConnection());
	}

	private <T> T record(Class<T> type, T target) {
		return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					switch (method.getName()) {
						case "execute", "executeQuery", "executeUpdate", "prepareStatement" -> {
							if (arguments != null && arguments[0] instanceof String sql) {
								this.sent.add(sql);
							}
						}
						case "commit", "rollback" -> this.sent.add(method.getName().toUpperCase(java.util.Locale.ROOT));
						default -> {
						}
					}
					try {
						Object result = method.invoke(target, arguments);
						return (method.getName().equals("createStatement"))
								? record(java.sql.Statement.class, (java.sql.Statement) result) : result;
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}));
	}

}
