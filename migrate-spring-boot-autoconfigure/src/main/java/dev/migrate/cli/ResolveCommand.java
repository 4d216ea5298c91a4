package dev.migrate.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.migrate.runtime.Resolution;

/**
 * Settles a half-done revision.
 */
@Command(name = "resolve", description = "Settle a revision that was interrupted",
		footer = { "  ./migrate resolve --retry", "  ./migrate resolve --undo" })
final class ResolveCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@ArgGroup(exclusive = true, multiplicity = "1")
	private @Nullable Way way;

	@Option(names = "--by-hand", description = "with --undo: what was executed was taken back by hand")
	private boolean byHand;

	@Mixin
	private final ConfirmOption confirm = new ConfirmOption();

	ResolveCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		Resolution resolution = (this.way != null) ? this.way.resolution() : Resolution.RETRY;
		if (this.byHand && resolution != Resolution.UNDO) {
			throw new UsageException(this.spec, "--by-hand goes only with --undo", "leave it out");
		}
		this.confirm.confirmed(this.session).resolve(this.byHand ? Resolution.UNDONE : resolution);
		return ExitCode.OK;
	}

	/**
	 * How it is settled.
	 */
	static final class Way {

		@Option(names = "--done", description = "the rest was done by hand: record the revision")
		private boolean done;

		@Option(names = "--retry", description = "go on now, with the statement in doubt again")
		private boolean retry;

		@Option(names = "--undo", description = "take back what was executed")
		private boolean undo;

		Resolution resolution() {
			if (this.done) {
				return Resolution.DONE;
			}
			return this.undo ? Resolution.UNDO : Resolution.RETRY;
		}

	}

}
