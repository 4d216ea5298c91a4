package dev.migrate.demo;

import java.nio.file.Path;
import java.util.List;

import dev.migrate.script.ProjectInitializer;
import dev.migrate.script.ProjectLayout;
import dev.migrate.script.ScriptLocations;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo's wrapper scripts are those that every project gets.
 */
class WrapperScriptsTests {

	@ParameterizedTest
	@ValueSource(strings = { "migrate", "migrate.cmd" })
	void scriptIsAsInitWritesIt(String name, @TempDir Path folder) {
		ScriptLocations locations = new ScriptLocations(List.of(), List.of("dev.migrate.demo.migrations"));
		ProjectInitializer.initialize(ProjectLayout.of(folder, locations), DemoApplication.class.getName());
		assertThat(Path.of(name)).hasSameBinaryContentAs(folder.resolve(name));
		assertThat(Path.of("migrate")).isExecutable();
	}

}
