package dev.migrate.script.executable;

import java.nio.file.Path;
import java.util.List;

import dev.migrate.script.JavaRevisionScript;
import dev.migrate.script.ProjectLayout;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectoryLoader;
import dev.migrate.script.ScriptLocations;
import dev.migrate.script.SourceFolders;

import org.springframework.core.io.DefaultResourceLoader;

/**
 * An application that lists its revisions.
 */
public final class ListRevisions {

	private ListRevisions() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		ClassLoader classLoader = ListRevisions.class.getClassLoader();
		Path project = ProjectLayout
			.findDirectory(ListRevisions.class.getProtectionDomain().getCodeSource().getLocation());
		ScriptLocations locations = new ScriptLocations(List.of(), List.of("com.acme.migrations"));
		SourceFolders sources = new SourceFolders(ProjectLayout.of(project, locations), classLoader);
		ScriptDirectoryLoader loader = new ScriptDirectoryLoader(locations, new DefaultResourceLoader(classLoader));
		long start = System.nanoTime();
		for (RevisionScript script : loader.withSources(sources).load().scripts()) {
			JavaRevisionScript java = (JavaRevisionScript) script;
			ClassLoader own = (java.classLoader() != null) ? java.classLoader() : classLoader;
			System.out.println(script.revision().id() + " " + script.revision().source() + " "
					+ Class.forName(java.className(), true, own).getDeclaredConstructor().newInstance());
		}
		System.err.println((System.nanoTime() - start) / 1_000_000 + " ms");
	}

}
