package dev.migrate.hostile;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import dev.migrate.autoconfigure.app.App;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What nobody asks the endpoint for who means well: never a stack trace, never a change.
 */
class HostileEndpointTests {

	private static final TestDatabase DATABASE = Product.H2.create();

	private static ConfigurableApplicationContext context;

	private static MockMvc mvc;

	@BeforeAll
	static void start() {
		SpringApplication application = new SpringApplication(App.class);
		application.setDefaultProperties(Map.of("server.port", "0", "spring.datasource.url", DATABASE.url(),
				"spring.datasource.username", DATABASE.user(), "spring.datasource.password", DATABASE.password(),
				"migrate.locations", "classpath:app-revisions", "migrate.enabled", "true",
				"management.endpoints.web.exposure.include", "migrations"));
		context = application.run();
		mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context).build();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	static Stream<Arguments> paths() {
		return Stream.of(arguments("/nowhere", 404), arguments("/AAAA1111", 404),
				arguments("/%27;DROP%20TABLE%20person;--", 404), arguments("/%27", 404), arguments("/%22", 404),
				arguments("/head", 404), arguments("/base", 404), arguments("/current", 404), arguments("/+1", 404),
				arguments("/-1", 404), arguments("/aaaa1111+1", 404), arguments("/@", 404),
				arguments("/people@head", 404), arguments("/a@b@c", 404), arguments("/%00", 404),
				arguments("/%0A", 404), arguments("/%1B%5B31m", 404), arguments("/%E2%80%AEaaaa1111", 404),
				arguments("/%F0%9F%98%80", 404), arguments("/aaaa1111%20", 404), arguments("/%20", 404),
				arguments("/a,b", 404), arguments("/*", 404), arguments("/%25", 404),
				arguments("/$%7Bjndi:ldap:x%7D", 404), arguments("/%7B0%7D", 404), arguments("/%3Cscript%3E", 404),
				arguments("/aaaa1111/bbbb2222", 404), arguments("/aaaa1111/..%2F..%2Fhealth", 404),
				arguments("/..%2F..%2Fetc%2Fpasswd", 404), arguments("/aaaa1111;x=y", 200),
				arguments("/" + "a".repeat(5000), 404), arguments("/aaaa1111.json", 404), arguments("?database=", 404),
				arguments("?database=nowhere", 404), arguments("?database=default%00", 404),
				arguments("?database=%27%20OR%201=1", 404), arguments("?database=DEFAULT", 404),
				arguments("?database=" + "x".repeat(5000), 404), arguments("?database=default&database=other", 404),
				arguments("/aaaa1111?database=", 404), arguments("/aaaa1111?database=%3Cb%3E", 404),
				arguments("/nowhere?database=default", 404));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("paths")
	void pathIsAnsweredWithoutATrace(String path, int status) throws Exception {
		MockHttpServletResponse response = mvc
			.perform(MockMvcRequestBuilders.get(URI.create("/actuator/migrations" + path)))
			.andReturn()
			.getResponse();

		assertThat(response.getStatus()).isEqualTo(status);
		if (status != 200) {
			assertThat(response.getContentAsString()).doesNotContain("Exception", "\tat ", "<script>", "<b>");
		}
		assertThat(DATABASE.texts("SELECT name FROM person")).containsExactly("somebody");
	}

	@ParameterizedTest
	@MethodSource("methods")
	void endpointOnlyReads(String method) throws Exception {
		MockHttpServletResponse response = mvc
			.perform(MockMvcRequestBuilders.request(org.springframework.http.HttpMethod.valueOf(method),
					URI.create("/actuator/migrations/aaaa1111")))
			.andReturn()
			.getResponse();

		assertThat(response.getStatus()).isEqualTo(405);
	}

	static Stream<String> methods() {
		return Stream.of("POST", "PUT", "PATCH", "DELETE");
	}

}
