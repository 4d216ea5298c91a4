package dev.migrate.revision;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Revision}.
 */
class RevisionTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "3f2a9c1b7d4e", "0001", "add_phone", "v1.2", "Ä", "headless",
			"12345678901234567890123456789012" })
	void idMayBe(String id) {
		assertThat(withId(id).id()).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
			textBlock = """
					a@b|The revision id 'a@b' in a.sql contains the character '@'; use none of '@-+:,' and no blanks
					a-b|The revision id 'a-b' in a.sql contains the character '-'; use none of '@-+:,' and no blanks
					a+b|The revision id 'a+b' in a.sql contains the character '+'; use none of '@-+:,' and no blanks
					a:b|The revision id 'a:b' in a.sql contains the character ':'; use none of '@-+:,' and no blanks
					a,b|The revision id 'a,b' in a.sql contains the character ','; use none of '@-+:,' and no blanks
					a b|The revision id 'a b' in a.sql contains the character ' '; use none of '@-+:,' and no blanks
					head|The revision id 'head' in a.sql is a symbol with a meaning of its own; choose another name
					heads|The revision id 'heads' in a.sql is a symbol with a meaning of its own; choose another name
					base|The revision id 'base' in a.sql is a symbol with a meaning of its own; choose another name
					current|The revision id 'current' in a.sql is a symbol with a meaning of its own; choose another name
					123456789012345678901234567890123|The revision id '123456789012345678901234567890123' in a.sql has 33 characters; use at most 32
					""")
	void idMayNotBe(String id, String message) {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> withId(id))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(RevisionException.Kind.INVALID_IDENTIFIER));
	}

	@Test
	void idMayNotBeEmpty() {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> withId(""))
			.withMessage("The revision id in a.sql is empty; give it one");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					release-2 | The branch label 'release-2' in a.sql contains the character '-'; use none of '@-+:,' and no blanks
					head | The branch label 'head' in a.sql is a symbol with a meaning of its own; choose another name
					''  | The branch label in a.sql is empty; give it one
					""")
	void labelMayNotBe(String label, String message) {
		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> new Revision("a", List.of(), Set.of(label), List.of(), "", null, "a.sql"))
			.withMessage(message);
	}

	@Test
	void revisionWithoutDownRevisionIsBaseThoughItHasDependency() {
		Revision revision = RevisionNotation.revision("b / a");
		assertThat(revision.isBase()).isTrue();
		assertThat(revision.isMergePoint()).isFalse();
	}

	@Test
	void revisionWithTwoDownRevisionsIsMergePoint() {
		Revision revision = RevisionNotation.revision("m: a, b");
		assertThat(revision.isBase()).isFalse();
		assertThat(revision.isMergePoint()).isTrue();
	}

	@Test
	void whatIsNamedTwiceCountsOnce() {
		Revision revision = new Revision("m", List.of("a", "a"), Set.of(), List.of("x", "y", "x"), "", null, "m.sql");
		assertThat(revision.downRevisions()).containsExactly("a");
		assertThat(revision.dependsOn()).containsExactly("x", "y");
		assertThat(revision.isMergePoint()).isFalse();
	}

	private static Revision withId(String id) {
		return new Revision(id, List.of(), Set.of(), List.of(), "", null, "a.sql");
	}

}
