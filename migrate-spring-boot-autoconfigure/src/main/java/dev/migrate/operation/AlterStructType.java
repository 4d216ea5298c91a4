package dev.migrate.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrate.schema.StructType;
import dev.migrate.schema.StructType.Attribute;

/**
 * Changes the attributes of a type. New ones come behind the others: an attribute that
 * shall stand behind a new one is dropped and added again, without its values.
 *
 * @param type the type as it shall be
 * @param was the type as it was
 */
public record AlterStructType(StructType type, StructType was) implements Operation {

	/**
	 * Create an operation.
	 * @throws IllegalArgumentException if these are two types
	 */
	public AlterStructType {
		if (!type.name().equals(was.name())) {
			throw new IllegalArgumentException(
					"The type %s cannot become the type %s".formatted(was.name(), type.name()));
		}
	}

	/**
	 * The attributes that stay, perhaps with another type.
	 * @return those of the type as it shall be, from its beginning
	 */
	public List<Attribute> kept() {
		List<String> names = this.was.attributes().stream().map(Attribute::name).toList();
		List<Attribute> kept = new ArrayList<>();
		int next = 0;
		for (Attribute attribute : this.type.attributes()) {
			int place = names.subList(next, names.size()).indexOf(attribute.name());
			if (place < 0) {
				break;
			}
			kept.add(attribute);
			next += place + 1;
		}
		return kept;
	}

	/**
	 * The attributes that are added.
	 * @return those of the type as it shall be, up to its end
	 */
	public List<Attribute> added() {
		return this.type.attributes().subList(kept().size(), this.type.attributes().size());
	}

	/**
	 * The attributes that are dropped, with their values.
	 * @return some of the type as it was
	 */
	public List<Attribute> dropped() {
		Set<String> kept = new HashSet<>(kept().stream().map(Attribute::name).toList());
		return this.was.attributes().stream().filter((attribute) -> !kept.contains(attribute.name())).toList();
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new AlterStructType(this.was, this.type));
	}

	@Override
	public String describe() {
		return "change attributes of type " + this.type.name();
	}

}
