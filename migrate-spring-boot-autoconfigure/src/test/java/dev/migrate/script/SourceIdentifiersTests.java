package dev.migrate.script;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.migrate.revision.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SourceIdentifiers}.
 */
class SourceIdentifiersTests {

	@Test
	void identifiersAreReadHoweverTheyAreLaidOut() {
		assertThat(SourceIdentifiers.read("""
				package com.acme;

				import dev.migrate.RevisionIdentifiers;

				// @RevisionIdentifiers(revision = "in a comment")
				/* @RevisionIdentifiers(revision = "in another") */
				@Deprecated(since = "1)") // (
				@dev . migrate
					.RevisionIdentifiers(downRevision = { "1", /* { */ "2", },
						branchLabels = "shop", dependsOn = {},
						message = "Say \\"hel" + "lo\\" // \\u00e4\\\\u",
						createDate = ("2026-11-20T10:30:00Z"), revision =
						"3")
				class R3 {
					String c = "@RevisionIdentifiers(revision = 4)" + '"' + '\\'';
				}
				""", "R3.java")).contains(new Revision("3", List.of("1", "2"), Set.of("shop"), List.of(),
				"Say \"hello\" // ä\\u", Instant.parse("2026-11-20T10:30:00Z"), "R3.java"));
	}

	@Test
	void textBlockIsRead() {
		assertThat(SourceIdentifiers.read("""
				@RevisionIdentifiers(revision = "1", message = \"""
						Two
						  lines\""")
				class R1 {
				}
				""", "R1.java").orElseThrow().message()).isEqualTo("Two\n  lines");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "class R1 { }", "import dev.migrate.RevisionIdentifiers;",
			"// @RevisionIdentifiers(revision = \"1\")", "String text = \"@RevisionIdentifiers(revision = 1)\";",
			"new RevisionIdentifiers(\"1\");", "@Other(RevisionIdentifiers.class)", "/* not closed", "\"not closed",
			"@" })
	void sourceWithoutAnnotationIsNoRevision(String text) {
		assertThat(SourceIdentifiers.read(text, "R1.java")).isEmpty();
	}

	@Test
	void constantCannotBeRead() {
		assertThatExceptionOfType(ScriptException.class)
			.isThrownBy(() -> SourceIdentifiers
				.read("@RevisionIdentifiers(revision = Ids.FIRST, downRevision = \"0\") class R1 {}", "R1.java"))
			.withMessage("The value of 'revision' in R1.java cannot be read without a compiler; "
					+ "write it as text in quotes, or use a JDK");
	}

	@Test
	void constantInMessageDoesNotMatter() {
		assertThat(SourceIdentifiers.read("@RevisionIdentifiers(message = Ids.of(1, 2), revision = \"1\")", "R1.java"))
			.contains(new Revision("1", List.of(), Set.of(), List.of(), "", null, "R1.java"));
	}

}
