package dev.migrate.hostile;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Revisions that form no graph. One is written {@code id <down+down [label]
 * {dependency}}, and its file has the number of its place.
 */
class HostileGraphTests {

	private static final Pattern REVISION = Pattern
		.compile("(?<id>\\S+)( <(?<down>\\S+))?( \\[(?<labels>\\S+)])?( \\{(?<depends>\\S+)})?( (?<again>\\S+))?");

	private static final TestDatabase DATABASE = Product.H2.create();

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void revisionsAreRefused(String revisions, String sentence) {
		Attempts attempts = new Attempts(this.folder, DATABASE);
		int number = 1;
		for (String revision : revisions.split(", ")) {
			Matcher matcher = REVISION.matcher(revision);
			if (!matcher.matches()) {
				throw new IllegalArgumentException(revision);
			}
			attempts.file(number++ + ".sql", text(matcher, matcher.group("id")));
			if (matcher.group("again") != null) {
				attempts.file(number++ + ".sql", text(matcher, matcher.group("again")));
			}
		}
		attempts.refused(1, sentence, List.of("upgrade", "heads"));
	}

	private static String text(Matcher revision, String id) {
		return """
				-- M
				--
				-- revision: %s
				-- down_revision: %s
				-- branch_labels: %s
				-- depends_on: %s

				-- migrate:upgrade
				CREATE TABLE t (id bigint);
				""".formatted(id, list(revision.group("down")), list(revision.group("labels")),
				list(revision.group("depends")));
	}

	private static String list(String names) {
		return (names != null) ? names.replace('+', ',') : "";
	}

	static Stream<Arguments> revisionsAreRefused() {
		return Stream.of(arguments("a a",
				"Revision id 'a' is used twice, by FOLDER/1.sql and by FOLDER/2.sql; give one of them another id"),
				arguments("a <a",
						"Revision a (FOLDER/1.sql) names itself as its predecessor; correct a down revision or a dependency in one of them"),
				arguments("a <b, b <a",
						"Revisions form a cycle, a -> b -> a (FOLDER/1.sql, FOLDER/2.sql); correct a down revision or a dependency in one of them"),
				arguments("a <b, b <c, c <a",
						"Revisions form a cycle, a -> b -> c -> a (FOLDER/1.sql, FOLDER/2.sql, FOLDER/3.sql); correct a down revision or a dependency in one of them"),
				arguments("a <none",
						"Revision a (FOLDER/1.sql) names the down revision 'none', which does not exist; add the missing revision file or correct the down revision"),
				arguments("a, b <a+a+none",
						"Revision b (FOLDER/2.sql) names the down revision 'none', which does not exist; add the missing revision file or correct the down revision"),
				arguments("a, b {none}",
						"Revision b (FOLDER/2.sql) names the dependency 'none', which does not exist; add the missing revision file or correct the dependency"),
				arguments("a {b}, b {a}",
						"Revisions form a cycle, a -> b -> a (FOLDER/1.sql, FOLDER/2.sql); correct a down revision or a dependency in one of them"),
				arguments("a <b, b {a}",
						"Revisions form a cycle, a -> b -> a (FOLDER/1.sql, FOLDER/2.sql); correct a down revision or a dependency in one of them"),
				arguments("a, b <a, a <b",
						"Revision id 'a' is used twice, by FOLDER/1.sql and by FOLDER/3.sql; give one of them another id"),
				arguments("a [a]", "Branch label 'a' of FOLDER/1.sql is its own id; choose another label, or none"),
				arguments("a [b], b",
						"Branch label 'b' of FOLDER/1.sql is already taken by FOLDER/2.sql; choose another label"),
				arguments("a [x], b [x]",
						"Branch label 'x' of FOLDER/2.sql is already taken by FOLDER/1.sql; choose another label"),
				arguments("a [x], b <a [x]",
						"Branch label 'x' of FOLDER/2.sql is already taken by FOLDER/1.sql; choose another label"),
				arguments("a, b [a]",
						"Branch label 'a' of FOLDER/2.sql is already taken by FOLDER/1.sql; choose another label"),
				arguments("a [x], b <x",
						"Revision b (FOLDER/2.sql) names the down revision 'x', which does not exist; add the missing revision file or correct the down revision"),
				arguments("a [x+y], b [y]",
						"Branch label 'y' of FOLDER/2.sql is already taken by FOLDER/1.sql; choose another label"),
				arguments("a {x}, b <a [x]",
						"Revisions form a cycle, a -> b -> a (FOLDER/1.sql, FOLDER/2.sql); correct a down revision or a dependency in one of them"),
				arguments("a [x], b {x}, x",
						"Branch label 'x' of FOLDER/1.sql is already taken by FOLDER/3.sql; choose another label"),
				arguments("a {a}",
						"Revision a (FOLDER/1.sql) names itself as its predecessor; correct a down revision or a dependency in one of them"),
				arguments("a <a+a",
						"Revision a (FOLDER/1.sql) names itself as its predecessor; correct a down revision or a dependency in one of them"),
				arguments("a [head]",
						"The branch label 'head' in FOLDER/1.sql is a symbol with a meaning of its own; choose another name"),
				arguments("head <a, a",
						"The revision id 'head' in FOLDER/1.sql is a symbol with a meaning of its own; choose another name"),
				arguments("a, A <B",
						"Revision A (FOLDER/2.sql) names the down revision 'B', which does not exist; add the missing revision file or correct the down revision"),
				arguments("a [x], b {X}",
						"Revision b (FOLDER/2.sql) names the dependency 'X', which does not exist; add the missing revision file or correct the dependency"),
				arguments("base",
						"The revision id 'base' in FOLDER/1.sql is a symbol with a meaning of its own; choose another name"),
				arguments("a <head",
						"Revision a (FOLDER/1.sql) names the down revision 'head', which does not exist; add the missing revision file or correct the down revision"),
				arguments("a, b <a-1",
						"Revision b (FOLDER/2.sql) names the down revision 'a-1', which does not exist; add the missing revision file or correct the down revision"),
				arguments("a <*",
						"Revision a (FOLDER/1.sql) names the down revision '*', which does not exist; add the missing revision file or correct the down revision"),
				arguments("a, b <*",
						"Revision b (FOLDER/2.sql) names the down revision '*', which does not exist; add the missing revision file or correct the down revision"),
				arguments("a {*}",
						"Revision a (FOLDER/1.sql) names the dependency '*', which does not exist; add the missing revision file or correct the dependency"),
				arguments("a <';DROP+TABLE",
						"Revision a (FOLDER/1.sql) names the down revision '';DROP', which does not exist; add the missing revision file or correct the down revision"));
	}

}
