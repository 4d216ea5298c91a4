package dev.migrate.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that begin at the same moment, each in a thread of its own.
 */
public final class AtOnce {

	private static final int LONGEST_CALL_SECONDS = 120;

	private AtOnce() {
	}

	/**
	 * Make the calls.
	 * @param <T> what comes of one
	 * @param calls the calls
	 * @return what came of them, in their order
	 * @throws ExecutionException if one has failed
	 * @throws TimeoutException if one has not ended after two minutes
	 */
	public static <T> List<T> call(List<? extends Callable<T>> calls)
			throws ExecutionException, TimeoutException, InterruptedException {
		ExecutorService executor = Executors.newFixedThreadPool(calls.size());
		try {
			CyclicBarrier start = new CyclicBarrier(calls.size());
			List<Future<T>> running = new ArrayList<>();
			for (Callable<T> call : calls) {
				running.add(executor.submit(() -> {
					start.await();
					return call.call();
				}));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get(LONGEST_CALL_SECONDS, TimeUnit.SECONDS));
			}
			return results;
		}
		finally {
			executor.shutdownNow();
		}
	}

}
