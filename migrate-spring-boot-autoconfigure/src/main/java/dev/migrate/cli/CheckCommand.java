package dev.migrate.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

import org.springframework.util.StringUtils;

import dev.migrate.autogenerate.Difference;

/**
 * Compares entities and database.
 */
@Command(name = "check", description = "Compare entities and database; exit with 1 if they differ",
		footer = "  ./migrate check")
final class CheckCommand implements Callable<Integer> {

	private final Session session;

	@Mixin
	private final JsonOption json = new JsonOption();

	CheckCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		List<Difference> differences = this.session.migrate().check(true);
		if (this.json.wanted()) {
			this.session.print(Json.of(DifferenceJson.of(differences)));
		}
		else if (differences.isEmpty()) {
			this.session.print("No new upgrade operations detected.");
		}
		else {
			differences.forEach((difference) -> this.session.print(StringUtils.capitalize(difference.text())));
		}
		return differences.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
	}

}
