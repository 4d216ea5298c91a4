package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrate.revision.Revision;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ScriptWriter}.
 */
class ScriptWriterTests {

	private static final Instant CREATE_DATE = Instant.parse("2026-11-20T10:30:00.123Z");

	private static final ScriptLocations LOCATIONS = new ScriptLocations(List.of("classpath:db/migrate"),
			List.of("com.acme.migrations"));

	private static final Revision PHONE = revision("3f2a9c1b7d4e", List.of("1b6e0d5c9a77"),
			"Add phone number to users");

	private static final RevisionBody PHONE_IN_JAVA = new RevisionBody(
			List.of("static dev.migrate.schema.Types.varchar", "static dev.migrate.schema.Column.column"),
			"op.addColumn(\"users\", column(\"phone_number\", varchar(20)));\n",
			"op.dropColumn(\"users\", \"phone_number\");");

	@TempDir
	private Path folder;

	@Test
	void sectionsOutsideATransactionSaySo() throws IOException {
		RevisionBody body = new RevisionBody(List.of(), "VACUUM;", "SELECT 1;", false, true);
		assertThat(Files.readString(writer().write(PHONE, RevisionFormat.SQL, body, null).file())).contains("""

				-- migrate:upgrade transaction=false
				VACUUM;

				-- migrate:downgrade
				SELECT 1;
				""");
	}

	@Test
	void downgradeOutsideATransactionSaysSo() throws IOException {
		RevisionBody body = new RevisionBody(List.of(), "SELECT 1;", "VACUUM;", true, false);
		assertThat(Files.readString(writer().write(PHONE, RevisionFormat.SQL, body, null).file())).contains("""

				-- migrate:upgrade
				SELECT 1;

				-- migrate:downgrade transaction=false
				VACUUM;
				""");
	}

	@ParameterizedTest
	@EnumSource
	void whatACheckRejectsIsKeptUnderAnotherName(RevisionFormat format) throws IOException {
		assertThatExceptionOfType(ScriptException.class)
			.isThrownBy(() -> writer().write(PHONE, format, RevisionBody.EMPTY, null, (script) -> {
				assertThat(script.file()).doesNotExist();
				throw new ScriptException("It is wrong", "correct it");
			}))
			.withMessageStartingWith(
					"The new revision is not accepted: It is wrong; correct it; it is kept as src/main/")
			.withMessageEndingWith(format.extension() + ".rejected for you to look at");
		try (Stream<Path> files = Files.walk(this.folder)) {
			assertThat(files.filter(Files::isRegularFile)).singleElement()
				.satisfies((file) -> assertThat(file.toString()).endsWith(format.extension() + ".rejected"))
				.satisfies((file) -> assertThat(Files.readString(file)).contains("3f2a9c1b7d4e"));
		}
	}

	@Test
	void javaIsWrittenAsInTheDesign() throws IOException {
		WrittenScript written = writer().write(PHONE, RevisionFormat.JAVA, PHONE_IN_JAVA, null);
		assertThat(written.file()).isEqualTo(
				this.folder.resolve("src/main/java/com/acme/migrations/R3f2a9c1b7d4e_AddPhoneNumberToUsers.java"));
		assertThat(Files.readString(written.file())).isEqualTo(
				"""
						package com.acme.migrations;

						import dev.migrate.Migration;
						import dev.migrate.Operations;
						import dev.migrate.RevisionIdentifiers;

						import static dev.migrate.schema.Column.column;
						import static dev.migrate.schema.Types.varchar;

						/** Add phone number to users. */
						@RevisionIdentifiers(revision = "3f2a9c1b7d4e", downRevision = "1b6e0d5c9a77", createDate = "2026-11-20T10:30:00Z",
								message = "Add phone number to users")
						public class R3f2a9c1b7d4e_AddPhoneNumberToUsers implements Migration {

							@Override
							public void upgrade(Operations op) {
								op.addColumn("users", column("phone_number", varchar(20)));
							}

							@Override
							public void downgrade(Operations op) {
								op.dropColumn("users", "phone_number");
							}

						}
						""");
	}

	@Test
	void sqlIsWrittenAsInTheDesign() throws IOException {
		WrittenScript written = writer().write(PHONE, RevisionFormat.SQL,
				new RevisionBody(List.of(), "ALTER TABLE users ADD COLUMN phone_number varchar(20);",
						"ALTER TABLE users DROP COLUMN phone_number;\n"),
				null);
		assertThat(written.file())
			.isEqualTo(this.folder.resolve("src/main/resources/db/migrate/3f2a9c1b7d4e_add_phone_number_to_users.sql"));
		assertThat(Files.readString(written.file())).isEqualTo("""
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
	}

	@Test
	void javaOfEmptyMergeHasAllIdentifiersThatAreSet() throws IOException {
		Revision merge = new Revision("b803a8b61f66", List.of("5f95f8238578", "43298faea452"), Set.of("shop"),
				List.of("accounts", "0f"), "Merge shifts and hierarchy", CREATE_DATE, "");
		assertThat(Files.readString(write(merge, RevisionFormat.JAVA))).endsWith("""
				/** Merge shifts and hierarchy. */
				@RevisionIdentifiers(revision = "b803a8b61f66", downRevision = { "5f95f8238578", "43298faea452" },
						branchLabels = "shop", dependsOn = { "accounts", "0f" }, createDate = "2026-11-20T10:30:00Z",
						message = "Merge shifts and hierarchy")
				public class Rb803a8b61f66_MergeShiftsAndHierarchy implements Migration {

					@Override
					public void upgrade(Operations op) {
					}

					@Override
					public void downgrade(Operations op) {
					}

				}
				""");
	}

	@Test
	void javaOfFirstRevisionWithoutMessageAndDateNamesItsIdOnly() throws IOException {
		Path file = write(new Revision("001", List.of(), Set.of(), List.of(), "", null, ""), RevisionFormat.JAVA);
		assertThat(file).hasFileName("R001.java");
		assertThat(Files.readString(file)).contains(
				"import dev.migrate.RevisionIdentifiers;\n\n@RevisionIdentifiers(revision = \"001\")\npublic class R001 ");
	}

	@ParameterizedTest
	@EnumSource(RevisionFormat.class)
	void revisionIsReadAsItWasWritten(RevisionFormat format) throws IOException {
		Revision revision = new Revision("ae10", List.of("2", "1"), Set.of("shop", "sales"), List.of("accounts", "0f"),
				"Add a table", CREATE_DATE, "");
		Revision read = read(write(revision, format));
		assertThat(read).usingRecursiveComparison().ignoringFields("createDate", "source").isEqualTo(revision);
		assertThat(read.createDate()).isEqualTo("2026-11-20T10:30:00Z");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "say \"hello\"", "close */ the comment", "C:\\users and \\u0022", "two  blanks", "'it''s' 100%",
					"Größe 用户 😀", "revision: all of it", "migrate:upgrade", "-- migrate: x", "-", "${upgrade} $1 \\1",
					"{@code x} <b> & @author", "ends with a backslash \\", "/** nested */", "note: with a colon" })
	void messageIsReadAsItWasWritten(String message) throws IOException {
		Revision revision = revision("1", List.of(), message);
		assertThat(read(write(revision, RevisionFormat.JAVA)).message()).isEqualTo(message);
		String inSql = read(write(revision, RevisionFormat.SQL)).message();
		assertThat(inSql).isIn(message, "\"" + message + "\"");
	}

	@Test
	void messageBecomesALine() throws IOException {
		Revision revision = revision("1", List.of(), " Two\r\nlines\u2028and\u0000 \tmore\n");
		assertThat(read(write(revision, RevisionFormat.JAVA)).message()).isEqualTo("Two lines and more");
		assertThat(read(write(revision, RevisionFormat.SQL)).message()).isEqualTo("Two lines and more");
	}

	@Test
	void longMessageIsWrappedInJavadoc() throws IOException {
		String message = "Replace the first and the last name of all users with their full name and keep what was there before";
		assertThat(Files.readString(write(revision("1", List.of(), message), RevisionFormat.JAVA))).contains("""
				/**
				 * Replace the first and the last name of all users with their full name and keep what was
				 * there before.
				 */
				@RevisionIdentifiers(revision = "1", createDate = "2026-11-20T10:30:00Z",
						message = "%s")
				""".formatted(message));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{rev}_{slug}                   | R1_AddUsers.java                  | 1_add_users.sql
			{slug}                         | RAddUsers.java                    | add_users.sql
			{year}{month}{day}_{rev}       | R20261120_1.java                  | 20261120_1.sql
			V{rev}__{slug}                 | V1__AddUsers.java                 | V1__add_users.sql
			y{year}/m{month}/{rev}-{slug}  | y2026/m11/R1_AddUsers.java        | y2026/m11/1-add_users.sql
			{epoch} {hour}.{minute}.{second} | R1795170600_10_30_00.java        | 1795170600 10.30.00.sql
			""")
	void fileHasTheNameOfTheTemplate(String template, String java, String sql) {
		ScriptWriter writer = writer(new ScriptSettings(template, null, null));
		Revision revision = revision("1", List.of(), "Add users");
		assertThat(displayed(writer, revision, RevisionFormat.JAVA))
			.isEqualTo("src/main/java/com/acme/migrations/" + java);
		assertThat(displayed(writer, revision, RevisionFormat.SQL)).isEqualTo("src/main/resources/db/migrate/" + sql);
	}

	@Test
	void subfolderIsSubpackage() throws IOException {
		Path file = writer(new ScriptSettings("y{year}/{rev}", null, null))
			.write(PHONE, RevisionFormat.JAVA, RevisionBody.EMPTY, null)
			.file();
		assertThat(Files.readString(file)).startsWith("package com.acme.migrations.y2026;\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{rev}_{name}    | SQL  | The file template '{rev}_{name}' has the unknown token '{name}'; the tokens are {rev}, {slug}, {epoch}, {year}, {month}, {day}, {hour}, {minute}, {second}
					../{rev}        | SQL  | The file template '../{rev}' gives the name '..', which no file can have; correct migrate.revision.file-template
					/{rev}          | SQL  | The file template '/{rev}' gives the name '', which no file can have; correct migrate.revision.file-template
					{year}/{rev}    | JAVA | The file template '{year}/{rev}' gives the package '2026', which Java cannot have; let its folders begin with a letter, as in 'y{year}/{rev}_{slug}'
					""")
	void fileTemplateThatGivesNoNameIsRefused(String template, RevisionFormat format, String message) {
		ScriptWriter writer = writer(new ScriptSettings(template, null, null));
		assertRefused(writer, PHONE, format, null).withMessage(message);
	}

	@Test
	void idThatIsNoFileNameIsMadeOne() {
		assertThat(displayed(writer(), revision("a/b*c", List.of(), "x"), RevisionFormat.SQL))
			.isEqualTo("src/main/resources/db/migrate/a_b_c_x.sql");
		assertThat(displayed(writer(), revision("a/b.c", List.of(), "x"), RevisionFormat.JAVA))
			.isEqualTo("src/main/java/com/acme/migrations/Ra_b_c_X.java");
	}

	@Test
	void fileIsNeverOverwritten() throws IOException {
		Path file = write(PHONE, RevisionFormat.SQL);
		Files.writeString(file, "mine");
		assertRefused(writer(), PHONE, RevisionFormat.SQL, null)
			.withMessage("The file %s exists; choose another message or id, or delete the file", file);
		assertThat(file).hasContent("mine");
		assertThat(files()).containsExactly(file);
	}

	@Test
	void versionPathBelowKnownFolderIsUsed() {
		Path file = writer()
			.write(PHONE, RevisionFormat.JAVA, RevisionBody.EMPTY, Path.of("src/main/java/com/acme/migrations/shop"))
			.file();
		assertThat(file).hasParentRaw(this.folder.resolve("src/main/java/com/acme/migrations/shop"))
			.content()
			.startsWith("package com.acme.migrations.shop;\n");
	}

	@Test
	void versionPathOfAnotherLocationIsUsed() {
		ScriptLocations locations = new ScriptLocations(List.of("db/migrate", "classpath:db/shop"), List.of());
		ScriptWriter writer = new ScriptWriter(ProjectLayout.of(this.folder, locations), locations,
				ScriptSettings.defaults());
		Path versionPath = this.folder.resolve("src/main/resources/db/shop");
		assertThat(writer.write(PHONE, RevisionFormat.SQL, RevisionBody.EMPTY, versionPath).file())
			.hasParentRaw(versionPath);
	}

	@Test
	void versionPathElsewhereIsRefused() throws IOException {
		assertRefused(writer(), PHONE, RevisionFormat.SQL, Path.of("src/main/resources/db/migrate/../other"))
			.withMessage("The version path src/main/resources/db/migrate/../other is no folder in which SQL revisions "
					+ "are looked for; choose one in src/main/resources/db/migrate, or add it to migrate.locations");
		assertRefused(writer(), PHONE, RevisionFormat.JAVA, Path.of("/tmp"))
			.withMessage("The version path /tmp is no folder in which Java revisions are looked for; "
					+ "choose one in src/main/java/com/acme/migrations, or add it to migrate.packages");
		assertThat(files()).isEmpty();
	}

	@Test
	void folderThatCannotBeWrittenIsNamed() throws IOException {
		// Even root cannot create a folder where a file is
		Files.createDirectories(this.folder.resolve("src/main/resources"));
		Path file = Files.createFile(this.folder.resolve("src/main/resources/db"));
		assertRefused(writer(), PHONE, RevisionFormat.SQL, null)
			.withMessageStartingWith("The revision cannot be written to %s/migrate/3f2a9c1b7d4e_", file)
			.withMessageEndingWith("make the folder writable, or choose another with --version-path");
	}

	@Test
	void fileWhereTheFolderWouldBeIsNoFileThatExists() throws IOException {
		Files.createDirectories(this.folder.resolve("src/main/resources/db"));
		Files.createFile(this.folder.resolve("src/main/resources/db/migrate"));
		assertRefused(writer(), PHONE, RevisionFormat.SQL, null)
			.withMessageContaining(".sql: a file is where its folder would be; make the folder writable");
	}

	@Test
	void folderThatIsNoPackageIsRefused() throws IOException {
		assertRefused(writer(), PHONE, RevisionFormat.JAVA, Path.of("src/main/java/com/acme/migrations/my-shop"))
			.withMessage(
					"The folder %s/src/main/java/com/acme/migrations/my-shop would be the package "
							+ "'com.acme.migrations.my-shop', which Java cannot have; choose another folder",
					this.folder);
		assertThat(files()).isEmpty();
	}

	@Test
	void templateOfOnesOwnIsUsedForItsFormat() throws IOException {
		Files.writeString(this.folder.resolve("revision.sql"), """
				-- Copyright ACME
				${comment}
				${identifiers}
				-- Prose ${revision} after ${down_revision}${branch_labels}${depends_on} of ${create_date}, ${message}
				-- migrate:upgrade transaction=false
				SET x = '$${keep}';
				  ${upgrade}
				-- migrate:downgrade
				  ${downgrade}
				""".replace("\n", "\r\n"));
		ScriptWriter writer = writer(
				new ScriptSettings(ScriptSettings.DEFAULT_FILE_TEMPLATE, Path.of("revision.sql"), null));
		Path file = writer
			.write(PHONE, RevisionFormat.SQL, new RevisionBody(List.of(), "SELECT 1;\n\nSELECT 2;", ""), null)
			.file();
		assertThat(Files.readString(file)).isEqualTo("""
				-- Copyright ACME
				-- Add phone number to users
				--
				-- revision: 3f2a9c1b7d4e
				-- down_revision: 1b6e0d5c9a77
				-- branch_labels:
				-- depends_on:
				-- create_date: 2026-11-20T10:30:00Z
				-- Prose 3f2a9c1b7d4e after 1b6e0d5c9a77 of 2026-11-20T10:30:00Z, Add phone number to users
				-- migrate:upgrade transaction=false
				SET x = '${keep}';
				  SELECT 1;

				  SELECT 2;
				-- migrate:downgrade
				""");
		assertThat(writer.write(PHONE, RevisionFormat.JAVA, RevisionBody.EMPTY, null).file()).content()
			.contains("public class R3f2a9c1b7d4e_AddPhoneNumberToUsers implements Migration {");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					revision.sql | -- ${who}       | The template %s has the unknown token '${who}'; the tokens are branch_labels, comment, create_date, depends_on, down_revision, downgrade, identifiers, message, revision, upgrade
					revision.sql | SELECT 1;       | The template revision.sql gives no file of revision 3f2a9c1b7d4e
					revision.txt | class ${class}  | The template revision.txt gives no file of revision 3f2a9c1b7d4e: its identifiers are missing; let it contain ${identifiers}
					""")
	void templateThatGivesNoRevisionIsRefused(String name, String text, String message) throws IOException {
		Path template = Files.writeString(this.folder.resolve(name), text + "\n");
		ScriptWriter writer = writer(new ScriptSettings(ScriptSettings.DEFAULT_FILE_TEMPLATE, Path.of(name), null));
		assertRefused(writer, PHONE, name.endsWith("sql") ? RevisionFormat.SQL : RevisionFormat.JAVA, null)
			.withMessageStartingWith(message.replace("%s", template.toString()));
		assertThat(files()).containsExactly(template);
	}

	@Test
	void templateThatDoesNotExistIsNamed() {
		ScriptWriter writer = writer(new ScriptSettings("{rev}", Path.of("absent.txt"), null));
		assertRefused(writer, PHONE, RevisionFormat.JAVA, null).withMessage(
				"The template %s/absent.txt cannot be read: it does not exist; correct migrate.revision.template",
				this.folder);
	}

	@Test
	void commandIsExecutedOnTheFile() throws IOException {
		WrittenScript written = writer(new ScriptSettings("{rev} {slug}", null,
				"sh -c 'pwd; echo \"-- formatted\" >> \"$1\"; echo \"done: $0\"' \"with blank\" {file}"))
			.write(PHONE, RevisionFormat.SQL, RevisionBody.EMPTY, null);
		assertThat(written.hookOutput()).isEqualTo(this.folder.toRealPath() + "\ndone: with blank");
		assertThat(written.file()).content().endsWith("-- migrate:downgrade\n-- formatted\n");
	}

	@Test
	void fileIsTheLastArgumentOfTheCommand() {
		WrittenScript written = writer(new ScriptSettings("{rev}", null, "echo formatted")).write(PHONE,
				RevisionFormat.SQL, RevisionBody.EMPTY, null);
		assertThat(written.hookOutput()).isEqualTo("formatted " + written.file());
	}

	@Test
	void fileStaysWhenTheCommandFails() {
		Path file = this.folder.resolve("src/main/resources/db/migrate/3f2a9c1b7d4e.sql");
		assertRefused(writer(new ScriptSettings("{rev}", null, "sh -c 'echo no such style >&2; exit 3'")), PHONE,
				RevisionFormat.SQL, null)
			.withMessage(
					"The revision %s is written, but the command 'sh -c 'echo no such style >&2; exit 3'' fails on it with "
							+ "exit code 3: no such style; execute it again, or correct migrate.revision.post-write",
					file);
		assertThat(file).exists();
	}

	@Test
	void commandThatDoesNotExistIsNamed() {
		assertRefused(writer(new ScriptSettings("{rev}", null, "no-such-command --fix")), PHONE, RevisionFormat.SQL,
				null)
			.withMessageContaining("is written, but the command 'no-such-command --fix' cannot be executed: ");
	}

	private static ThrowableAssertAlternative<ScriptException> assertRefused(ScriptWriter writer, Revision revision,
			RevisionFormat format, @Nullable Path versionPath) {
		return assertThatExceptionOfType(ScriptException.class)
			.isThrownBy(() -> writer.write(revision, format, RevisionBody.EMPTY, versionPath));
	}

	private ScriptWriter writer() {
		return writer(ScriptSettings.defaults());
	}

	private ScriptWriter writer(ScriptSettings settings) {
		return new ScriptWriter(ProjectLayout.of(this.folder, LOCATIONS), LOCATIONS, settings);
	}

	private Path write(Revision revision, RevisionFormat format) {
		return writer().write(revision, format, RevisionBody.EMPTY, null).file();
	}

	private String displayed(ScriptWriter writer, Revision revision, RevisionFormat format) {
		return ProjectLayout.of(this.folder, LOCATIONS)
			.display(writer.write(revision, format, RevisionBody.EMPTY, null).file());
	}

	private static Revision read(Path file) throws IOException {
		String text = Files.readString(file);
		return file.toString().endsWith(".sql") ? SqlScriptParser.parse(text, "file").revision()
				: SourceIdentifiers.read(text, "file").orElseThrow();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private static Revision revision(String id, List<String> downRevisions, String message) {
		return new Revision(id, downRevisions, Set.of(), List.of(), message, CREATE_DATE, "");
	}

}
