package dev.migrate.runtime;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;

import dev.migrate.Migration;
import dev.migrate.command.revisions.R1_CreatePeople;
import dev.migrate.revision.Revision;
import dev.migrate.script.JavaRevisionScript;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MigrationInstances}.
 */
class MigrationInstancesTests {

	private static final Revision REVISION = new Revision("3f2a9c1b7d4e", List.of(), Set.of(), List.of(), "", null,
			"src/main/java/R1.java");

	private final MigrationInstances instances = new MigrationInstances(BeanUtils::instantiateClass,
			getClass().getClassLoader());

	@Test
	void classIsLoadedByTheClassLoaderOfTheApplication() {
		Migration migration = this.instances.create(new JavaRevisionScript(REVISION, R1_CreatePeople.class.getName()));
		assertThat(migration).isInstanceOf(R1_CreatePeople.class);
	}

	@Test
	void classIsLoadedByTheClassLoaderThatTheScriptBrings() throws Exception {
		URL classes = R1_CreatePeople.class.getProtectionDomain().getCodeSource().getLocation();
		try (URLClassLoader own = new OwnClassLoader(classes)) {
			JavaRevisionScript script = new JavaRevisionScript(REVISION, R1_CreatePeople.class.getName(), true, own);
			assertThat(this.instances.create(script).getClass().getClassLoader()).isSameAs(own);
			assertThat(this.instances.independent(script)).get()
				.satisfies((create) -> assertThat(create.get().getClass().getClassLoader()).isSameAs(own));
		}
	}

	@Test
	void revisionThatIsNotCompiledCannotBeExecuted() {
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> this.instances.create(new JavaRevisionScript(REVISION, "com.acme.R1", false, null)))
			.withMessage("Revision 3f2a9c1b7d4e is written but not compiled; build the application first");
	}

	/** Has the revisions of the tests itself. */
	private static final class OwnClassLoader extends URLClassLoader {

		OwnClassLoader(URL classes) {
			super(new URL[] { classes }, MigrationInstancesTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			Class<?> loaded = findLoadedClass(name);
			if (loaded != null) {
				return loaded;
			}
			return name.startsWith("dev.migrate.command.revisions.") ? findClass(name) : super.loadClass(name, resolve);
		}

	}

}
