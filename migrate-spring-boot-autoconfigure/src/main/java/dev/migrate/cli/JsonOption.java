package dev.migrate.cli;

import picocli.CommandLine.Option;

/**
 * Whether a program is listening.
 */
final class JsonOption {

	static final String NAME = "--json";

	@Option(names = NAME, description = "write JSON, for programs")
	private boolean json;

	boolean wanted() {
		return this.json;
	}

}
