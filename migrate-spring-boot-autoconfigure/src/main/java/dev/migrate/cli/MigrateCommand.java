package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command line without a command.
 */
@Command(name = "migrate", description = "Evolves the schema of this application's database.",
		synopsisSubcommandLabel = "COMMAND", versionProvider = MigrateVersion.class,
		footer = { "  ./migrate revision -m \"Add phone number to users\"", "  ./migrate upgrade head",
				"  ./migrate COMMAND --help" })
final class MigrateCommand implements Callable<Integer>, Undemanding {

	@Mixin
	private final GlobalOptions options;

	@Option(names = { "-V", "--version" }, versionHelp = true, description = "show the version")
	private boolean version;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	MigrateCommand(GlobalOptions options) {
		this.options = options;
	}

	@Override
	public Requirement requirement() {
		return Requirement.NOTHING;
	}

	@Override
	public Integer call() {
		throw new UsageException(this.spec, "No command is given", "see migrate --help for the commands");
	}

}
