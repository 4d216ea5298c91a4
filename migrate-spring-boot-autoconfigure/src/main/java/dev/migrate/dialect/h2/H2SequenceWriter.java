package dev.migrate.dialect.h2;

import java.util.List;

import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.SequenceClauses;
import dev.migrate.dialect.SequenceWriter;
import dev.migrate.schema.Identity;
import dev.migrate.schema.SequenceOptions;

/**
 * Writes how H2's sequences and identities count.
 */
final class H2SequenceWriter extends SequenceWriter {

	H2SequenceWriter(ProductSyntax syntax) {
		super(syntax);
	}

	@Override
	protected String addIdentity(Identity identity) {
		return setIdentity(identity, SequenceClauses.of(identity.options()));
	}

	@Override
	protected String setIdentity(Identity identity, List<String> options) {
		// The first number stays that with which it was made
		return super.setIdentity(identity, options.stream().filter((option) -> !option.startsWith("START ")).toList());
	}

	@Override
	protected long usualCache(SequenceOptions options) {
		long increment = (options.increment() != null) ? options.increment() : 1;
		long minimum = (options.minimum() != null) ? options.minimum() : (increment < 0) ? Long.MIN_VALUE : 1;
		long maximum = (options.maximum() != null) ? options.maximum() : (increment < 0) ? -1 : Long.MAX_VALUE;
		return H2SequenceOptions.usualCache(increment, minimum, maximum);
	}

}
