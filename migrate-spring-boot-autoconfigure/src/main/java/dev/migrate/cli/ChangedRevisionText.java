package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import dev.migrate.runtime.ChangedRevision;

/**
 * An applied revision whose file was changed, for people.
 */
final class ChangedRevisionText {

	private static final String INDENTATION = "    ";

	private ChangedRevisionText() {
	}

	static List<String> of(ChangedRevision changed) {
		List<String> lines = new ArrayList<>();
		lines.add("Rev: " + changed.revision().id());
		lines.add("Path: " + changed.revision().source());
		lines.add("Recorded: " + changed.recordedChecksum());
		lines.add("Present: " + changed.presentChecksum());
		lines.add("Applied: " + changed.appliedAt()
				+ (StringUtils.hasText(changed.appliedBy()) ? " by " + changed.appliedBy() : ""));
		lines.addAll(downgrade(changed.recordedDowngrade(), changed.presentDowngrade()));
		lines.add("");
		return lines;
	}

	private static List<String> downgrade(@Nullable String recorded, @Nullable String present) {
		if (recorded == null || present == null) {
			return List.of("Downgrade: not compared, %s has none that stands alone"
				.formatted((recorded == null) ? "the history" : "the file"));
		}
		List<String> difference = LineDifference.of(recorded, present);
		if (difference.isEmpty()) {
			return List.of("Downgrade: the same");
		}
		List<String> lines = new ArrayList<>(List.of("Downgrade:"));
		difference.forEach((line) -> lines.add(INDENTATION + line));
		return lines;
	}

}
