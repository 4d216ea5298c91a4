package dev.migrate.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.json.JsonContent;

import dev.migrate.autoconfigure.app.App;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint over HTTP, as a monitor asks it.
 */
class MigrationsEndpointTests {

	private static ConfigurableApplicationContext start(TestDatabase database, String... arguments) {
		SpringApplication application = new SpringApplication(App.class);
		application.setDefaultProperties(java.util.Map.of("server.port", "0", "spring.datasource.url", database.url(),
				"spring.datasource.username", database.user(), "spring.datasource.password", database.password(),
				"migrate.locations", "classpath:app-revisions", "management.endpoints.web.exposure.include",
				"migrations"));
		return application.run(arguments);
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/migrations" + path))
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static org.springframework.test.json.AbstractJsonContentAssert<?> json(
			ConfigurableApplicationContext context, String path) throws Exception {
		HttpResponse<String> response = get(context, path);
		assertThat(response.statusCode()).isEqualTo(200);
		return assertThat(new JsonContent(response.body()));
	}

	@ParameterizedTest
	@EnumSource
	void databaseThatWasMigratedIsUpToDate(Product product) throws Exception {
		TestDatabase database = product.create();
		try (ConfigurableApplicationContext context = start(database, "--migrate.enabled=true")) {
			json(context, "").isLenientlyEqualTo(
					"""
							{ "databases": { "default": { "status": "UP_TO_DATE", "current": ["bbbb2222"], "heads": ["bbbb2222"],
								"pending": [], "history": [
									{ "revision": "bbbb2222", "direction": "upgrade" },
									{ "revision": "aaaa1111", "direction": "upgrade" } ] } } }""");
			json(context, "").extractingPath("$.databases.default.product").asString().matches(switch (product) {
				case POSTGRESQL -> "PostgreSQL \\d+\\.\\d+";
				case H2 -> "H2 2\\.\\d+\\.\\d+";
				case SQLITE -> "SQLite 3\\.\\d+\\.\\d+";
			});
			json(context, "").extractingPath("$.databases.default.history[0].appliedAt")
				.asString()
				.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
			if (product == Product.SQLITE) {
				json(context, "").doesNotHavePath("$.databases.default.history[0].appliedBy");
			}
			else {
				json(context, "").extractingPath("$.databases.default.history[0].appliedBy")
					.asString()
					.isEqualToIgnoringCase(database.user());
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void databaseThatIsNotMigratedHasAllRevisionsPending(Product product) throws Exception {
		try (ConfigurableApplicationContext context = start(product.create(), "--spring.jpa.hibernate.ddl-auto=none")) {
			json(context, "").isStrictlyEqualTo("""
					{ "databases": { "default": { "status": "UNVERSIONED", "product": "%s", "current": [],
						"heads": ["bbbb2222"], "history": [], "pending": [
							{ "revision": "aaaa1111", "downRevision": [], "message": "Create person",
								"createDate": "2026-11-20T10:30:00Z",
								"source": "dev.migrate.autoconfigure.app.migrations.R1_CreatePerson" },
							{ "revision": "bbbb2222", "downRevision": ["aaaa1111"], "message": "Insert somebody",
								"createDate": "2026-11-20T10:31:00Z",
								"source": "app-revisions/2026/bbbb2222_insert_somebody.sql" } ] } } }"""
				.formatted(product(context)));
		}
	}

	private static String product(ConfigurableApplicationContext context) {
		return context.getBean(dev.migrate.command.Migrate.class).status().product();
	}

	@ParameterizedTest
	@EnumSource
	void oneRevisionComesWithItsSql(Product product) throws Exception {
		try (ConfigurableApplicationContext context = start(product.create(), "--migrate.enabled=true")) {
			String expected = """
					{ "revision": "aaaa1111", "downRevision": [], "branchLabels": ["people"], "dependsOn": [],
						"message": "Create person", "createDate": "2026-11-20T10:30:00Z",
						"source": "dev.migrate.autoconfigure.app.migrations.R1_CreatePerson", "head": false,
						"branchPoint": false, "mergePoint": false, "applied": true,
						"upgradeSql": "CREATE TABLE person (\\n    %s\\n);" }""".formatted((product == Product.SQLITE)
					? "id integer PRIMARY KEY,\\n    name varchar(255)"
					: "id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,\\n    name varchar(255),\\n    PRIMARY KEY (id)");
			json(context, "/aaaa1111").isStrictlyEqualTo(expected);
			json(context, "/aaaa").isStrictlyEqualTo(expected);
			json(context, "/people").isStrictlyEqualTo(expected);
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatDoesNotExistIsNotFound(Product product) throws Exception {
		try (ConfigurableApplicationContext context = start(product.create(), "--migrate.enabled=true")) {
			assertThat(get(context, "/cccc").statusCode()).isEqualTo(404);
			assertThat(get(context, "/..%2f..").statusCode()).isIn(400, 404);
			assertThat(get(context, "?database=other").statusCode()).isEqualTo(404);
			assertThat(get(context, "/aaaa1111?database=other").statusCode()).isEqualTo(404);
			json(context, "?database=default").extractingPath("$.databases.default.status").isEqualTo("UP_TO_DATE");
		}
	}

}
