package dev.migrate.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Takes the data source from {@code DATABASE_URL}, as platforms and {@code .env} files
 * set it, where {@code spring.datasource.url} is not set.
 */
class DatabaseUrlEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String VARIABLE = "DATABASE_URL";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String url = environment.getProperty(VARIABLE);
		if (!StringUtils.hasText(url) || !DatabaseUrl.matches(url)
				|| environment.containsProperty("spring.datasource.url")) {
			return;
		}
		DatabaseUrl parsed = DatabaseUrl.parse(url, VARIABLE);
		Map<String, Object> properties = new HashMap<>();
		properties.put("spring.datasource.url", parsed.jdbcUrl());
		if (parsed.user() != null) {
			properties.put("spring.datasource.username", parsed.user());
		}
		if (parsed.password() != null) {
			properties.put("spring.datasource.password", parsed.password());
		}
		environment.getPropertySources().addLast(new MapPropertySource("migrateDatabaseUrl", properties));
	}

	@Override
	public int getOrder() {
		// After the application's configuration has been read
		return Ordered.LOWEST_PRECEDENCE;
	}

}
