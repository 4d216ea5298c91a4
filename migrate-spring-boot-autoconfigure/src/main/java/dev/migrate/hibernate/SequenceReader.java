package dev.migrate.hibernate;

import java.util.Set;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;

/**
 * Reads how a sequence counts.
 */
final class SequenceReader {

	private static final Set<String> CLAUSES = Set.of("start", "increment", "minvalue", "maxvalue", "cache", "cycle",
			"no");

	private final SqlReader reader;

	SequenceReader(SqlReader reader) {
		this.reader = reader;
	}

	/** A statement that creates the sequence of the given name. */
	Sequence statement(QualifiedName name, TypeReader types) {
		this.reader.expect("create", "sequence");
		this.reader.qualifiedName();
		SequenceOptions options = options(SequenceOptions.DEFAULTS);
		ColumnType type = null;
		if (this.reader.accept("as")) {
			type = types.read(this.reader.until(CLAUSES));
			options = options(options);
		}
		this.reader.expectEnd();
		return new Sequence(name, type, options, null, null);
	}

	/** As many options as there are. */
	SequenceOptions options(SequenceOptions before) {
		SequenceOptions options = before;
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
