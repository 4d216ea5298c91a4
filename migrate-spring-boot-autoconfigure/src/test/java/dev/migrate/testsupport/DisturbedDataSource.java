package dev.migrate.testsupport;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets something happen right before a certain statement is sent.
 */
public final class DisturbedDataSource extends DelegatingDataSource {

	private final AtomicInteger seen = new AtomicInteger();

	private final String statement;

	private final int place;

	private final Disturbance disturbance;

	/**
	 * Watch connections.
	 * @param target where they come from
	 * @param statement a part of the statement
	 * @param place which of those with that part, from one on
	 * @param disturbance what happens
	 */
	public DisturbedDataSource(DataSource target, String statement, int place, Disturbance disturbance) {
		super(target);
		this.statement = statement;
		this.place = place;
		this.disturbance = disturbance;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return watch(Connection.class, super.getConnection());
	}

	private <T> T watch(Class<T> type, T target) {
		return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					if (arguments != null && String.valueOf(arguments[0]).contains(this.statement)
							&& this.seen.incrementAndGet() == this.place) {
						this.disturbance.run();
					}
					try {
						Object result = method.invoke(target, arguments);
						return method.getName().equals("createStatement") ? watch(Statement.class, (Statement) result)
								: result;
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				}));
	}

	/**
	 * What happens.
	 */
	@FunctionalInterface
	public interface Disturbance {

		void run() throws SQLException;

	}

}
