package dev.migrate.hostile;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.testsupport.TestDatabase.Product;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Arguments that no command takes. A {@code ·} stands for a blank in an argument,
 * {@code ''} for an argument that is empty.
 */
class HostileArgumentTests {

	@TempDir
	private static Path folder;

	private static Attempts attempts;

	@BeforeAll
	static void prepare() {
		attempts = new Attempts(folder, Product.H2.create()).revisions();
	}

	private void refused(String arguments, int code, String sentence) {
		List<String> words = Stream.of(arguments.split(" "))
			.map((word) -> word.equals("''") ? "" : word.replace('·', ' '))
			.toList();
		attempts.refused(code, sentence, words);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void usage(String arguments, int code, String sentence) {
		refused(arguments, code, sentence);
	}

	static Stream<Arguments> usage() {
		return Stream.of(arguments("init --bogus", 2, "Unknown option '--bogus'; see migrate init --help"),
				arguments("revision --bogus", 2, "Unknown option '--bogus'; see migrate revision --help"),
				arguments("generate --bogus", 2, "Unknown option '--bogus'; see migrate generate --help"),
				arguments("create --bogus", 2, "Unknown option '--bogus'; see migrate create --help"),
				arguments("baseline --bogus", 2, "Unknown option '--bogus'; see migrate baseline --help"),
				arguments("merge heads --bogus", 2, "Unknown option '--bogus'; see migrate merge --help"),
				arguments("upgrade --bogus", 2, "Unknown option '--bogus'; see migrate upgrade --help"),
				arguments("downgrade --bogus", 2, "Unknown option '--bogus'; see migrate downgrade --help"),
				arguments("stamp head --bogus", 2, "Unknown option '--bogus'; see migrate stamp --help"),
				arguments("ensure-version --bogus", 2, "Unknown option '--bogus'; see migrate ensure-version --help"),
				arguments("status --bogus", 2, "Unknown option '--bogus'; see migrate status --help"),
				arguments("current --bogus", 2, "Unknown option '--bogus'; see migrate current --help"),
				arguments("check --bogus", 2, "Unknown option '--bogus'; see migrate check --help"),
				arguments("history --bogus", 2, "Unknown option '--bogus'; see migrate history --help"),
				arguments("heads --bogus", 2, "Unknown option '--bogus'; see migrate heads --help"),
				arguments("branches --bogus", 2, "Unknown option '--bogus'; see migrate branches --help"),
				arguments("show head --bogus", 2, "Unknown option '--bogus'; see migrate show --help"),
				arguments("edit head --bogus", 2, "Unknown option '--bogus'; see migrate edit --help"),
				arguments("completion --bogus", 2, "Unknown option '--bogus'; see migrate completion --help"),
				arguments("repair --bogus", 2, "Unknown option '--bogus'; see migrate repair --help"),
				arguments("downgrade --confirm", 2,
						"Missing required parameter for option '--confirm' (NAME); see migrate downgrade --help"),
				arguments("resolve", 2,
						"Missing required argument (specify one of these): (--done | --retry | --undo); see migrate resolve --help"),
				arguments("resolve --done --undo", 2,
						"--done, --undo are mutually exclusive (specify only one); see migrate resolve --help"),
				arguments("resolve --retry --by-hand", 2, "--by-hand goes only with --undo; leave it out"),
				arguments("resolve --done now", 2, "Unexpected argument 'now'; see migrate resolve --help"),
				arguments("upgrade --sql=maybe", 2,
						"Invalid value for option '--sql': 'maybe' is not a boolean; see migrate upgrade --help"),
				arguments("upgrade --sql --sql", 2,
						"option '--sql' should be specified only once; see migrate upgrade --help"),
				arguments("heads --json=yes", 2,
						"Invalid value for option '--json': 'yes' is not a boolean; see migrate heads --help"),
				arguments("upgrade --revision", 2,
						"Missing required parameter for option '--revision' (REV); see migrate upgrade --help"),
				arguments("history -r", 2,
						"Missing required parameter for option '--rev-range' (RANGE); see migrate history --help"),
				arguments("history --rev-range", 2,
						"Missing required parameter for option '--rev-range' (RANGE); see migrate history --help"),
				arguments("revision -m", 2,
						"Missing required parameter for option '--message' (TEXT); see migrate revision --help"),
				arguments("create -m", 2,
						"Missing required parameter for option '--message' (TEXT); see migrate create --help"),
				arguments("baseline -m", 2,
						"Missing required parameter for option '--message' (TEXT); see migrate baseline --help"),
				arguments("merge heads -m", 2,
						"Missing required parameter for option '--message' (TEXT); see migrate merge --help"),
				arguments("revision --format", 2,
						"Missing required parameter for option '--format' (FORMAT); see migrate revision --help"),
				arguments("revision -m x --format=", 2,
						"Invalid value for option '--format': expected one of [JAVA, SQL] (case-insensitive) but was ''; see migrate revision --help"),
				arguments("revision -m x --format xml", 2,
						"Invalid value for option '--format': expected one of [JAVA, SQL] (case-insensitive) but was 'xml'; see migrate revision --help"),
				arguments("revision -m x --format ';DROP·TABLE·t_aaaa1111;--", 2,
						"Invalid value for option '--format': expected one of [JAVA, SQL] (case-insensitive) but was '';DROP TABLE t_aaaa1111;--'; see migrate revision --help"),
				arguments("revision -m x --head", 2,
						"Missing required parameter for option '--head' (REV); see migrate revision --help"),
				arguments("revision -m x --rev-id", 2,
						"Missing required parameter for option '--rev-id' (ID); see migrate revision --help"),
				arguments("revision -m x --depends-on", 2,
						"Missing required parameter for option '--depends-on' (REV); see migrate revision --help"),
				arguments("revision -m x --version-path", 2,
						"Missing required parameter for option '--version-path' (FOLDER); see migrate revision --help"),
				arguments("revision -m x --branch-label", 2,
						"Missing required parameter for option '--branch-label' (LABEL); see migrate revision --help"),
				arguments("generate --rename", 2,
						"Missing required parameter for option '--rename' (TABLE.OLD=TABLE.NEW); see migrate generate --help"),
				arguments("generate --rename-table", 2,
						"Missing required parameter for option '--rename-table' (OLD=NEW); see migrate generate --help"),
				arguments("baseline --format", 2,
						"Missing required parameter for option '--format' (FORMAT); see migrate baseline --help"),
				arguments("merge", 2, "Missing required parameter: 'REV'; see migrate merge --help"),
				arguments("stamp", 2, "Missing required parameter: 'REV'; see migrate stamp --help"),
				arguments("show", 2, "Missing required parameter: 'REV'; see migrate show --help"),
				arguments("edit", 2, "Missing required parameter: 'REV'; see migrate edit --help"),
				arguments("merge heads --rev-id", 2,
						"Missing required parameter for option '--rev-id' (ID); see migrate merge --help"),
				arguments("upgrade a b", 2, "Unexpected argument 'b'; see migrate upgrade --help"),
				arguments("downgrade a b", 2, "Unexpected argument 'b'; see migrate downgrade --help"),
				arguments("show a b", 2, "Unexpected argument 'b'; see migrate show --help"),
				arguments("edit a b", 2, "Unexpected argument 'b'; see migrate edit --help"),
				arguments("init x", 2, "Unexpected argument 'x'; see migrate init --help"),
				arguments("heads x", 2, "Unexpected argument 'x'; see migrate heads --help"),
				arguments("branches x", 2, "Unexpected argument 'x'; see migrate branches --help"),
				arguments("current x", 2, "Unexpected argument 'x'; see migrate current --help"),
				arguments("status x", 2, "Unexpected argument 'x'; see migrate status --help"),
				arguments("check x", 2, "Unexpected argument 'x'; see migrate check --help"),
				arguments("history x", 2, "Unexpected argument 'x'; see migrate history --help"),
				arguments("ensure-version x", 2, "Unexpected argument 'x'; see migrate ensure-version --help"),
				arguments("completion x", 2, "Unexpected argument 'x'; see migrate completion --help"),
				arguments("baseline x", 2, "Unexpected argument 'x'; see migrate baseline --help"),
				arguments("create x", 2, "Unexpected argument 'x'; see migrate create --help"),
				arguments("revision x", 2, "Unexpected argument 'x'; see migrate revision --help"),
				arguments("generate a b", 2, "Unexpected argument 'b'; see migrate generate --help"),
				arguments("''", 2, "Unknown command ''; see migrate --help"),
				arguments("'' upgrade", 2, "Unknown command ''; see migrate --help"),
				arguments("·", 2, "Unknown command ' '; see migrate --help"),
				arguments("UPGRADE", 2,
						"Unknown command 'UPGRADE'; did you mean upgrade or downgrade? see migrate --help"),
				arguments("Upgrade", 2,
						"Unknown command 'Upgrade'; did you mean upgrade or downgrade? see migrate --help"),
				arguments("upgrade;downgrade", 2,
						"Unknown command 'upgrade;downgrade'; did you mean downgrade or upgrade? see migrate --help"),
				arguments("--", 2, "No command is given; see migrate --help for the commands"),
				arguments("-- upgrade", 2,
						"Unknown command 'upgrade'; did you mean upgrade or downgrade? see migrate --help"),
				arguments("-", 2, "Unknown command '-'; see migrate --help"),
				arguments("-x", 2, "Unknown option '-x'; see migrate --help"),
				arguments("---", 2, "Unknown option '---'; see migrate --help"),
				arguments("--=", 2, "Unknown option '--='; see migrate --help"),
				arguments("=", 2, "Unknown command '='; see migrate --help"),
				arguments("--help=x", 2, "Invalid value for option '--help': 'x' is not a boolean; see migrate --help"),
				arguments("-vx", 2, "Unknown option '-x'; see migrate --help"),
				arguments("-Q", 2, "Unknown option '-Q'; see migrate --help"),
				arguments("@upgrade", 2,
						"Unknown command '@upgrade'; did you mean upgrade or downgrade? see migrate --help"),
				arguments("@/etc/passwd", 2,
						"Unknown command '@/etc/passwd'; did you mean repair or baseline? see migrate --help"),
				arguments("${user.home}", 2,
						"Unknown command '${user.home}'; did you mean merge or show? see migrate --help"),
				arguments("migrate", 2,
						"Unknown command 'migrate'; did you mean generate or create? see migrate --help"),
				arguments("help", 2, "Unknown command 'help'; did you mean heads or branches? see migrate --help"),
				arguments("../upgrade", 2,
						"Unknown command '../upgrade'; did you mean upgrade or downgrade? see migrate --help"),
				arguments("upgrаde", 2,
						"Unknown command 'upgrаde'; did you mean upgrade or downgrade? see migrate --help"),
				arguments("upgrade\u200b", 2,
						"Unknown command 'upgradeU+200B'; did you mean upgrade or downgrade? see migrate --help"),
				arguments("--bogus=\u001b[31m", 2, "Unknown option '--bogus=U+001B[31m'; see migrate --help"),
				arguments("';DROP·TABLE·t_aaaa1111;--", 2,
						"Unknown command '';DROP TABLE t_aaaa1111;--'; did you mean stamp or status? see migrate --help"),
				arguments("--';DROP·TABLE·t_aaaa1111;--", 2,
						"Unknown option '--';DROP TABLE t_aaaa1111;--'; see migrate --help"),
				arguments("x".repeat(2000), 2,
						"Unknown command 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'; see migrate --help"),
				arguments("upgrade --revision a --revision b", 2,
						"option '--revision' (REV) should be specified only once; see migrate upgrade --help"),
				arguments("upgrade a --revision b", 2,
						"The target is given twice, as a and as --revision b; leave out one of them"),
				arguments("upgrade --revision= x", 2,
						"The target is given twice, as x and as --revision ; leave out one of them"),
				arguments("upgrade a:b", 2,
						"The range 'a:b' is for --sql only; name one revision; the database knows where it stands"),
				arguments("upgrade :", 2,
						"The range ':' is for --sql only; name one revision; the database knows where it stands"),
				arguments("downgrade a:b", 2,
						"The range 'a:b' is for --sql only; name one revision; the database knows where it stands"),
				arguments("downgrade :a", 2,
						"The range ':a' is for --sql only; name one revision; the database knows where it stands"),
				arguments("stamp head --sql --purge", 2,
						"--purge does not go with --sql; the script that --sql writes starts from the rows that START:END names"),
				arguments("revision --sql", 2,
						"--sql previews what --autogenerate finds; add --autogenerate, or write SQL with --format sql"),
				arguments("revision --allow-empty", 2,
						"--rename, --rename-table, --allow-empty and --no-verify are for what --autogenerate finds; add --autogenerate"),
				arguments("revision --no-verify", 2,
						"--rename, --rename-table, --allow-empty and --no-verify are for what --autogenerate finds; add --autogenerate"),
				arguments("create", 2,
						"There is no message, and no terminal to ask for it; add --message \"what the revision does\""),
				arguments("create -m ''", 2, "The message is empty; add --message \"what the revision does\""),
				arguments("create -m ·", 2, "The message is empty; add --message \"what the revision does\""));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void renames(String arguments, int code, String sentence) {
		refused(arguments, code, sentence);
	}

	static Stream<Arguments> renames() {
		return Stream.of(arguments("revision --rename a.b=a.c", 2,
				"--rename, --rename-table, --allow-empty and --no-verify are for what --autogenerate finds; add --autogenerate"),
				arguments("revision --rename-table a=b", 2,
						"--rename, --rename-table, --allow-empty and --no-verify are for what --autogenerate finds; add --autogenerate"),
				arguments("generate --rename ''", 2,
						"The rename '' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename =", 2,
						"The rename '=' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a", 2,
						"The rename 'a' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a=b", 2,
						"The rename 'a=b' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b", 2,
						"The rename 'a.b' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=", 2,
						"The rename 'a.b=' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename =a.b", 2,
						"The rename '=a.b' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=a.b", 2,
						"The rename 'a.b=a.b' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=c.d", 2,
						"The rename 'a.b=c.d' leads to another table, which a rename cannot; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=a", 2,
						"The rename 'a.b=a' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a=a.b", 2,
						"The rename 'a=a.b' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename .b=a.c", 2,
						"The rename '.b=a.c' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.=a.c", 2,
						"The rename 'a.=a.c' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=.c", 2,
						"The rename 'a.b=.c' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=a.c=a.d", 2,
						"The rename 'a.b=a.c=a.d' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=a.c,a.d=a.e", 2,
						"The rename 'a.b=a.c,a.d=a.e' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=a.c;--", 1,
						"Multiple head revisions are present where 'head' must be one: bbbb2222 (FOLDER/bbbb2222.sql), cccc3333 (FOLDER/cccc3333.sql); name the one to build on with --head, or merge them with: merge heads"),
				arguments("generate --rename s.a.b.c=s.a.b.d", 2,
						"The rename 's.a.b.c=s.a.b.d' names no table: The name 's.a.b' has more than two parts, write schema.name; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a..b=a.c", 2,
						"The rename 'a..b=a.c' names no table: A name of a schema object is empty; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a·.b=", 2,
						"The rename 'a .b=' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table ''", 2,
						"The rename '' is not of the form old=new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table =", 2,
						"The rename '=' is not of the form old=new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table a", 2,
						"The rename 'a' is not of the form old=new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table a=", 2,
						"The rename 'a=' is not of the form old=new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table =b", 2,
						"The rename '=b' is not of the form old=new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table a=a", 2,
						"The rename 'a=a' is not of the form old=new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table a=b=c", 2,
						"The rename 'a=b=c' is not of the form old=new; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table x.a=y.a", 2,
						"The rename 'x.a=y.a' leads to another schema; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table a.=b", 2,
						"The rename 'a.=b' names no table: A name of a schema object is empty; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table .a=b", 2,
						"The rename '.a=b' names no table: A name of a schema object is empty; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=a.c --rename a.b=a.d", 2,
						"The column a.b is renamed twice; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename a.b=a.c --rename a.d=a.c", 2,
						"Two columns are renamed to a.c; write --rename table.old=table.new or --rename-table old=new"),
				arguments("generate --rename-table a=b --rename-table c=b", 2,
						"Two tables are renamed to b; write --rename table.old=table.new or --rename-table old=new"));
	}

}
