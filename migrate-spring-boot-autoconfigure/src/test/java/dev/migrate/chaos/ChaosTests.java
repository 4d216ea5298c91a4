package dev.migrate.chaos;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.chaos.ChaosRound.Disturbance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances that start at once, while their processes are killed, their sessions are
 * terminated and their server crashes. A round that has failed is repeated by
 * {@code -Dmigrate.chaos.seed=}, as far as chaos can be.
 */
class ChaosTests {

	private static final int ROUNDS = 20;

	private static final int ALL_ROUNDS = Integer.getInteger("migrate.chaos.rounds", 200);

	private static final @Nullable Long SEED = Long.getLong("migrate.chaos.seed");

	private static final Map<Disturbance, Integer> TALLY = new EnumMap<>(Disturbance.class);

	private static ChaosServer server;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() throws Exception {
		server = ChaosServer.start();
	}

	@AfterAll
	static void stop() throws Exception {
		System.out.println("What has happened to the instances: " + TALLY);
		server.close();
		if (SEED == null) {
			// Else the rounds would prove nothing
			assertThat(TALLY).containsOnlyKeys(Disturbance.values());
		}
	}

	static LongStream seeds() {
		return (SEED != null) ? LongStream.of(SEED) : LongStream.rangeClosed(1, ROUNDS);
	}

	static LongStream allSeeds() {
		return new Random().longs(ALL_ROUNDS, 1_000, 1_000_000_000);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void everyRevisionIsAppliedOnce(long seed) throws Exception {
		round(seed);
	}

	@ParameterizedTest
	@MethodSource("allSeeds")
	@Tag("full")
	void everyRevisionIsAppliedOnceInManyRounds(long seed) throws Exception {
		round(seed);
	}

	private void round(long seed) throws Exception {
		ChaosRound round = new ChaosRound(server, seed, TALLY);
		try {
			round.run(this.folder);
			round.verify();
		}
		catch (AssertionError | Exception ex) {
			throw new AssertionError("The round with -Dmigrate.chaos.seed=%d has failed: %s%n%s".formatted(seed,
					ex.getMessage(), round.log()), ex);
		}
		finally {
			round.stop();
		}
	}

}
