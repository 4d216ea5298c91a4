package dev.migrate.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.RevisionPlanner;
import dev.migrate.revision.RevisionResolver;
import dev.migrate.revision.StampPlan;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.OfflineScript;
import dev.migrate.runtime.RevisionRenderer;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.script.ScriptDirectory;

/**
 * Writes commands as scripts. As no database is asked, what is applied is said by the
 * start of a range {@code start:target}; without it the script starts from nothing.
 */
public final class OfflineCommands {

	private final Supplier<Dialect> dialect;

	private final RuntimeSettings settings;

	private final MigrationInstances instances;

	/**
	 * Create a writer of scripts.
	 * @param dialect the product, which is known without a connection
	 * @param settings the settings
	 * @param instances creates Java revisions
	 */
	public OfflineCommands(Supplier<Dialect> dialect, RuntimeSettings settings, MigrationInstances instances) {
		this.dialect = dialect;
		this.settings = settings;
		this.instances = instances;
	}

	String upgrade(ScriptDirectory directory, String range) {
		Range parsed = Range.of(range);
		List<Step> steps = new RevisionPlanner(directory.graph()).upgrade(rows(directory, parsed.start()),
				parsed.target());
		return write("upgrade " + parsed, directory, steps);
	}

	String downgrade(ScriptDirectory directory, String range) {
		Range parsed = Range.of(range);
		if (range.indexOf(':') <= 0) {
			throw new MigrationException(Kind.UNSUPPORTED, "A downgrade that is written as SQL needs a start",
					"write START:TARGET, as head:" + (range.equals(":") ? "base" : range.replace(":", "")));
		}
		List<Step> steps = new RevisionPlanner(directory.graph()).downgrade(rows(directory, parsed.start()),
				parsed.target());
		return write("downgrade " + parsed, directory, steps);
	}

	String stamp(ScriptDirectory directory, List<String> targets) {
		List<String> symbols = new ArrayList<>();
		List<String> rows = List.of();
		for (String target : targets) {
			Range parsed = Range.of(target);
			if (!parsed.start().isEmpty()) {
				rows = rows(directory, parsed.start());
			}
			symbols.add(parsed.target());
		}
		StampPlan plan = new RevisionPlanner(directory.graph()).stamp(rows, symbols, false);
		return script().writeStamp("stamp " + String.join(" ", targets), directory.graph(), plan);
	}

	private String write(String title, ScriptDirectory directory, List<Step> steps) {
		return script().write(title, directory, steps);
	}

	RevisionRenderer renderer(Dialect dialect) {
		return new RevisionRenderer(dialect, this.instances, this.settings.naming());
	}

	private OfflineScript script() {
		return new OfflineScript(this.dialect.get(), this.settings, this.instances);
	}

	private static List<String> rows(ScriptDirectory directory, String start) {
		return start.isEmpty() ? List.of()
				: List.copyOf(directory.graph().maximal(new RevisionResolver(directory.graph()).resolve(start)));
	}

	private record Range(String start, String target) {

		static Range of(String text) {
			int colon = text.indexOf(':');
			return (colon < 0) ? new Range("", text) : new Range(text.substring(0, colon), text.substring(colon + 1));
		}

		@Override
		public String toString() {
			return (this.start.isEmpty() ? "base" : this.start) + " -> " + this.target;
		}

	}

}
