package dev.migrate.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that every command has.
 */
final class GlobalOptions {

	@Option(names = { "-v", "--verbose" }, scope = ScopeType.INHERIT,
			description = "tell more: whole records, log lines, stack traces of errors")
	private boolean verbose;

	@Option(names = { "-q", "--quiet" }, scope = ScopeType.INHERIT, description = "no log lines, only errors")
	private boolean quiet;

	@Option(names = { "-h", "--help" }, scope = ScopeType.INHERIT, usageHelp = true, description = "show this help")
	private boolean help;

	boolean verbose() {
		return this.verbose;
	}

	boolean quiet() {
		return this.quiet;
	}

}
