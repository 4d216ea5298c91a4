package dev.migrate.hostile;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.script.RevisionFormat;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Java sources that are no revisions, or revisions that fail: what they began is taken
 * back.
 */
class HostileJavaRevisionTests {

	private static final String IMPORTS = "package hostile;\n\nimport dev.migrate.*;\n\n";

	@TempDir
	private static Path folder;

	private static Attempts attempts;

	@BeforeAll
	static void prepare() {
		attempts = new Attempts(folder, Product.POSTGRESQL.create())
			.application((application) -> application.packages("hostile").sources(RevisionFormat.JAVA))
			.file("a.sql", TestApplication.header("a", "") + "-- migrate:upgrade\nCREATE TABLE t (id int);\n")
			.done("upgrade");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void sourceIsRefused(String name, String source, String sentence) {
		attempts.file("src/main/java/hostile/R.java", source).refused(1, sentence, List.of("upgrade", "heads"));
	}

	static Stream<Arguments> sourceIsRefused() {
		return Stream.of(arguments("annotation without id", IMPORTS
				+ "@RevisionIdentifiers(downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
				"src/main/java/hostile/R.java does not compile, line 5: annotation @dev.migrate.RevisionIdentifiers is missing a default value for the element 'revision'; correct it, or build the application first if it needs what is not built yet"),
				arguments("annotation with an empty id", IMPORTS
						+ "@RevisionIdentifiers(revision = \"\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"The revision id in src/main/java/hostile/R.java is empty; give it one"),
				arguments("annotation with an id that is none", IMPORTS
						+ "@RevisionIdentifiers(revision = \"a@b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"The revision id 'a@b' in src/main/java/hostile/R.java contains the character '@'; use none of '@-+:,' and no blanks"),
				arguments("annotation with an id that is too long", IMPORTS
						+ "@RevisionIdentifiers(revision = \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"The revision id 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' in src/main/java/hostile/R.java has 40 characters; use at most 32"),
				arguments("annotation with a date that is none", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\", createDate = \"today\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"The create date 'today' in src/main/java/hostile/R.java cannot be read; write it like 2026-11-20T10:30:00Z"),
				arguments("annotation with an unknown member", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\", author = \"me\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 5: cannot find symbol, symbol: method author(), location: @interface dev.migrate.RevisionIdentifiers; correct it, or build the application first if it needs what is not built yet"),
				arguments("annotation with a member twice", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", revision = \"c\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 5: duplicate element 'revision' in annotation @dev.migrate.RevisionIdentifiers.; correct it, or build the application first if it needs what is not built yet"),
				arguments("annotation with a number as id", IMPORTS
						+ "@RevisionIdentifiers(revision = 17, downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 5: incompatible types: int cannot be converted to java.lang.String; correct it, or build the application first if it needs what is not built yet"),
				arguments("annotation that does not end", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\"\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 5: ')' expected; correct it, or build the application first if it needs what is not built yet"),
				arguments("annotation alone",
						IMPORTS + "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\n",
						"src/main/java/hostile/R.java does not compile, line 6: reached end of file while parsing; correct it, or build the application first if it needs what is not built yet"),
				arguments("id of another", IMPORTS
						+ "@RevisionIdentifiers(revision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"Revision id 'a' is used twice, by a.sql and by src/main/java/hostile/R.java; give one of them another id"),
				arguments("unknown parent", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"none\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"Revision b (src/main/java/hostile/R.java) names the down revision 'none', which does not exist; add the missing revision file or correct the down revision"),
				arguments("abstract class", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic abstract class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"Revision b cannot be created from hostile.R: its constructor threw java.lang.InstantiationException; correct its constructor"),
				arguments("interface", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic interface R extends Migration {\n}\n",
						"Revision b cannot be created from hostile.R: Failed to instantiate [hostile.R]: Specified class is an interface; correct its constructor"),
				arguments("enum", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic enum R implements Migration {\n\t;\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"Revision b cannot be created from hostile.R: Failed to instantiate [hostile.R]: No default constructor found; correct its constructor"),
				arguments("record with a value", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic record R(String name) implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"Revision b cannot be created from hostile.R: its constructor threw java.lang.IllegalArgumentException: wrong number of arguments; correct its constructor"),
				arguments("class that is no migration",
						IMPORTS + "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R {\n}\n",
						"The class hostile.R of revision b does not implement dev.migrate.Migration; implement it, or remove @RevisionIdentifiers"),
				arguments("constructor that wants a value", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic R(String name) { }\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"Revision b cannot be created from hostile.R: Failed to instantiate [hostile.R]: No default constructor found; correct its constructor"),
				arguments("constructor that throws", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic R() { throw new IllegalStateException(\"out of order\"); }\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"Revision b cannot be created from hostile.R: its constructor threw java.lang.IllegalStateException: out of order; correct its constructor"),
				arguments("constructor that throws without a word", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic R() { throw new NullPointerException(); }\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"Revision b cannot be created from hostile.R: its constructor threw java.lang.NullPointerException; correct its constructor"),
				arguments("class that cannot be initialized", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tstatic final int X = Integer.parseInt(\"x\");\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"The class hostile.R of revision b cannot be initialized: java.lang.NumberFormatException: For input string: \"x\"; correct its static fields"),
				arguments("upgrade that throws", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); throw new IllegalStateException(\"half way\"); }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed: half way; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("upgrade that throws an error", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { throw new AssertionError(\"not here\"); }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed: java.lang.AssertionError: not here; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("upgrade that overflows the stack", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { upgrade(op); }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed: java.lang.StackOverflowError; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("upgrade that throws what is unchecked in disguise", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { R.<RuntimeException>raise(new java.io.IOException(\"disk\")); }\n\tstatic <T extends Throwable> void raise(Throwable ex) throws T { throw (T) ex; }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed: disk; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("table that does not exist", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"none\"); }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed at line 8: ERROR: table \"none\" does not exist; the statement is: DROP TABLE \"none\"; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("table without name", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"\"); }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed at line 8: 'op.dropTable(…)': A name of a schema object is empty; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("table that is null", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(null); }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed at line 8: 'op.dropTable(…)': A name of a schema object is null; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("statement that does not end", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.execute(\"SELECT 'x\"); }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed at line 8: 'execute SQL': string is not closed, its ' is missing; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("transaction ended by hand", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.execute(\"COMMIT\"); }\n}\n",
						"The upgrade of revision b (src/main/java/hostile/R.java) failed at line 8: 'COMMIT' would end the transaction of the revision; remove it, or write it in an SQL revision with transaction=false behind '-- migrate:'; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments("no upgrade", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n}\n",
						"src/main/java/hostile/R.java does not compile, line 6: hostile.R is not abstract and does not override abstract method downgrade(dev.migrate.Operations) in dev.migrate.Migration; correct it, or build the application first if it needs what is not built yet"),
				arguments("source that does not compile", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTabel(\"t\"); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 8: cannot find symbol, symbol: method dropTabel(java.lang.String), location: variable op of type dev.migrate.Operations; correct it, or build the application first if it needs what is not built yet"),
				arguments("source with a brace too few", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n",
						"src/main/java/hostile/R.java does not compile, line 8: reached end of file while parsing; correct it, or build the application first if it needs what is not built yet"),
				arguments("source with a quote too few", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 8: unclosed string literal; correct it, or build the application first if it needs what is not built yet"),
				arguments("source with a comment that does not end", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n/* the rest\n",
						"src/main/java/hostile/R.java does not compile, line 10: unclosed comment; correct it, or build the application first if it needs what is not built yet"),
				arguments("class of another name", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class Other implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 6: class Other is public, should be declared in a file named Other.java; correct it, or build the application first if it needs what is not built yet"),
				arguments("import that does not exist", IMPORTS
						+ "import com.example.Gone;\n@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 5: package com.example does not exist; correct it, or build the application first if it needs what is not built yet"),
				arguments("escape that stands for a quote", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\\\\u0022, revision = \\\\u0022c\", downRevision = \"a\")\npublic class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"The revision id 'b\\u0022, revision = \\u0022c' in src/main/java/hostile/R.java contains the character ','; use none of '@-+:,' and no blanks"),
				arguments("NUL in the source", IMPORTS
						+ "@RevisionIdentifiers(revision = \"b\", downRevision = \"a\")\n\u0000public class R implements Migration {\n\tpublic void downgrade(Operations op) { }\n\tpublic void upgrade(Operations op) { op.dropTable(\"t\"); }\n}\n",
						"src/main/java/hostile/R.java does not compile, line 6: illegal character: '\\u0000'; correct it, or build the application first if it needs what is not built yet"));
	}

}
