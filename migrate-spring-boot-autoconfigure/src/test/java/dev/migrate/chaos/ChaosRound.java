package dev.migrate.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

import org.springframework.jdbc.BadSqlGrammarException;

import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eight instances of an application that start at once on an empty database, and whatever
 * may happen to them until all have started.
 */
final class ChaosRound {

	private static final int INSTANCES = 8;

	private static final int LONGEST_PAUSE_MS = 400;

	private static final Duration LONGEST_ROUND = Duration.ofSeconds(90);

	private final ChaosServer server;

	private final TestDatabase database;

	private final Random random;

	private final Map<Disturbance, Integer> tally;

	private final List<Instance> instances = new ArrayList<>();

	/** How many revisions are applied when something happens. */
	private final PriorityQueue<Integer> disturbances = new PriorityQueue<>();

	ChaosRound(ChaosServer server, long seed, Map<Disturbance, Integer> tally) {
		this.server = server;
		this.database = server.createDatabase();
		this.random = new Random(seed);
		this.tally = tally;
		int count = 3 + this.random.nextInt(3);
		for (int i = 0; i < count; i++) {
			this.disturbances.add(this.random.nextInt(ChaosRevisions.IDS.size()));
		}
	}

	/**
	 * Migrate and disturb, until all instances have started.
	 */
	void run(Path folder) throws IOException, InterruptedException {
		ChaosRevisions.write(folder.resolve("revisions"));
		Files.createDirectories(folder.resolve("logs"));
		for (int i = 1; i <= INSTANCES; i++) {
			String name = "instance-" + i;
			this.instances.add(new Instance(name, this.database, folder.resolve("revisions"),
					folder.resolve("logs").resolve(name)));
		}
		long deadline = System.nanoTime() + LONGEST_ROUND.toNanos();
		long next = System.nanoTime();
		while (!this.instances.stream().allMatch(Instance::hasSucceeded)) {
			assertThat(System.nanoTime()).as("The round has not ended after " + LONGEST_ROUND).isLessThan(deadline);
			for (Instance instance : this.instances) {
				if (!instance.isAlive() && !instance.hasSucceeded()) {
					assertThat(instance.complaint()).isNull();
					instance.startAgain();
				}
			}
			if (!this.disturbances.isEmpty() && System.nanoTime() > next) {
				if (applied() >= this.disturbances.element()) {
					Thread.sleep(this.random.nextInt(LONGEST_PAUSE_MS));
					if (disturb()) {
						this.disturbances.remove();
					}
				}
				next = System.nanoTime() + Duration.ofMillis(50).toNanos();
			}
			Thread.sleep(20);
		}
		for (Instance instance : this.instances) {
			assertThat(instance.complaint()).isNull();
		}
	}

	private int applied() {
		try {
			return this.database.jdbc().sql("SELECT count(*) FROM migrate_history").query(Integer.class).single();
		}
		catch (BadSqlGrammarException ex) {
			return 0;
		}
	}

	/**
	 * Do something to an instance that is connected.
	 * @return whether there was one
	 */
	private boolean disturb() throws IOException {
		List<Session> sessions = this.database.jdbc().sql("""
				SELECT a.pid, a.application_name AS name
				FROM pg_stat_activity a
				WHERE a.datname = current_database() AND a.application_name LIKE 'instance-%'
				ORDER BY EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory') DESC, 2
				""").query(Session.class).list();
		if (sessions.isEmpty()) {
			return false;
		}
		// More often than the others the one who is at work, who comes first
		Session session = sessions.get(this.random.nextBoolean() ? 0 : this.random.nextInt(sessions.size()));
		Instance instance = this.instances.stream()
			.filter((one) -> one.name().equals(session.name()))
			.findAny()
			.orElseThrow();
		if (!instance.isAlive()) {
			// The server has not yet seen it
			return false;
		}
		Disturbance disturbance = Disturbance.next(this.random);
		switch (disturbance) {
			case KILL -> instance.kill();
			case TERMINATE -> {
				instance.sessionIsTerminated();
				this.database.jdbc().sql("SELECT pg_terminate_backend(?)").param(session.pid()).query().singleValue();
			}
			case RESTART -> restart();
		}
		this.tally.merge(disturbance, 1, Integer::sum);
		return true;
	}

	private void restart() throws IOException {
		for (Instance instance : this.instances) {
			instance.serverIsRestarted();
		}
		this.server.restart();
	}

	/**
	 * Check that nothing is lost, nothing was done twice and nothing is left.
	 */
	void verify() {
		assertThat(texts("SELECT revision || ' ' || direction FROM migrate_history ORDER BY id"))
			.isEqualTo(ChaosRevisions.IDS.stream().map((id) -> id + " upgrade").toList());
		assertThat(texts("SELECT version_num FROM migrate_version")).containsExactly("c8");
		assertThat(texts("SELECT revision FROM effects ORDER BY 1")).containsExactly("a1", "a2", "a3", "a4", "a5", "a6",
				"a7", "a8", "c1", "c2", "c3", "c4", "c4, behind the index", "c5", "c6", "c7", "c8");
		assertThat(this.database.tables()).containsExactly("effects", "items", "migrate_history", "migrate_version",
				"names", "orders");
		assertThat(texts("SELECT count(*) || ' items of ' || min(price) || ' to ' || max(price) FROM items"))
			.containsExactly("200 items of 1 to 1");
		assertThat(texts("SELECT count(*)::text FROM orders")).containsExactly("200");
		assertThat(texts("SELECT column_name || ' ' || is_nullable FROM information_schema.columns "
				+ "WHERE table_name = 'items' ORDER BY ordinal_position"))
			.containsExactly("id NO", "name NO", "price NO");
		assertThat(texts("SELECT indexrelid::regclass || CASE WHEN indisvalid THEN '' ELSE ' INVALID' END "
				+ "FROM pg_index WHERE indrelid = 'items'::regclass ORDER BY 1"))
			.containsExactly("items_name", "items_pkey", "items_price");
		assertThat(leftovers()).isEmpty();
	}

	/**
	 * What is left of the instances in the server, as soon as it has seen that they are
	 * gone.
	 */
	private List<String> leftovers() {
		String sql = """
				SELECT 'session ' || application_name || ' ' || state || ' ' || query FROM pg_stat_activity
				WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
				UNION ALL SELECT 'lock ' || locktype || ' ' || mode FROM pg_locks
				WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())
					AND pid <> pg_backend_pid()
				UNION ALL SELECT 'transaction ' || gid FROM pg_prepared_xacts""";
		long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
		List<String> leftovers = texts(sql);
		while (!leftovers.isEmpty() && System.nanoTime() < deadline) {
			leftovers = texts(sql);
		}
		return leftovers;
	}

	private List<String> texts(String sql) {
		return this.database.texts(sql);
	}

	/**
	 * End whatever still runs.
	 */
	void stop() throws IOException {
		for (Instance instance : this.instances) {
			if (instance.isAlive()) {
				instance.kill();
			}
		}
	}

	/**
	 * What has happened, by instance.
	 */
	String log() throws IOException {
		StringBuilder log = new StringBuilder();
		for (Instance instance : this.instances) {
			log.append(instance.log()).append('\n');
		}
		return log.toString();
	}

	/**
	 * What may happen.
	 */
	enum Disturbance {

		/** A process is killed. */
		KILL,

		/** A session is terminated. */
		TERMINATE,

		/** The server crashes. */
		RESTART;

		private static Disturbance next(Random random) {
			int number = random.nextInt(20);
			return (number < 8) ? KILL : (number < 17) ? TERMINATE : RESTART;
		}

	}

	/**
	 * The session of an instance.
	 *
	 * @param pid the server's process
	 * @param name the name of the instance
	 */
	private record Session(int pid, String name) {
	}

}
