package dev.migrate.dialect.roundtrip;

import java.util.List;
import java.util.stream.Stream;

import dev.migrate.testsupport.PostgresServer;

/**
 * The products whose schemas make the round trip: of PostgreSQL the server of the other
 * tests, and the oldest version that is supported.
 */
final class RoundTripProducts {

	private static final List<RoundTripProduct> ALL = List.of(new H2RoundTrip(),
			new PostgresRoundTrip(PostgresServer.shared()), new PostgresRoundTrip(PostgresServer.oldest()));

	private RoundTripProducts() {
	}

	/** All whose identities are properties of any column, as in the vocabulary. */
	static Stream<RoundTripProduct> all() {
		return ALL.stream();
	}

	static Stream<RoundTripProduct> allAndSqlite() {
		return Stream.concat(all(), Stream.of(new SqliteRoundTrip()));
	}

}
