package dev.migrate.autoconfigure;

import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.StringUtils;

import dev.migrate.cli.MigrateCommandLine;
import dev.migrate.cli.Requirement;
import dev.migrate.cli.Terminal;
import dev.migrate.cli.Verbosity;
import dev.migrate.command.Migrate;
import dev.migrate.runtime.MigrationException;
import dev.migrate.script.InitializedProject;
import dev.migrate.script.ProjectInitializer;
import dev.migrate.script.ProjectLayout;
import dev.migrate.script.ScriptLocations;

/**
 * Makes an application its own command line: a start whose first argument is
 * {@code migrate} creates the application's context without starting anything in it,
 * executes the command and ends the process with its exit code.
 */
class CommandStart implements SpringApplicationRunListener, Ordered {

	private final SpringApplication application;

	private final @Nullable CommandArguments arguments;

	private IntConsumer exit = System::exit;

	private @Nullable MigrateCommandLine commandLine;

	private Requirement requirement = Requirement.CONTEXT;

	private @Nullable ConfigurableApplicationContext context;

	CommandStart(SpringApplication application, String[] arguments) {
		this.application = application;
		this.arguments = CommandArguments.of(arguments);
	}

	@Override
	public int getOrder() {
		// Before the environment is prepared by others
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void starting(ConfigurableBootstrapContext bootstrapContext) {
		if (this.arguments == null) {
			return;
		}
		this.exit = Objects.requireNonNull(bootstrapContext.getOrElse(CommandExit.class, System::exit));
		List<String> command = this.arguments.command();
		this.commandLine = new MigrateCommandLine(this::migrate, this::initializeProject, Terminal.system());
		// Standard output is the command's own; whatever else prints, prints to the other
		System.setOut(System.err);
		this.requirement = this.commandLine.requirement(command);
		if (this.requirement == Requirement.NOTHING) {
			exit(this.commandLine.run(command));
		}
		System.setProperty("spring.devtools.restart.enabled", "false");
		this.application.setWebApplicationType(WebApplicationType.NONE);
		this.application.setApplicationContextFactory((type) -> new CommandApplicationContext());
		this.application.setBannerMode(Banner.Mode.OFF);
		this.application.setLogStartupInfo(false);
		// Nothing of the application runs; a migration that a signal ends needs its pool
		// and its log for a moment
		this.application.setRegisterShutdownHook(false);
		this.application.setAddCommandLineProperties(false);
		this.application.addInitializers((created) -> {
			this.context = created;
			created.getBeanFactory().registerSingleton("migrateProjectDirectory", projectDirectory());
		});
	}

	@Override
	public void environmentPrepared(ConfigurableBootstrapContext bootstrapContext,
			ConfigurableEnvironment environment) {
		if (this.arguments == null) {
			return;
		}
		MutablePropertySources sources = environment.getPropertySources();
		sources.addFirst(new MapPropertySource("migrateCommandLogging", logging()));
		if (!this.arguments.spring().isEmpty()) {
			sources.addFirst(
					new SimpleCommandLinePropertySource(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME,
							this.arguments.spring().toArray(String[]::new)));
		}
		sources.addFirst(new MapPropertySource("migrateCommand",
				Map.of("migrate.enabled", "false", "spring.jpa.hibernate.ddl-auto", "none",
						"spring.main.web-application-type", "none", "spring.main.banner-mode", "off",
						"spring.main.log-startup-info", "false")));
	}

	private Map<String, Object> logging() {
		Verbosity verbosity = Objects.requireNonNull(this.commandLine)
			.verbosity(Objects.requireNonNull(this.arguments).command());
		return Map.of("logging.level.root", (verbosity == Verbosity.VERBOSE) ? "info" : "warn",
				"logging.level.dev.migrate", (verbosity == Verbosity.QUIET) ? "warn" : "info",
				"logging.register-shutdown-hook", "false");
	}

	@Override
	public void contextPrepared(ConfigurableApplicationContext context) {
		if (this.arguments != null && this.requirement == Requirement.ENVIRONMENT) {
			exit(Objects.requireNonNull(this.commandLine).run(this.arguments.command()));
		}
	}

	@Override
	public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
		if (this.arguments == null) {
			return;
		}
		int code = Objects.requireNonNull(this.commandLine).run(this.arguments.command());
		context.close();
		exit(code);
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		if (this.commandLine != null && !(exception instanceof SpringApplication.AbandonedRunException)) {
			MigrationException property = UnreadableProperty.find(exception);
			exit(this.commandLine.fail(Objects.requireNonNull(this.arguments).command(),
					(property != null) ? property : exception));
		}
	}

	private void exit(int code) {
		this.exit.accept(code);
		throw new SpringApplication.AbandonedRunException();
	}

	private Migrate migrate() {
		try {
			return Objects.requireNonNull(this.context).getBean(Migrate.class);
		}
		catch (BeansException ex) {
			MigrationException property = UnreadableProperty.find(ex);
			throw (property != null) ? property : ex;
		}
	}

	private ProjectDirectory projectDirectory() {
		String configured = Objects.requireNonNull(this.context)
			.getEnvironment()
			.getProperty("migrate.project-directory");
		if (StringUtils.hasText(configured)) {
			return new ProjectDirectory(Path.of(configured).toAbsolutePath());
		}
		Class<?> mainClass = this.application.getMainApplicationClass();
		CodeSource source = (mainClass != null) ? mainClass.getProtectionDomain().getCodeSource() : null;
		return new ProjectDirectory(ProjectLayout.findDirectory((source != null) ? source.getLocation() : null));
	}

	private List<String> initializeProject() {
		Class<?> mainClass = this.application.getMainApplicationClass();
		String revisionPackage = (mainClass != null) ? mainClass.getPackageName() + ".migrations" : "migrations";
		ProjectLayout layout = ProjectLayout.of(projectDirectory().path(),
				new ScriptLocations(List.of("classpath:db/migrate"), List.of(revisionPackage)));
		InitializedProject project = ProjectInitializer.initialize(layout,
				(mainClass != null) ? mainClass.getName() : null);
		List<String> lines = new ArrayList<>();
		project.created().forEach((path) -> lines.add("created " + layout.display(path)));
		project.existing().forEach((path) -> lines.add("left as it is " + layout.display(path)));
		if (!project.propertiesToAdd().isBlank()) {
			lines.add("add to " + layout.display(project.propertiesFile()) + ":");
			project.propertiesToAdd().lines().forEach((line) -> lines.add("    " + line));
		}
		return lines;
	}

	/**
	 * Ends the process; a test takes its place by registering another.
	 */
	@FunctionalInterface
	interface CommandExit extends IntConsumer {

	}

}
