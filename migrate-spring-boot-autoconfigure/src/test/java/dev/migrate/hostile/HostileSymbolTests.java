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
 * Symbols that name no revision, at a database that is at {@code aaaa1111}.
 */
class HostileSymbolTests {

	@TempDir
	private static Path folder;

	private static Attempts attempts;

	@BeforeAll
	static void prepare() {
		attempts = new Attempts(folder, Product.H2.create()).revisions().done("upgrade", "aaaa1111");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void upgrade(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> upgrade() {
		return Stream.of(arguments("upgrade -- ''", 1,
				"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- ·", 1,
						"' ' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- head+", 1,
						"'head+' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- head-", 1,
						"'head-' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +", 1,
						"'+' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- -", 1,
						"'-' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +0", 1, "'+0' does not lead up; name a number of steps up, as +1, or downgrade"),
				arguments("upgrade -- -0", 1, "'+0' does not lead up; name a number of steps up, as +1, or downgrade"),
				arguments("upgrade -- @", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- a@", 1,
						"'a@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- @head", 1,
						"'@head' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- a@b@c", 1,
						"'a@b@c' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- head@head", 1,
						"Can't locate revision 'head'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- people@", 1,
						"'people@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- people@head+", 1,
						"'people@head+' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- people@@head", 1,
						"'people@@head' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- aaaa1111+1-1", 1,
						"'aaaa1111+1-1' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- aaaa1111++1", 1,
						"'aaaa1111++1' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +1+1", 1,
						"'+1+1' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +-1", 1,
						"'+-1' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- --1", 1,
						"'--1' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +1x", 1,
						"'+1x' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +x", 1,
						"'+x' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- 1+", 1,
						"'1+' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- base-1", 1,
						"'base-1' leads past a base: from base there are 0 steps; name fewer steps, or 'base'"),
				arguments("upgrade -- heads+1", 1,
						"Multiple head revisions are present where 'heads' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name one of them, or merge them"),
				arguments("upgrade -- head+1", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name one of them, or 'heads' for all, or merge them"),
				arguments("upgrade -- aaaa1111-2", 1,
						"'aaaa1111-2' leads past a base: from aaaa1111 there is 1 step; name fewer steps, or 'base'"),
				arguments("upgrade -- aaaa1111+9", 1,
						"'aaaa1111+9' may lead to several revisions, aaaa1111 branches into bbbb2222, cccc3333; name the revision, for example bbbb2222"),
				arguments("upgrade -- +9999999", 1,
						"'+9999999' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +999999", 1,
						"'+999999' may lead to several revisions, aaaa1111 branches into bbbb2222, cccc3333; name the revision, for example bbbb2222"),
				arguments("upgrade -- -999999", 1,
						"'-999999' does not lead up; name a number of steps up, as +1, or downgrade"),
				arguments("upgrade -- +1.5", 1,
						"'+1.5' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +٣", 1,
						"'+٣' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- +１", 1,
						"'+１' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- nowhere@head", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- aaaa1111@nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- cart@bbbb2222", 1,
						"Revision bbbb2222 is not a member of branch 'cart'; name a revision of that branch, or leave out the branch"),
				arguments("upgrade -- bbbb3", 1,
						"Can't locate revision 'bbbb3'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- HEAD", 1,
						"Can't locate revision 'HEAD'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- Base", 1,
						"Can't locate revision 'Base'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- None", 1,
						"Can't locate revision 'None'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- null", 1,
						"Can't locate revision 'null'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- *", 1,
						"Can't locate revision '*'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- %", 1,
						"Can't locate revision '%'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- _", 1,
						"Can't locate revision '_'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- a,b", 1,
						"'a,b' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- a·b", 1,
						"'a b' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- a;b", 1,
						"Can't locate revision 'a;b'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- ';DROP·TABLE·t_aaaa1111;--", 1,
						"'';DROP TABLE t_aaaa1111;--' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- '", 1,
						"Can't locate revision '''; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- \"", 1,
						"Can't locate revision '\"'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- `", 1,
						"Can't locate revision '`'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- \\", 1,
						"Can't locate revision '\\'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- /", 1,
						"Can't locate revision '/'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- ../../etc/passwd", 1,
						"Can't locate revision '../../etc/passwd'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- file:///etc/passwd", 2,
						"The range 'file:///etc/passwd' is for --sql only; name one revision; the database knows where it stands"),
				arguments("upgrade -- $(id)", 1,
						"Can't locate revision '$(id)'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- `id`", 1,
						"Can't locate revision '`id`'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- ${jndi:ldap://x}", 2,
						"The range '${jndi:ldap://x}' is for --sql only; name one revision; the database knows where it stands"),
				arguments("upgrade -- %s%n", 1,
						"Can't locate revision '%s%n'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- {0}", 1,
						"Can't locate revision '{0}'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- \u0000", 1,
						"Can't locate revision 'U+0000'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- \u001b[2J", 1,
						"Can't locate revision 'U+001B[2J'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- \u202e1111aaaa", 1,
						"Can't locate revision 'U+202E1111aaaa'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- aaaa1111\u200b", 1,
						"Can't locate revision 'aaaa1111U+200B'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- aaaa\u00a01111", 1,
						"Can't locate revision 'aaaa\u00a01111'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- ａａａａ1111", 1,
						"Can't locate revision 'ａａａａ1111'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- 😀", 1,
						"Can't locate revision '😀'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- 日本", 1,
						"Can't locate revision '日本'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- é", 1,
						"Can't locate revision 'é'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- é", 1,
						"Can't locate revision 'é'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1,
						"Can't locate revision 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- " + "a".repeat(1000), 1,
						"Can't locate revision 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- " + "a".repeat(100000), 1,
						"Can't locate revision 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- head\n", 1,
						"'head ' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- head\r\nmigrate: done", 2,
						"Unexpected argument 'done'; see migrate upgrade --help"),
				arguments("upgrade -- current+", 1,
						"'current+' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- current@", 1,
						"'current@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- 1", 1,
						"Can't locate revision '1'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- 0", 1,
						"Can't locate revision '0'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- -1-1", 1,
						"'-1-1' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("upgrade -- true", 1,
						"Can't locate revision 'true'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- 1e3", 1,
						"Can't locate revision '1e3'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- 0x10", 1,
						"Can't locate revision '0x10'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- ~1", 1,
						"Can't locate revision '~1'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- ^", 1,
						"Can't locate revision '^'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- aaaa1111^", 1,
						"Can't locate revision 'aaaa1111^'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- aaaa1111..bbbb2222", 1,
						"Can't locate revision 'aaaa1111..bbbb2222'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- aaaa1111...", 1,
						"Can't locate revision 'aaaa1111...'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("upgrade -- aaaa1111:bbbb2222:cccc3333", 2,
						"The range 'aaaa1111:bbbb2222:cccc3333' is for --sql only; name one revision; the database knows where it stands"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void downgrade(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> downgrade() {
		return Stream.of(
				arguments("downgrade -- +1", 1,
						"'+1' does not lead down; name a number of steps down, as -1, or upgrade"),
				arguments("downgrade -- +0", 1,
						"'+0' does not lead down; name a number of steps down, as -1, or upgrade"),
				arguments("downgrade -- -9", 1,
						"'-9' leads past a base: from aaaa1111 there is 1 step; name fewer steps, or 'base'"),
				arguments("downgrade -- aaaa1111+1", 1,
						"'aaaa1111+1' may lead to several revisions, aaaa1111 branches into bbbb2222, cccc3333; name the revision, for example bbbb2222"),
				arguments("downgrade -- cccc3333", 1,
						"Revision cccc3333 is not a valid downgrade target, the database is at aaaa1111; name an applied revision that applied revisions build on"),
				arguments("downgrade -- bbbb2222", 1,
						"Revision bbbb2222 is not a valid downgrade target, the database is at aaaa1111; name an applied revision that applied revisions build on"),
				arguments("downgrade -- nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("downgrade -- people@-9", 1,
						"'people@-9' leads past a base: from aaaa1111 there is 1 step; name fewer steps, or 'base'"),
				arguments("downgrade -- nowhere@base", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("downgrade -- @base", 1,
						"'@base' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("downgrade -- head+", 1,
						"'head+' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("downgrade -- heads-1", 1,
						"Multiple head revisions are present where 'heads' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name one of them, or merge them"),
				arguments("downgrade -- ''", 1,
						"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("downgrade -- base-1", 1,
						"'base-1' leads past the base; write 'base' to take back everything"),
				arguments("downgrade -- -", 1,
						"'-' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("downgrade -- --", 1,
						"'--' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("downgrade -- -x", 1,
						"'-x' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void stamp(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> stamp() {
		return Stream.of(arguments("stamp -- +1", 1,
				"'+1' counts steps from a revision; name the revision itself; only a number of steps down from the heads, as -1, is taken here"),
				arguments("stamp -- base+1", 1,
						"'base+1' counts steps from a revision; name the revision itself; only a number of steps down from the heads, as -1, is taken here"),
				arguments("stamp -- nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("stamp -- aaaa1111+1", 1,
						"'aaaa1111+1' counts steps from a revision; name the revision itself; only a number of steps down from the heads, as -1, is taken here"),
				arguments("stamp -- @", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("stamp -- ''", 1,
						"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("stamp -- bbbb2222 base nowhere", 1,
						"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("stamp -- aaaa1111 aaaa1111x", 1,
						"Can't locate revision 'aaaa1111x'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("stamp -- head", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name one of them, or 'heads' for all, or merge them"),
				arguments("stamp -- aaaa1111:bbbb2222", 1,
						"'aaaa1111:bbbb2222' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("stamp -- heads@head", 1,
						"Can't locate revision 'heads'; name a revision of this application; its heads are bbbb2222, cccc3333"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void show(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> show() {
		return Stream.of(arguments("show -- nowhere", 1,
				"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("show -- +1", 1,
						"'+1' counts steps from a revision; name the revision itself; only a number of steps down from the heads, as -1, is taken here"),
				arguments("show -- bbbb2222-1", 1,
						"'bbbb2222-1' counts steps from a revision; name the revision itself; only a number of steps down from the heads, as -1, is taken here"),
				arguments("show -- @", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("show -- ''", 1,
						"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("show -- a:b", 1,
						"'a:b' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("show -- head", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name one of them, or 'heads' for all, or merge them"),
				arguments("show -- -99", 1,
						"'-99' leads past a base: from bbbb2222 there are 2 steps; name fewer steps, or 'base'"),
				arguments("show -- ';DROP·TABLE·t_aaaa1111;--", 1,
						"'';DROP TABLE t_aaaa1111;--' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void edit(String arguments, int code, String sentence) {
		attempts.refused(arguments, code, sentence);
	}

	static Stream<Arguments> edit() {
		return Stream.of(arguments("edit -- nowhere", 1,
				"Can't locate revision 'nowhere'; name a revision of this application; its heads are bbbb2222, cccc3333"),
				arguments("edit -- base", 1, "'base' names no revisions; name one"),
				arguments("edit -- heads", 1, "'heads' names several revisions; name one of bbbb2222, cccc3333"),
				arguments("edit -- @", 1,
						"'@' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("edit -- ''", 1,
						"'' is no symbol for a revision; write an id, a label, head, heads, base, a number of steps as +1 or -1, or one of them in a branch as label@head; ids and labels contain none of '@-+:,'"),
				arguments("edit -- head", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name one of them, or 'heads' for all, or merge them"),
				arguments("edit -- -1", 1,
						"There is no editor to open FOLDER/aaaa1111.sql with; set VISUAL or EDITOR to an editor that waits until the file is closed"));
	}

}
