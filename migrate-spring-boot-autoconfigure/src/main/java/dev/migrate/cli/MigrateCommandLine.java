package dev.migrate.cli;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import dev.migrate.command.Migrate;

/**
 * The command line of an application: reads arguments, carries out the command, writes
 * what it has to say and returns an exit code: 0 for done or true; 1 for refused, failed,
 * or a check that found something; 2 for wrong usage.
 */
public final class MigrateCommandLine {

	private static final int USAGE_WIDTH = 110;

	private final Supplier<Migrate> migrate;

	private final ProjectInitialization initialization;

	private final Terminal terminal;

	/**
	 * Create a command line.
	 * @param migrate gives the commands of the database; asked at most once a run, and
	 * only by a command that needs it: not for wrong usage, help, version and completion,
	 * nor to lay out the project
	 * @param initialization lays out the project
	 * @param terminal where to write and whom to ask
	 */
	public MigrateCommandLine(Supplier<Migrate> migrate, ProjectInitialization initialization, Terminal terminal) {
		this.migrate = migrate;
		this.initialization = initialization;
		this.terminal = terminal;
	}

	/**
	 * Carry out a command. Errors are written, not thrown.
	 * @param arguments the arguments behind {@code migrate}, without those that are meant
	 * for the Environment
	 * @return the exit code
	 */
	public int run(List<String> arguments) {
		try {
			return commandLine(arguments, new GlobalOptions()).execute(arguments.toArray(String[]::new));
		}
		catch (Error ex) {
			return fail(arguments, ex);
		}
		finally {
			this.terminal.out().flush();
			this.terminal.err().flush();
		}
	}

	/**
	 * Report what kept a command from being carried out, as an application that does not
	 * come up.
	 * @param arguments the arguments behind {@code migrate}
	 * @param failure what happened
	 * @return the exit code
	 */
	public int fail(List<String> arguments, Throwable failure) {
		Exception ex = (failure instanceof Exception exception) ? exception : new IllegalStateException(failure);
		int code = new ErrorReport(this.terminal, arguments.contains(JsonOption.NAME), arguments.contains("--verbose"))
			.failure(ex);
		this.terminal.out().flush();
		this.terminal.err().flush();
		return code;
	}

	/**
	 * How much of the application a run with these arguments needs. Writes nothing.
	 * @param arguments the arguments behind {@code migrate}
	 * @return what it needs: nothing where it only tells of the command line, or of a
	 * mistake in the arguments
	 */
	public Requirement requirement(List<String> arguments) {
		ParseResult command = parse(arguments, new GlobalOptions());
		if (command == null || command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
			return Requirement.NOTHING;
		}
		return (command.commandSpec().userObject() instanceof Undemanding undemanding) ? undemanding.requirement()
				: Requirement.CONTEXT;
	}

	/**
	 * How much a run with these arguments is to tell on stderr. Writes nothing.
	 * @param arguments the arguments behind {@code migrate}
	 * @return the verbosity; that of commands whose {@code --verbose} means whole records
	 * is {@link Verbosity#NORMAL}
	 */
	public Verbosity verbosity(List<String> arguments) {
		GlobalOptions options = new GlobalOptions();
		ParseResult command = parse(arguments, options);
		if (options.quiet()) {
			return Verbosity.QUIET;
		}
		boolean records = command != null && command.commandSpec().userObject() instanceof WithRecords;
		return (options.verbose() && !records) ? Verbosity.VERBOSE : Verbosity.NORMAL;
	}

	private @Nullable ParseResult parse(List<String> arguments, GlobalOptions options) {
		try {
			ParseResult result = commandLine(arguments, options).parseArgs(arguments.toArray(String[]::new));
			while (result.hasSubcommand() && !result.isUsageHelpRequested() && !result.isVersionHelpRequested()) {
				result = result.subcommand();
			}
			return result;
		}
		catch (ParameterException ex) {
			return null;
		}
	}

	private CommandLine commandLine(List<String> arguments, GlobalOptions options) {
		Session session = new Session(this.migrate, this.initialization, this.terminal, options);
		CommandLine commandLine = new CommandLine(new MigrateCommand(options));
		commands(session).forEach(commandLine::addSubcommand);
		layOutHelp(commandLine);
		commandLine.getSubcommands().values().forEach(MigrateCommandLine::layOutHelp);
		boolean json = arguments.contains(JsonOption.NAME);
		return commandLine.setOut(this.terminal.out())
			.setErr(this.terminal.err())
			.setColorScheme(Help.defaultColorScheme(this.terminal.isColoured() ? Ansi.ON : Ansi.OFF))
			.setUsageHelpWidth(USAGE_WIDTH)
			.setExpandAtFiles(false)
			.setInterpolateVariables(false)
			.setCaseInsensitiveEnumValuesAllowed(true)
			.setParameterExceptionHandler((ex, args) -> report(json, options).usage(ex))
			.setExecutionExceptionHandler((ex, command, result) -> report(json, options).failure(ex));
	}

	private static void layOutHelp(CommandLine command) {
		UsageMessageSpec usage = command.getCommandSpec().usageMessage();
		usage.sortOptions(false);
		usage.abbreviateSynopsis(true);
		usage.descriptionHeading("%n");
		usage.parameterListHeading("%nArguments:%n");
		usage.optionListHeading("%nOptions:%n");
		usage.commandListHeading("%nCommands:%n");
		usage.footerHeading("%nExamples:%n");
	}

	private ErrorReport report(boolean json, GlobalOptions options) {
		return new ErrorReport(this.terminal, json, options.verbose());
	}

	private static List<Object> commands(Session session) {
		return List.of(new InitCommand(session), new RevisionCommand(session), new GenerateCommand(session),
				new CreateCommand(session), new BaselineCommand(session), new MergeCommand(session),
				new UpgradeCommand(session), new DowngradeCommand(session), new StampCommand(session),
				new RepairCommand(session), new ResolveCommand(session), new EnsureVersionCommand(session),
				new StatusCommand(session), new CurrentCommand(session), new CheckCommand(session),
				new HistoryCommand(session), new HeadsCommand(session), new BranchesCommand(session),
				new ShowCommand(session), new EditCommand(session), new CompletionCommand(session));
	}

}
