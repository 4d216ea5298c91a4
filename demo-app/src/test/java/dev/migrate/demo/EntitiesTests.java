package dev.migrate.demo;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.migrate.autogenerate.Difference;
import dev.migrate.command.Migrate;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The revisions, though written by hand, make exactly what the entities need.
 */
class EntitiesTests {

	@ParameterizedTest
	@EnumSource
	void databaseIsAsTheEntitiesHaveIt(Product product) {
		TestDatabase database = product.create();
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DemoApplication.class)
			.web(WebApplicationType.NONE)
			.profiles((product == Product.POSTGRESQL) ? "postgres" : product.name().toLowerCase(Locale.ROOT))
			.run("--migrate.check=fail", "--spring.datasource.url=" + database.url(),
					"--spring.datasource.username=" + database.user(),
					"--spring.datasource.password=" + database.password())) {
			Migrate migrate = context.getBean(Migrate.class);
			assertThat(migrate.check(true)).isEmpty();

			database.jdbc().sql("ALTER TABLE users ADD COLUMN nickname varchar(20)").update();
			assertThat(migrate.check(true)).extracting(Difference::text)
				.containsExactly("removed column 'users.nickname'");
		}
	}

}
