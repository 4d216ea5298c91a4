package dev.migrate.hostile;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.testsupport.TestDatabase.Product;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Ranges, and what a new revision is to be called and to build on, at a database that is
 * at {@code aaaa1111}.
 */
class HostileRevisionTests {

	@TempDir
	private static Path folder;

	private static Attempts attempts;

	@BeforeAll
	static void prepare() {
		attempts = new Attempts(folder, Product.H2.create()).revisions().done("upgrade", "aaaa1111");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void history(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> history() {
		return Stream.of(arguments("history -r ''", 1, "'' is no range of revisions; write START:END, START: or :END"),
				arguments("history -r a", 1, "'a' is no range of revisions; write START:END, START: or :END"),
				arguments("history -r a:b:c", 1, "'a:b:c' is no range of revisions; write START:END, START: or :END"),
				arguments("history -r nowhere:", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("history -r ::", 1, "'::' is no range of revisions; write START:END, START: or :END"),
				arguments("history -r :nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("history -r bbbb2222:cccc3333", 1,
						"'bbbb2222:cccc3333' is no range along one branch: its start is no ancestor of its end; put the older revision first, or leave out a side"),
				arguments("history -r bbbb2222:aaaa1111", 1,
						"'bbbb2222:aaaa1111' is no range along one branch: its start is no ancestor of its end; put the older revision first, or leave out a side"),
				arguments("history -r @:", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("history -r :@", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("history -r a-:", 1,
						"'a-' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("history -r :+", 1,
						"'+' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("history -r head:base", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name one of them, or 'heads' for all, or merge them"),
				arguments("history -r a,b", 1, "'a,b' is no range of revisions; write START:END, START: or :END"),
				arguments("history -r aaaa1111·:·bbbb2222", 1,
						"'aaaa1111 ' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("history -r ';DROP·TABLE·t_aaaa1111;--:", 1,
						"'';DROP TABLE t_aaaa1111;--' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("history -r :" + "a".repeat(500), 1,
						"Can't locate revision 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'; name a revision of this application; its heads are bbbb2222, cccc3333"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void merge(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> merge() {
		return Stream.of(arguments("merge -m x -- nowhere", 1,
				"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("merge -m x -- bbbb2222", 1,
						"A merge needs at least two different revisions, 'bbbb2222' names bbbb2222; name two of the heads: bbbb2222, cccc3333"),
				arguments("merge -m x -- aaaa1111 bbbb2222", 1,
						"Revision aaaa1111 is not a head, bbbb2222, cccc3333 builds on it; name a head (bbbb2222, cccc3333), or make a new branch with --splice"),
				arguments("merge -m x -- bbbb2222 bbbb2222", 1,
						"A merge needs at least two different revisions, 'bbbb2222 bbbb2222' names bbbb2222, bbbb2222; name two of the heads: bbbb2222, cccc3333"),
				arguments("merge -m x -- base", 1,
						"A merge needs at least two different revisions, 'base' names none; name two of the heads: bbbb2222, cccc3333"),
				arguments("merge -m x -- ''", 1,
						"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("merge -m x -- @", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("merge -m x -- bbbb2222 nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("merge -m x -- +1 -1", 1,
						"'+1' is relative to a database, a revision is needed here; name it by its id or label, or write head, heads, base or label@head"),
				arguments("merge -m x -- bbbb2222,cccc3333", 1,
						"'bbbb2222,cccc3333' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void revision(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> revision() {
		return Stream.of(arguments("revision -m x --head nowhere", 1,
				"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("revision -m x --head aaaa1111", 1,
						"Revision aaaa1111 is not a head, bbbb2222, cccc3333 builds on it; name a head (bbbb2222, cccc3333), or make a new branch with --splice"),
				arguments("revision -m x --head @", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("revision -m x --head ''", 1,
						"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("revision -m x --head ,", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name the one to build on with --head, or merge them with: merge heads"),
				arguments("revision -m x --head +1", 1,
						"'+1' is relative to a database, a revision is needed here; name it by its id or label, or write head, heads, base or label@head"),
				arguments("revision -m x --head head", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name the one to build on with --head, or merge them with: merge heads"),
				arguments("revision -m x --head bbbb2222 --rev-id a@b", 1,
						"The revision id 'a@b' in the new revision contains the character '@'; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --rev-id a-b", 1,
						"The revision id 'a-b' in the new revision contains the character '-'; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --rev-id head", 1,
						"The revision id 'head' in the new revision is a symbol with a meaning of its own; choose another name"),
				arguments("revision -m x --head bbbb2222 --rev-id aaaa1111", 1,
						"The id 'aaaa1111' is already taken by FOLDER/aaaa1111.sql; choose another with --rev-id"),
				arguments("revision -m x --head bbbb2222 --rev-id a,b", 1,
						"The revision id 'a,b' in the new revision contains the character ','; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --rev-id ''", 1,
						"The revision id in the new revision is empty; give it one"),
				arguments("revision -m x --head bbbb2222 --rev-id aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1,
						"The revision id 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' in the new revision has 33 characters; use at most 32"),
				arguments("revision -m x --head bbbb2222 --rev-id a·b", 1,
						"The revision id 'a b' in the new revision contains the character ' '; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --rev-id \u0000", 1,
						"The revision id 'U+0000' in the new revision contains the character U+0000; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --rev-id C:x", 1,
						"The revision id 'C:x' in the new revision contains the character ':'; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --rev-id people", 1,
						"The id 'people' is already taken by FOLDER/aaaa1111.sql; choose another with --rev-id"),
				arguments("revision -m x --head bbbb2222 --rev-id ';DROP·TABLE·t_aaaa1111;--", 1,
						"The revision id '';DROP TABLE t_aaaa1111;--' in the new revision contains the character ' '; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --rev-id \u202e", 1,
						"The revision id 'U+202E' in the new revision contains the character U+202E; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --branch-label a@b", 1,
						"The branch label 'a@b' in the new revision contains the character '@'; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --branch-label a-b", 1,
						"The branch label 'a-b' in the new revision contains the character '-'; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --branch-label head", 1,
						"The branch label 'head' in the new revision is a symbol with a meaning of its own; choose another name"),
				arguments("revision -m x --head bbbb2222 --branch-label people", 1,
						"The branch label 'people' is already taken by FOLDER/aaaa1111.sql; choose another with --branch-label"),
				arguments("revision -m x --head bbbb2222 --branch-label aaaa1111", 1,
						"The branch label 'aaaa1111' is already taken by FOLDER/aaaa1111.sql; choose another with --branch-label"),
				arguments("revision -m x --head bbbb2222 --branch-label a·b", 1,
						"The branch label 'a b' in the new revision contains the character ' '; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --branch-label aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1,
						"The branch label 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' in the new revision has 33 characters; use at most 32"),
				arguments("revision -m x --head bbbb2222 --branch-label ';DROP·TABLE·t_aaaa1111;--", 1,
						"The branch label '';DROP TABLE t_aaaa1111;--' in the new revision contains the character ' '; use none of '@-+:,' and no blanks"),
				arguments("revision -m x --head bbbb2222 --depends-on nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("revision -m x --head bbbb2222 --depends-on @", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("revision -m x --head bbbb2222 --depends-on +1", 1,
						"'+1' is relative to a database, a revision is needed here; name it by its id or label, or write head, heads, base or label@head"),
				arguments("revision -m x --head bbbb2222 --depends-on head", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name one of them, or 'heads' for all, or merge them"),
				arguments("revision -m x --head bbbb2222 --depends-on base", 1,
						"The dependency 'base' must be one revision, not none; name each with its own --depends-on"),
				arguments("revision -m x --head bbbb2222 --depends-on ''", 1,
						"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("revision -m x --head bbbb2222 --version-path /nonexistent/folder", 1,
						"The version path /nonexistent/folder is no folder in which SQL revisions are looked for; choose one in ., or add it to migrate.locations"),
				arguments("revision -m x --head bbbb2222 --version-path ..", 1,
						"The version path .. is no folder in which SQL revisions are looked for; choose one in ., or add it to migrate.locations"),
				arguments("revision -m x --head bbbb2222 --version-path ../elsewhere", 1,
						"The version path ../elsewhere is no folder in which SQL revisions are looked for; choose one in ., or add it to migrate.locations"),
				arguments("revision -m x --head bbbb2222 --version-path \u0000", 2,
						"Invalid value for option '--version-path': cannot convert 'U+0000' to interface java.nio.file.Path (java.nio.file.InvalidPathException: Nul character not allowed: U+0000); see migrate revision --help"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void script(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> script() {
		return Stream.of(arguments("upgrade --sql -- a:b:c", 1,
				"'b:c' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade --sql -- :nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade --sql -- @:", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("downgrade --sql -- base", 1,
						"A downgrade that is written as SQL needs a start; write START:TARGET, as head:base"),
				arguments("downgrade --sql -- aaaa1111", 1,
						"A downgrade that is written as SQL needs a start; write START:TARGET, as head:aaaa1111"),
				arguments("downgrade --sql -- -1", 1,
						"A downgrade that is written as SQL needs a start; write START:TARGET, as head:-1"),
				arguments("downgrade --sql -- base:aaaa1111", 1,
						"Revision aaaa1111 is not a valid downgrade target, the database is at base; name an applied revision that applied revisions build on"),
				arguments("downgrade --sql -- nowhere:base", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("downgrade --sql -- :", 1,
						"A downgrade that is written as SQL needs a start; write START:TARGET, as head:base"),
				arguments("stamp --sql -- a:b:c", 1,
						"'b:c' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("stamp --sql -- nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("stamp --sql -- :", 1,
						"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"));
	}

}
