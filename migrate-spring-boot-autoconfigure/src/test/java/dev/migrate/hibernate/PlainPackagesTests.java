package dev.migrate.hibernate;

import java.lang.annotation.Documented;
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

	private static List<ClassLoader> classLoaders(@Nullable Object setting, @Nullable ClassLoader own) {
		Map<Object, @Nullable Object> settings = new HashMap<>();
		settings.put(EnvironmentSettings.CLASSLOADERS, setting);
		PlainPackages.addTo(settings, own);
		return ((Collection<?>) settings.get(EnvironmentSettings.CLASSLOADERS)).stream()
			.map(ClassLoader.class::cast)
			.toList();
	}

	private static ClassLoader plain() {
		return classLoaders(null, null).get(0);
	}

	static List<Object> settings() {
		return List.of(GIVEN, List.of(GIVEN), new ClassLoader[] { GIVEN });
	}

	@ParameterizedTest
	@MethodSource("settings")
	void keepsClassLoadersOfTheApplication(Object setting) {
		assertThat(classLoaders(setting, null)).hasSize(2).startsWith(GIVEN);
	}

	@Test
	void settingThatHibernateIgnoresIsIgnored() {
		assertThat(classLoaders("none", null)).hasSize(1);
	}

	@Test
	void descriptionInAClassLoaderOfItsOwnIsFound() throws ClassNotFoundException {
		ClassLoader own = new ClassLoader() {

			@Override
			protected Class<?> findClass(String name) throws ClassNotFoundException {
				return name.equals("org.example.somewhere.package-info") ? Documented.class : super.findClass(name);
			}

		};
		ClassLoader plain = classLoaders(GIVEN, own).get(1);

		assertThat(plain.loadClass("org.example.somewhere.package-info")).isSameAs(Documented.class);
		assertThat(classLoaders(own, null).get(1).loadClass("org.example.somewhere.package-info"))
			.isSameAs(Documented.class);
	}

	@Test
	void packageWithoutDescriptionHasAPlainOne() throws ClassNotFoundException {
		ClassLoader classLoader = plain();

		Class<?> description = Class.forName("org.example.nowhere.package-info", true, classLoader);

		assertThat(description.getAnnotations()).isEmpty();
		assertThat(classLoader.loadClass("org.example.nowhere.package-info")).isSameAs(description);
	}

	@Test
	void packageWithDescriptionKeepsIt() throws ClassNotFoundException {
		assertThat(plain().loadClass("dev.migrate.hibernate.package-info")).hasAnnotation(NullMarked.class);
	}

	@Test
	void nothingElseIsMadeUp() {
		assertThatExceptionOfType(ClassNotFoundException.class)
			.isThrownBy(() -> plain().loadClass("org.example.nowhere.Person"));
	}

}
