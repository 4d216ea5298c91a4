package dev.migrate;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The house is built floor by floor: a package imports only from floors below its own.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.migrate");

	/**
	 * Each package belongs to one floor; {@code dev.migrate} itself has no sub-packages.
	 */
	private static final List<List<String>> FLOORS = List.of(List.of("dev.migrate.revision..", "dev.migrate.schema.."),
			List.of("dev.migrate.operation.."), List.of("dev.migrate"),
			List.of("dev.migrate.dialect..", "dev.migrate.script.."),
			List.of("dev.migrate.runtime..", "dev.migrate.autogenerate.."), List.of("dev.migrate.hibernate.."),
			List.of("dev.migrate.command.."), List.of("dev.migrate.cli..", "dev.migrate.actuate.."),
			List.of("dev.migrate.autoconfigure.."));

	private static final int ENGINE_FLOORS = 7;

	@Test
	void packageImportsOnlyFromFloorsBelowItsOwn() {
		for (int floor = 0; floor < FLOORS.size(); floor++) {
			for (String name : FLOORS.get(floor)) {
				List<String> others = new ArrayList<>();
				FLOORS.subList(floor, FLOORS.size()).forEach(others::addAll);
				others.remove(name);
				check(noClasses().that()
					.resideInAPackage(name)
					.should()
					.dependOnClassesThat()
					.resideInAnyPackage(others.toArray(String[]::new)));
			}
		}
	}

	@Test
	void engineDoesNotKnowSpringBoot() {
		String[] engine = FLOORS.subList(0, ENGINE_FLOORS).stream().flatMap(List::stream).toArray(String[]::new);
		check(noClasses().that()
			.resideInAnyPackage(engine)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot.."));
	}

	@Test
	void revisionsAndSchemasAreValuesWithoutSpringOrJdbc() {
		check(noClasses().that()
			.resideInAnyPackage("dev.migrate.revision..", "dev.migrate.schema..", "dev.migrate.operation..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.io..", "java.nio.file..")
			.as("revisions, schemas and operations know neither Spring nor JDBC nor files")
			.allowEmptyShould(true));
	}

	@Test
	void productsDoNotKnowEachOther() {
		SlicesRuleDefinition.slices()
			.matching("dev.migrate.dialect.(*)..")
			.should()
			.notDependOnEachOther()
			.check(CLASSES);
	}

	@Test
	void dialectsDoNotKnowOneProduct() {
		check(noClasses().that()
			.resideInAPackage("dev.migrate.dialect")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.migrate.dialect.*.."));
	}

	@Test
	void everyPackageStandsOnOneFloor() {
		List<String> known = FLOORS.stream().flatMap(List::stream).map((name) -> name.replace("..", "")).toList();
		assertThat(packages()).allMatch((name) -> known.contains(name) || name.startsWith("dev.migrate.dialect."));
	}

	@Test
	void everyPackageDeclaresWhatMayBeNull() {
		assertThat(packages()).isNotEmpty()
			.allMatch((name) -> CLASSES.getPackage(name)
				.tryGetPackageInfo()
				.filter((info) -> info.isAnnotatedWith(NullMarked.class))
				.isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Helper", "Util", "Utils", "Manager", "Impl", "Data" })
	void noClassIsNamed(String ending) {
		check(noClasses().should().haveSimpleNameEndingWith(ending));
	}

	private static List<String> packages() {
		return CLASSES.stream()
			.map((type) -> type.getPackage())
			.map(JavaPackage::getName)
			.filter((name) -> name.startsWith("dev.migrate"))
			.distinct()
			.sorted()
			.toList();
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(CLASSES);
	}

}
