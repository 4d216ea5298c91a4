package dev.migrate.hibernate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.cfg.EnvironmentSettings;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of the class loader that has a package-info for each package.
 */
class PlainPackagesTests {

	private static final ClassLoader GIVEN = new ClassLoader() {
	};

	private static List<ClassLoader> classLoaders(@Nullable Object setting) {
		Map<Object, @Nullable Object> settings = new HashMap<>();
		settings.put(EnvironmentSettings.CLASSLOADERS, setting);
		PlainPackages.addTo(settings);
		return ((Collection<?>) settings.get(EnvironmentSettings.CLASSLOADERS)).stream()
			.map(ClassLoader.class::cast)
			.toList();
	}

	static List<Object> settings() {
		return List.of(GIVEN, List.of(GIVEN), new ClassLoader[] { GIVEN });
	}

	@ParameterizedTest
	@MethodSource("settings")
	void keepsClassLoadersOfTheApplicationInFront(Object setting) {
		assertThat(classLoaders(setting)).hasSize(2).startsWith(GIVEN);
	}

	@Test
	void packageWithoutDescriptionHasAPlainOne() throws ClassNotFoundException {
		ClassLoader classLoader = classLoaders(null).get(0);

		Class<?> description = Class.forName("org.example.nowhere.package-info", true, classLoader);

		assertThat(description.getAnnotations()).isEmpty();
		assertThat(classLoader.loadClass("org.example.nowhere.package-info")).isSameAs(description);
	}

	@Test
	void packageWithDescriptionKeepsIt() throws ClassNotFoundException {
		assertThat(classLoaders(null).get(0).loadClass("dev.migrate.hibernate.package-info"))
			.hasAnnotation(NullMarked.class);
	}

	@Test
	void nothingElseIsMadeUp() {
		assertThatExceptionOfType(ClassNotFoundException.class)
			.isThrownBy(() -> classLoaders(null).get(0).loadClass("org.example.nowhere.Person"));
	}

}
