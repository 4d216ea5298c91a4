package dev.migrate.autoconfigure;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * An application that is started as a process of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SlowApplication {

	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(SlowApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(arguments);
	}

}
