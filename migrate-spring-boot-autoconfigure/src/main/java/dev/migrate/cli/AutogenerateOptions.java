package dev.migrate.cli;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import dev.migrate.autogenerate.Rename;
import dev.migrate.autogenerate.Renames;
import dev.migrate.command.AutogenerateRequest;

/**
 * How a revision comes about from what entities and database differ in.
 */
final class AutogenerateOptions {

	@Option(names = "--rename", paramLabel = "TABLE.OLD=TABLE.NEW",
			description = "a column that has another name in the entities")
	private List<String> columns = List.of();

	@Option(names = "--rename-table", paramLabel = "OLD=NEW",
			description = "a table that has another name in the entities")
	private List<String> tables = List.of();

	@Option(names = "--allow-empty", description = "write a revision though nothing has changed")
	private boolean allowEmpty;

	@Option(names = "--no-verify", description = "do not try the revision before its file appears")
	private boolean unverified;

	/**
	 * Check that none of them is given.
	 * @param spec the command
	 */
	void requireNone(CommandSpec spec) {
		if (!this.columns.isEmpty() || !this.tables.isEmpty() || this.allowEmpty || this.unverified) {
			throw new UsageException(spec,
					"--rename, --rename-table, --allow-empty and --no-verify are for what --autogenerate finds",
					"add --autogenerate");
		}
	}

	AutogenerateRequest request(CommandSpec spec, Terminal terminal) {
		return new AutogenerateRequest(renames(spec), this.allowEmpty, !this.unverified, decision(terminal));
	}

	private Renames renames(CommandSpec spec) {
		try {
			return Renames.parse(this.columns, this.tables);
		}
		catch (IllegalArgumentException ex) {
			throw new UsageException(spec, String.valueOf(ex.getMessage()),
					"write --rename table.old=table.new or --rename-table old=new");
		}
	}

	private static @Nullable Predicate<Rename> decision(Terminal terminal) {
		if (!terminal.isInteractive()) {
			return null;
		}
		return (rename) -> {
			String answer = terminal.ask("Was %s renamed to %s? [y/N] ".formatted(rename.before(), rename.after()));
			return answer != null && answer.strip().matches("(?i)y(es)?");
		};
	}

}
