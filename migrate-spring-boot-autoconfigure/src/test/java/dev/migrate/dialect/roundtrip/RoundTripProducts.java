package dev.migrate.dialect.roundtrip;

import java.util.stream.Stream;

/**
 * The products whose schemas make the round trip.
 */
final class RoundTripProducts {

	private RoundTripProducts() {
	}

	static Stream<RoundTripProduct> all() {
		return Stream.of(new H2RoundTrip());
	}

}
