package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;

/**
 * Changes how a sequence counts. Its present number stays.
 *
 * @param name its name
 * @param options how it counts from now on
 * @param was how it counted, or {@code null} if that is not known
 */
public record AlterSequence(QualifiedName name, SequenceOptions options,
		@Nullable SequenceOptions was) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was).map((before) -> new AlterSequence(this.name, before, this.options));
	}

	@Override
	public String describe() {
		return "alter sequence " + this.name;
	}

}
