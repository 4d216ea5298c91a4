package dev.migrate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Where an upgrade or a downgrade leads.
 */
final class TargetArgument {

	@Parameters(paramLabel = "REV", arity = "0..1",
			description = "an id, the beginning of one, a label, head, heads, base, label@head, +N or -N")
	private @Nullable String target;

	@Option(names = "--revision", paramLabel = "REV", description = "the same as an option")
	private @Nullable String revision;

	String get(CommandSpec command, String defaultTarget) {
		if (this.target != null && this.revision != null) {
			throw new UsageException(command,
					"The target is given twice, as %s and as --revision %s".formatted(this.target, this.revision),
					"leave out one of them");
		}
		if (this.target != null) {
			return this.target;
		}
		return (this.revision != null) ? this.revision : defaultTarget;
	}

	void requireNoRange(CommandSpec command, String target) {
		if (target.indexOf(':') >= 0) {
			throw new UsageException(command, "The range '%s' is for --sql only".formatted(target),
					"name one revision; the database knows where it stands");
		}
	}

}
