package dev.migrate.script;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RevisionIds}.
 */
class RevisionIdsTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:30:59.7Z"), ZoneId.of("Europe/Berlin"));

	@Test
	void randomIdHasTwelveHexadecimalDigits() {
		RevisionIds ids = ids(IdStyle.RANDOM);
		assertThat(ids.next(graph())).matches("[0-9a-f]{12}").isNotEqualTo(ids.next(graph()));
	}

	@Test
	void randomIdThatExistsIsNotUsed() {
		String first = ids(IdStyle.RANDOM).next(graph());
		assertThat(ids(IdStyle.RANDOM).next(graph(first))).matches("[0-9a-f]{12}").isNotEqualTo(first);
	}

	@Test
	void timestampIsInUtc() {
		assertThat(ids(IdStyle.TIMESTAMP).next(graph())).isEqualTo("20261120103059");
	}

	@Test
	void timestampThatExistsIsCountedOn() {
		assertThat(ids(IdStyle.TIMESTAMP).next(graph("20261120103059", "20261120103100"))).isEqualTo("20261120103101");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			                         | 001
			001                      | 002
			001 002 010              | 011
			999                      | 1000
			0001 0002                | 0003
			7                        | 008
			000 20261120103059 ab12  | 001
			123456789012             | 001
			""")
	void sequenceContinuesLargestNumber(String existing, String expected) {
		String[] ids = (existing != null) ? existing.split(" ") : new String[0];
		assertThat(ids(IdStyle.SEQUENCE).next(graph(ids))).isEqualTo(expected);
	}

	@Test
	void labelIsNotUsedAsId() {
		RevisionGraph graph = RevisionGraph
			.of(List.of(new Revision("001", List.of(), Set.of("002"), List.of(), "", null, "a.sql")));
		assertThat(ids(IdStyle.SEQUENCE).next(graph)).isEqualTo("003");
	}

	private static RevisionIds ids(IdStyle style) {
		return new RevisionIds(style, new Random(1), CLOCK);
	}

	private static RevisionGraph graph(String... ids) {
		return RevisionGraph.of(Arrays.stream(ids)
			.map((id) -> new Revision(id, List.of(), Set.of(), List.of(), "", null, id + ".sql"))
			.toList());
	}

}
