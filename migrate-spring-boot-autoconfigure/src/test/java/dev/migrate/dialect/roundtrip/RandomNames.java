package dev.migrate.dialect.roundtrip;

import java.util.List;
import java.util.Random;

/**
 * Names that are hard to quote, each different from all others without regard to case.
 */
final class RandomNames {

	private static final List<String> FORMS = List.of("plain_%d", "name%d", "_%d", "MixedCase%d", "with blank %d",
			"say \"%d\"", "it's %d", "dotted.%d", "größe_%d", "名前%d", "100%% %d", "semi;colon -- %d", "$%d", "%d",
			"back\\slash%d", "question?%d");

	private static final List<String> RESERVED = List.of("select", "order", "user", "table", "group", "primary",
			"check", "value", "from", "to", "index", "desc", "year", "key", "end", "limit", "all", "null", "references",
			"column", "interval", "current_date", "true", "array", "row");

	private static final int LONGEST = 63;

	private final Random random;

	private int count;

	private int reserved;

	RandomNames(Random random) {
		this.random = random;
	}

	String next() {
		int number = ++this.count;
		int choice = this.random.nextInt(10);
		if (choice == 0 && this.reserved < RESERVED.size()) {
			return RESERVED.get(this.reserved++);
		}
		if (choice == 1) {
			String prefix = "long_%d_".formatted(number);
			return prefix + "x".repeat(LONGEST - prefix.length());
		}
		return (choice < 5) ? "plain_" + number : FORMS.get(this.random.nextInt(FORMS.size())).formatted(number);
	}

	/** A comment. */
	String comment() {
		return List.of("plain", "it's", "two\nlines", "größe; -- $$", "back\\slash \"quoted\"", "?", " ")
			.get(this.random.nextInt(7));
	}

}
