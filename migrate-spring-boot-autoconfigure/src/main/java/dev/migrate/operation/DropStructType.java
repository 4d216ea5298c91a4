package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StructType;

/**
 * Drops a type of attributes.
 *
 * @param name its name
 * @param ifExists whether it is no error if there is none
 * @param was what is dropped, or {@code null} if that is not known
 */
public record DropStructType(QualifiedName name, boolean ifExists, @Nullable StructType was) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was).map(CreateStructType::new);
	}

	@Override
	public String describe() {
		return "drop type " + this.name;
	}

}
