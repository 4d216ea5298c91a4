package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionException;
import dev.migrate.script.sample.R1a_AddUsers;
import dev.migrate.script.sample.nested.R3c_NoMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ScriptDirectoryLoader}.
 */
class ScriptDirectoryLoaderTests {

	private static final String SAMPLES = "dev.migrate.script.sample";

	@TempDir
	private Path folder;

	@Test
	void nothingIsFoundWhereNothingIs() {
		ScriptDirectory directory = load(List.of("classpath:db/nowhere"), List.of("dev.migrate.nowhere"));
		assertThat(directory.graph().revisions()).isEmpty();
	}

	@Test
	void sqlIsFoundInFolderAndItsSubfolders() {
		write("db/a.sql", script("a"));
		write("db/2026/b.sql", script("b"));
		write("db/2026/november/c.sql", script("c"));
		write("db/readme.txt", "no revision");
		assertThat(sources(load(List.of("file:" + this.folder + "/db"), List.of())))
			.isEqualTo(Map.of("a", this.folder + "/db/a.sql", "b", this.folder + "/db/2026/b.sql", "c",
					this.folder + "/db/2026/november/c.sql"));
	}

	@Test
	void sqlIsFoundInSeveralLocations() {
		write("one/a.sql", script("a"));
		write("two/b.sql", script("b"));
		assertThat(sources(load(List.of("file:" + this.folder + "/one", "file:" + this.folder + "/two/"), List.of())))
			.containsOnlyKeys("a", "b");
	}

	@Test
	void folderThatDoesNotExistIsAnError() {
		assertThatExceptionOfType(ScriptException.class)
			.isThrownBy(() -> load(List.of("file:" + this.folder + "/absent"), List.of()))
			.withMessage("The folder file:" + this.folder + "/absent, where revisions are looked for, does not exist; "
					+ "create it, or correct migrate.locations");
	}

	@Test
	void sqlInOverlappingLocationsIsFoundOnce() throws IOException {
		write("db/a.sql", script("a"));
		write("db/shop/b.sql", script("b"));
		try (URLClassLoader classLoader = classPath(this.folder)) {
			assertThat(sources(load(classLoader,
					List.of("classpath:db", "db/shop", "classpath:/db/", "file:" + this.folder + "/db"), List.of())))
				.containsOnlyKeys("a", "b");
		}
	}

	@Test
	void sqlOnClassPathIsNamedFromTheRootOfItsLocation() throws IOException {
		write("db/migrate/2026/a.sql", script("a"));
		try (URLClassLoader classLoader = classPath(this.folder)) {
			assertThat(sources(load(classLoader, List.of("classpath:db/migrate"), List.of())))
				.isEqualTo(Map.of("a", "db/migrate/2026/a.sql"));
		}
	}

	@Test
	void locationWithoutPrefixIsOnClassPath() throws IOException {
		write("db/migrate/a.sql", script("a"));
		try (URLClassLoader classLoader = classPath(this.folder)) {
			assertThat(sources(load(classLoader, List.of("db/migrate/"), List.of())))
				.isEqualTo(Map.of("a", "db/migrate/a.sql"));
		}
	}

	@Test
	void sourceIsThePathThatPersonSees() {
		write("my migrations/ä b.sql", script("a"));
		assertThat(sources(load(List.of("file:" + this.folder + "/my migrations"), List.of())))
			.isEqualTo(Map.of("a", this.folder + "/my migrations/ä b.sql"));
	}

	@Test
	void revisionsAreFoundInJarAndFolderOfClassPath() throws IOException {
		write("classes/jarred/db/a.sql", script("a"));
		// A class file is read where it lies, though the class belongs to another package
		Path jar = jar(Map.of("jarred/db/2026/b.sql", script("b").getBytes(StandardCharsets.UTF_8),
				"jarred/migrations/R1a_AddUsers.class", classFile(R1a_AddUsers.class)));
		URL[] classPath = { this.folder.resolve("classes/").toUri().toURL(), jar.toUri().toURL() };
		try (URLClassLoader classLoader = new URLClassLoader(classPath, getClass().getClassLoader())) {
			assertThat(sources(load(classLoader, List.of("classpath:jarred/db"), List.of("jarred.migrations"))))
				.isEqualTo(Map.of("a", "jarred/db/a.sql", "b", "jarred/db/2026/b.sql", "1a",
						"dev.migrate.script.sample.R1a_AddUsers"));
		}
	}

	@Test
	void javaRevisionIsReadFromItsClassFile() {
		ScriptDirectory directory = load(List.of(), List.of(SAMPLES));
		assertThat(directory.script("2b")).isEqualTo(new JavaRevisionScript(
				new Revision("2b", List.of("1a"), Set.of("orders", "sales"), List.of("0f"), "Add orders",
						Instant.parse("2026-11-20T10:30:00Z"), "dev.migrate.script.sample.R2b_AddOrders"),
				"dev.migrate.script.sample.R2b_AddOrders"));
	}

	@Test
	void javaIsFoundInSubpackagesAndOnceInOverlappingPackages() {
		assertThat(sources(load(List.of(), List.of(SAMPLES, SAMPLES + ".nested")))).containsOnlyKeys("0f", "1a", "2b",
				"3c");
	}

	@Test
	void classWithoutAnnotationIsNoRevision() {
		assertThat(sources(load(List.of(), List.of(SAMPLES)))).doesNotContainValue(SAMPLES + ".NoRevision");
	}

	@Test
	void annotatedClassThatIsNoMigrationIsFoundAllTheSame() {
		assertThat(load(List.of(), List.of(SAMPLES + ".nested")).script("3c")).isInstanceOfSatisfying(
				JavaRevisionScript.class,
				(script) -> assertThat(script.className()).isEqualTo(R3c_NoMigration.class.getName()));
	}

	@Test
	void classesAreReadAndNotLoaded() {
		NotingClassLoader classLoader = new NotingClassLoader(getClass().getClassLoader());
		assertThat(sources(load(classLoader, List.of(), List.of(SAMPLES)))).containsKey("0f");
		assertThat(classLoader.asked).contains("dev.migrate.RevisionIdentifiers")
			.noneMatch((name) -> name.startsWith(SAMPLES));
	}

	@Test
	void sameIdInSqlAndJavaIsRefused() {
		write("a.sql", script("2b"));
		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> load(List.of("file:" + this.folder), List.of(SAMPLES)))
			.withMessage("Revision id '2b' is used twice, by %s/a.sql and by %s.R2b_AddOrders; "
					+ "give one of them another id", this.folder, SAMPLES);
	}

	@Test
	void fileThatIsNotUtf8IsRefused() throws IOException {
		Path file = write("a.sql", "");
		Files.write(file, (script("a") + "-- Größe").getBytes(StandardCharsets.ISO_8859_1));
		assertThatExceptionOfType(ScriptException.class)
			.isThrownBy(() -> load(List.of("file:" + this.folder), List.of()))
			.withMessage("The SQL revision %s/a.sql is not encoded in UTF-8; save it as UTF-8", this.folder);
	}

	@Test
	void replacementCharacterInUtf8IsNoMistake() {
		write("a.sql", script("a") + "SELECT '\uFFFD';");
		assertThat(((SqlRevisionScript) load(List.of("file:" + this.folder), List.of()).script("a")).sections())
			.extracting(SqlSection::sql)
			.containsExactly("SELECT 1;\nSELECT '\uFFFD';");
	}

	@Test
	void fileThatIsNoRevisionIsNamed() {
		write("db/a.sql", "SELECT 1;");
		assertThatExceptionOfType(ScriptException.class)
			.isThrownBy(() -> load(List.of("file:" + this.folder + "/db"), List.of()))
			.withMessageStartingWith("The SQL revision %s/db/a.sql has text that is no comment", this.folder);
	}

	@Test
	void scriptThatDoesNotExistIsAnError() {
		ScriptDirectory directory = load(List.of(), List.of());
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> directory.script("z"))
			.withMessageStartingWith("No revision 'z' exists");
	}

	private static String script(String id) {
		return "-- Message\n--\n-- revision: " + id + "\n-- migrate:upgrade\nSELECT 1;\n";
	}

	private Path write(String name, String text) {
		try {
			Path file = this.folder.resolve(name);
			Files.createDirectories(file.getParent());
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path jar(Map<String, byte[]> files) throws IOException {
		Path jar = this.folder.resolve("revisions.jar");
		try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
			Set<String> folders = new TreeSet<>();
			for (String name : files.keySet()) {
				for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
					folders.add(name.substring(0, end + 1));
				}
			}
			for (String name : folders) {
				entries.putNextEntry(new JarEntry(name));
			}
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				entries.putNextEntry(new JarEntry(file.getKey()));
				entries.write(file.getValue());
			}
		}
		return jar;
	}

	private static byte[] classFile(Class<?> type) throws IOException {
		try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
			return in.readAllBytes();
		}
	}

	private static URLClassLoader classPath(Path folder) throws IOException {
		return new URLClassLoader(new URL[] { folder.toUri().toURL() }, null);
	}

	private static ScriptDirectory load(List<String> locations, List<String> packages) {
		return load(ScriptDirectoryLoaderTests.class.getClassLoader(), locations, packages);
	}

	private static ScriptDirectory load(ClassLoader classLoader, List<String> locations, List<String> packages) {
		return new ScriptDirectoryLoader(new ScriptLocations(locations, packages),
				new DefaultResourceLoader(classLoader))
			.load();
	}

	private static Map<String, String> sources(ScriptDirectory directory) {
		Map<String, String> sources = new TreeMap<>();
		directory.graph().revisions().forEach((revision) -> sources.put(revision.id(), revision.source()));
		return sources;
	}

	/** Notes which classes it is asked for. */
	private static final class NotingClassLoader extends ClassLoader {

		private final List<String> asked = new ArrayList<>();

		NotingClassLoader(ClassLoader parent) {
			super(parent);
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			this.asked.add(name);
			return super.loadClass(name, resolve);
		}

	}

}
