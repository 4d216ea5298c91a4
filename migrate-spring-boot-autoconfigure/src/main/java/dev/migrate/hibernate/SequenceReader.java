package dev.migrate.hibernate;

import dev.migrate.schema.SequenceOptions;

/**
 * Reads how a sequence counts.
 */
final class SequenceReader {

	private final SqlReader reader;

	SequenceReader(SqlReader reader) {
		this.reader = reader;
	}

	/** As many options as there are. */
	SequenceOptions options() {
		SequenceOptions options = SequenceOptions.DEFAULTS;
		while (true) {
			if (this.reader.accept("start")) {
				this.reader.accept("with");
				options = options.start(this.reader.number());
			}
			else if (this.reader.accept("increment")) {
				this.reader.accept("by");
				options = options.increment(this.reader.number());
			}
			else if (this.reader.accept("minvalue")) {
				options = options.minimum(this.reader.number());
			}
			else if (this.reader.accept("maxvalue")) {
				options = options.maximum(this.reader.number());
			}
			else if (this.reader.accept("cache")) {
				options = options.cache(this.reader.number());
			}
			else if (this.reader.accept("cycle")) {
				options = options.cycling();
			}
			else if (!says("minvalue") && !says("maxvalue") && !says("cycle") && !says("cache")) {
				return options;
			}
		}
	}

	/** The usual, in words. */
	private boolean says(String option) {
		return this.reader.accept("no", option) || this.reader.accept("no" + option);
	}

}
