package dev.migrate.script;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link SqlScriptParser}.
 */
class SqlScriptParserTests {

	@Test
	void scriptIsParsed() {
		SqlRevisionScript script = parse("""
				-- Add phone number to users
				--
				-- revision: 3f2a9c1b7d4e
				-- down_revision: 1b6e0d5c9a77
				-- branch_labels:
				-- depends_on:
				-- create_date: 2026-11-20T10:30:00Z

				-- migrate:upgrade
				ALTER TABLE users ADD COLUMN phone_number varchar(20);

				-- migrate:downgrade
				ALTER TABLE users DROP COLUMN phone_number;
				""");
		assertThat(script.revision()).isEqualTo(new Revision("3f2a9c1b7d4e", List.of("1b6e0d5c9a77"), Set.of(),
				List.of(), "Add phone number to users", Instant.parse("2026-11-20T10:30:00Z"), "db/a.sql"));
		assertThat(script.sections()).containsExactly(
				new SqlSection(Direction.UPGRADE, null, true,
						"ALTER TABLE users ADD COLUMN phone_number varchar(20);\n\n", 10),
				new SqlSection(Direction.DOWNGRADE, null, true, "ALTER TABLE users DROP COLUMN phone_number;\n", 13));
	}

	static Stream<Arguments> headers() {
		return Stream.of(
				// the first comment line is the message, other text is prose
				arguments("-- revision: a", revision("")), arguments("-- Message\n-- revision: a", revision("Message")),
				arguments("--Message\n--\n--revision:   a", revision("Message")),
				arguments("-- Message\n-- over two lines\n--\n-- revision: a", revision("Message")),
				arguments("--\n-- revision: a\n-- Message behind", revision("Message behind")),
				arguments("\n\n-- Message\n\n--\n\n-- revision: a\n", revision("Message")),
				arguments("  -- Message\n\t--\n -- revision: a  ", revision("Message")),
				arguments("-- fix: the message has a colon\n--\n-- revision: a",
						revision("fix: the message has a colon")),
				arguments("-- Message\n--\n-- Note: a key is lower case\n-- see https://example.org\n-- revision: a",
						revision("Message")),
				// lists
				arguments(
						"-- M\n--\n-- revision: a\n-- down_revision: b, c ,d\n-- branch_labels: shop,cart\n"
								+ "-- depends_on: x, , y,",
						new Revision("a", List.of("b", "c", "d"), Set.of("shop", "cart"), List.of("x", "y"), "M", null,
								"db/a.sql")),
				arguments("-- M\n--\n-- revision: a\n-- down_revision:\n-- create_date:", revision("M")),
				// dates
				arguments("-- revision: a\n-- create_date: 2026-11-20T10:30+01:00", new Revision("a", List.of(),
						Set.of(), List.of(), "", Instant.parse("2026-11-20T09:30:00Z"), "db/a.sql")));
	}

	@ParameterizedTest
	@MethodSource("headers")
	void headerIsParsed(String header, Revision revision) {
		assertThat(parse(header + "\n-- migrate:upgrade\nSELECT 1;\n").revision()).isEqualTo(revision);
	}

	static Stream<Arguments> refused() {
		String header = "; write the header as '-- message', '--', '-- revision: ID', '-- down_revision: ID'";
		String keys = "; the keys are revision, down_revision, branch_labels, depends_on, create_date";
		String exact = "; begin it with '-- migrate:', in lower case and without indentation";
		String upgrade = "The SQL revision db/a.sql has no line '-- migrate:upgrade'; "
				+ "write one above the statements of the upgrade";
		String move = "; move it below a line '-- migrate:upgrade' or '-- migrate:downgrade'";
		String sections = "; the sections are '-- migrate:upgrade' and '-- migrate:downgrade'";
		String options = "; the options are transaction=false and dialect=NAME";
		return Stream.of(
				arguments("", "The SQL revision db/a.sql has no line '-- revision: ID' in its header" + header),
				arguments("-- Message\n-- migrate:upgrade\n",
						"The SQL revision db/a.sql has no line '-- revision: ID' in its header" + header),
				arguments("-- migrate:upgrade\n-- revision: a\n",
						"The SQL revision db/a.sql has no line '-- revision: ID' in its header" + header),
				arguments("-- M\n--\n-- revision: a\n-- down_revison: b\n-- migrate:upgrade\n",
						"The SQL revision db/a.sql has the unknown key 'down_revison' in its header, on line 4" + keys),
				arguments("-- M\n--\n-- revision: a\n-- note:\n-- migrate:upgrade\n",
						"The SQL revision db/a.sql has the unknown key 'note' in its header, on line 4" + keys),
				arguments("-- M\n--\n-- revision: a\n-- revision: a\n-- migrate:upgrade\n",
						"The SQL revision db/a.sql has the key 'revision' twice in its header, on line 4; "
								+ "leave one of them"),
				arguments("-- M\n--\n-- revision: a\n", upgrade),
				arguments("-- M\n--\n-- revision: a\n-- migrate:downgrade\nSELECT 1;\n", upgrade),
				arguments("-- M\n--\n-- revision: a\n\nSELECT 1;\n-- migrate:upgrade\n",
						"The SQL revision db/a.sql has text that is no comment above '-- migrate:upgrade', on line 5"
								+ move),
				arguments("-- M\n--\n-- revision: a\n\nSELECT 1;\n",
						"The SQL revision db/a.sql has text that is no comment above '-- migrate:upgrade', on line 5"
								+ move),
				arguments("/* M */\n-- revision: a\n-- migrate:upgrade\n",
						"The SQL revision db/a.sql has text that is no comment above '-- migrate:upgrade', on line 1"
								+ move),
				arguments("-- revision: a\n-- migrate:upgrade\nSELECT 1;\n-- migrate:down\n",
						"The SQL revision db/a.sql has the unknown section '-- migrate:down' on line 4" + sections),
				arguments("-- revision: a\n-- migrate:\n",
						"The SQL revision db/a.sql has the unknown section '-- migrate:' on line 2" + sections),
				arguments("-- revision: a\n-- migrate:upgrade transaction=no\n",
						"The SQL revision db/a.sql has the unknown option 'transaction=no' on line 2" + options),
				arguments("-- revision: a\n-- migrate:upgrade dialect=\n",
						"The SQL revision db/a.sql has the unknown option 'dialect=' on line 2" + options),
				arguments("-- revision: a\n-- migrate:upgrade notransaction\n",
						"The SQL revision db/a.sql has the unknown option 'notransaction' on line 2" + options),
				arguments("-- revision: a\n-- migrate:upgrade\nSELECT 1;\n-- migrate:upgrade transaction=false\n",
						"The SQL revision db/a.sql has the section '-- migrate:upgrade' twice, again on line 4; "
								+ "join the two"),
				arguments("-- revision: a\n-- migrate:upgrade dialect=h2\n\n-- migrate:upgrade dialect=h2\n",
						"The SQL revision db/a.sql has the section '-- migrate:upgrade' for h2 twice, again on line 4; "
								+ "join the two"),
				arguments("-- revision: a\n-- migrate:upgrade\nSELECT 1;\n--migrate:downgrade\nDROP TABLE t;\n",
						"The SQL revision db/a.sql has the line '--migrate:downgrade', line 4, which begins no section"
								+ exact),
				arguments("-- revision: a\n-- migrate:upgrade\n\n  -- migrate:downgrade\n",
						"The SQL revision db/a.sql has the line '-- migrate:downgrade', line 4, which begins no section"
								+ exact),
				arguments("-- revision: a\n-- Migrate: upgrade\n",
						"The SQL revision db/a.sql has the line '-- Migrate: upgrade', line 2, which begins no section"
								+ exact),
				arguments("-- revision: a\n-- create_date: 2026-11-20\n-- migrate:upgrade\n",
						"The create date '2026-11-20' in db/a.sql cannot be read; write it like 2026-11-20T10:30:00Z"),
				arguments("-- revision: a\n-- create_date: 2026-02-30T10:30:00Z\n-- migrate:upgrade\n",
						"The create date '2026-02-30T10:30:00Z' in db/a.sql cannot be read; write it like 2026-11-20T10:30:00Z"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void scriptIsRefused(String text, String message) {
		assertThatExceptionOfType(ScriptException.class).isThrownBy(() -> parse(text)).withMessage(message);
	}

	@Test
	void idMustBeOne() {
		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> parse("-- revision:\n-- migrate:upgrade\nSELECT 1;\n"))
			.withMessage("The revision id in db/a.sql is empty; give it one");
	}

	@Test
	void sectionsMayRunOutsideOfTransaction() {
		assertThat(parse("""
				-- revision: a
				-- migrate:upgrade transaction=false
				CREATE INDEX CONCURRENTLY i ON t (a);
				-- migrate:downgrade transaction=true
				DROP INDEX i;
				""").sections()).extracting(SqlSection::transaction).containsExactly(false, true);
	}

	@Test
	void productHasItsOwnSectionElseThePlainOne() {
		SqlRevisionScript script = parse("""
				-- revision: a
				-- migrate:upgrade
				SELECT 1;
				-- migrate:upgrade   dialect=postgresql   transaction=false
				SELECT 2;
				-- migrate:downgrade dialect=h2
				SELECT 3;
				""");
		assertThat(script.section(Direction.UPGRADE, "h2"))
			.contains(new SqlSection(Direction.UPGRADE, null, true, "SELECT 1;\n", 3));
		assertThat(script.section(Direction.UPGRADE, "postgresql"))
			.contains(new SqlSection(Direction.UPGRADE, "postgresql", false, "SELECT 2;\n", 5));
		assertThat(script.section(Direction.DOWNGRADE, "h2"))
			.contains(new SqlSection(Direction.DOWNGRADE, "h2", true, "SELECT 3;\n", 7));
		assertThat(script.section(Direction.DOWNGRADE, "postgresql")).isEmpty();
		assertThat(script.section(Direction.STAMP, "h2")).isEqualTo(Optional.empty());
	}

	@Test
	void upgradeMayBeForOneProductOnly() {
		assertThat(parse("-- revision: a\n-- migrate:upgrade dialect=h2\nSELECT 1;").sections())
			.containsExactly(new SqlSection(Direction.UPGRADE, "h2", true, "SELECT 1;", 3));
	}

	@Test
	void downgradeMayStandFirst() {
		assertThat(parse("-- revision: a\n-- migrate:downgrade\n-- migrate:upgrade\n").sections()).containsExactly(
				new SqlSection(Direction.DOWNGRADE, null, true, "", 3),
				new SqlSection(Direction.UPGRADE, null, true, "", 4));
	}

	@Test
	void sectionMayBeEmptyAtTheEndOfTheFile() {
		assertThat(parse("-- revision: a\n-- migrate:upgrade").sections())
			.containsExactly(new SqlSection(Direction.UPGRADE, null, true, "", 3));
	}

	@Test
	void linesMayEndAsOnWindows() {
		SqlRevisionScript script = parse(
				"-- M\r\n--\r\n-- revision: a\r\n\r\n-- migrate:upgrade\r\nSELECT 1\r\n;\r\n-- migrate:downgrade\r\nSELECT 2;\r\n");
		assertThat(script.revision()).isEqualTo(revision("M"));
		assertThat(script.sections()).containsExactly(new SqlSection(Direction.UPGRADE, null, true, "SELECT 1\n;\n", 6),
				new SqlSection(Direction.DOWNGRADE, null, true, "SELECT 2;\n", 9));
	}

	@Test
	void byteOrderMarkIsLeftOut() {
		assertThat(parse("\uFEFF-- M\n--\n-- revision: a\n-- migrate:upgrade\nSELECT 1;").revision())
			.isEqualTo(revision("M"));
		assertThat(parse("\uFEFF-- revision: a\n-- migrate:upgrade\nSELECT 1;").revision()).isEqualTo(revision(""));
	}

	@Test
	void directiveWithinLineBeginsNoSection() {
		String sql = "SELECT '-- migrate:downgrade' -- migrate:downgrade\n;\n";
		assertThat(parse("-- revision: a\n-- migrate:upgrade\n" + sql).sections())
			.containsExactly(new SqlSection(Direction.UPGRADE, null, true, sql, 3));
	}

	@Test
	void directiveAtBeginningOfLineBeginsSectionWhereverItStands() {
		assertThat(parse("-- revision: a\n-- migrate:upgrade\nSELECT '\n-- migrate:downgrade\n';\n").sections())
			.extracting(SqlSection::sql)
			.containsExactly("SELECT '\n", "';\n");
	}

	@Test
	void commentsAndKeysBelowTheFirstDirectiveAreLeftAlone() {
		assertThat(parse("-- revision: a\n-- migrate:upgrade\n-- unknown: key\nSELECT 1;\n").sections())
			.extracting(SqlSection::sql)
			.containsExactly("-- unknown: key\nSELECT 1;\n");
	}

	private static Revision revision(String message) {
		return new Revision("a", List.of(), Set.of(), List.of(), message, null, "db/a.sql");
	}

	private static SqlRevisionScript parse(String text) {
		return SqlScriptParser.parse(text, "db/a.sql");
	}

}
