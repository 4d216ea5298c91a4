package dev.migrate.hostile;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Statements that do not end, do not belong into a revision or are none. The revision
 * before them stays applied.
 */
class HostileStatementTests {

	@TempDir
	private static Path folder;

	private static final Map<Product, Attempts> ATTEMPTS = new EnumMap<>(Product.class);

	@BeforeAll
	static void prepare() {
		for (Product product : Product.values()) {
			ATTEMPTS.put(product,
					new Attempts(folder.resolve(product.name()), product.create())
						.file("a.sql",
								TestApplication.header("a", "") + "-- migrate:upgrade\nCREATE TABLE t (id int);\n")
						.done("upgrade"));
		}
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource
	void revisionIsRefused(Product product, String name, String statements, String sentence) {
		ATTEMPTS.get(product)
			.file("b.sql", TestApplication.header("b", "a") + "-- migrate:upgrade\n" + statements)
			.refused(1, sentence, List.of("upgrade"));
	}

	static Stream<Arguments> revisionIsRefused() {
		return Stream.of(arguments(Product.H2, "string", "SELECT 'abc;\n",
				"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: string is not closed, its ' is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.H2, "identifier", "SELECT \"abc;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: quoted identifier is not closed, its \" is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.H2, "backtick", "SELECT `abc;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: quoted identifier is not closed, its ` is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.H2, "comment", "SELECT 1 /* abc;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: comment is not closed, its */ is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.H2, "nested comment", "SELECT 1 /* /* */;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: comment is not closed, its */ is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.H2, "dollar quote", "SELECT $$abc;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: dollar quote $$ is not closed; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "string", "SELECT 'abc;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: string is not closed, its ' is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "escape string", "SELECT E'abc\\';\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: string is not closed, its ' is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "identifier", "SELECT \"abc;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: quoted identifier is not closed, its \" is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "comment", "SELECT 1 /* abc;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: comment is not closed, its */ is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "nested comment", "SELECT 1 /* /* */;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: comment is not closed, its */ is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "dollar quote", "SELECT $a$abc$$;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: dollar quote $a$ is not closed; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "psql command", "\\connect other\nSELECT 1;\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: psql command '\\connect' is not SQL; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "psql include", "SELECT 1;\n\\i other.sql\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 9: psql command '\\i' is not SQL; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "COPY without end", "COPY t FROM stdin;\n1\n2\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: data of COPY … FROM stdin does not end, the line \\. is missing; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "COPY and more on its line", "COPY t FROM stdin; SELECT 1;\n1\n\\.\n",
						"Revision b (FOLDER/b.sql) cannot be split into statements, line 8: nothing may follow COPY … FROM stdin on its line, its data begins on the next; correct the file; nothing of the revision was executed"),
				arguments(Product.POSTGRESQL, "a body that does not end",
						"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;\n",
						"The upgrade of revision b (FOLDER/b.sql) failed at line 8: ERROR: syntax error at end of input, Position: 55; the statement is: CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments(Product.POSTGRESQL, "syntax error",
						"CREATE TABLE x (id bigint);\nCREAT TABLE t (id bigint);\n",
						"The upgrade of revision b (FOLDER/b.sql) failed at line 9: ERROR: syntax error at or near \"CREAT\", Position: 1; the statement is: CREAT TABLE t (id bigint); it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments(Product.POSTGRESQL, "BEGIN", "CREATE TABLE x (id bigint);\nBEGIN;\n",
						"The upgrade of revision b (FOLDER/b.sql) failed at line 9: 'BEGIN' would end the transaction of the revision; remove it, or write it in an SQL revision with transaction=false behind '-- migrate:'; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments(Product.POSTGRESQL, "COMMIT",
						"CREATE TABLE x (id bigint);\nCOMMIT;\nCREATE TABLE y (id bigint);\n",
						"The upgrade of revision b (FOLDER/b.sql) failed at line 9: 'COMMIT' would end the transaction of the revision; remove it, or write it in an SQL revision with transaction=false behind '-- migrate:'; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments(Product.POSTGRESQL, "ROLLBACK", "CREATE TABLE x (id bigint);\nROLLBACK;\n",
						"The upgrade of revision b (FOLDER/b.sql) failed at line 9: 'ROLLBACK' would end the transaction of the revision; remove it, or write it in an SQL revision with transaction=false behind '-- migrate:'; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments(Product.POSTGRESQL, "our version table", "DROP TABLE migrate_version;\n",
						"The upgrade of revision b (FOLDER/b.sql) failed: ERROR: relation \"public.migrate_version\" does not exist, Position: 23; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments(Product.POSTGRESQL, "a parenthesis that does not end", "SELECT (1;\nSELECT 2;\n",
						"The upgrade of revision b (FOLDER/b.sql) failed at line 8: ERROR: syntax error at or near \";\", Position: 10; the statement is: SELECT (1; SELECT 2;; it was rolled back, earlier revisions stay: correct the revision and start again"),
				arguments(Product.POSTGRESQL, "100,000 parentheses", "SELECT " + "(".repeat(100_000) + ";\n",
						"The upgrade of revision b (FOLDER/b.sql) failed at line 8: ERROR: memory exhausted at or near \"(\", Position: 10004; the statement is: SELECT ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((( …; it was rolled back, earlier revisions stay: correct the revision and start again"));
	}

}
