package dev.migrate.autogenerate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;

/**
 * Looks in while something stands in a scratch.
 */
final class WatchedScratch {

	private WatchedScratch() {
	}

	/**
	 * A dialect that calls a watcher each time when a scratch is read, with all that was
	 * made in it.
	 */
	static Dialect dialect(Dialect dialect, Watcher watcher) {
		return intercept(Dialect.class, dialect, "openScratch",
				(call) -> intercept(Scratch.class, (Scratch) call.proceed(), "reflect", (reflection) -> {
					watcher.look();
					return reflection.proceed();
				}));
	}

	private static <T> T intercept(Class<T> type, T target, String name, Interceptor interceptor) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				Call call = () -> {
					try {
						return method.invoke(target, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				};
				return method.getName().equals(name) ? interceptor.intercept(call) : call.proceed();
			}));
	}

	/**
	 * Looks.
	 */
	interface Watcher {

		void look() throws Exception;

	}

	private interface Interceptor {

		Object intercept(Call call) throws Throwable;

	}

	private interface Call {

		Object proceed() throws Throwable;

	}

}
