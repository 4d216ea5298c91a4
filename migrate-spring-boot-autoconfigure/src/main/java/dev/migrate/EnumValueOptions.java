package dev.migrate;

import dev.migrate.operation.AddEnumValue;

/**
 * Options of {@link TypeOperations#addEnumValue}.
 */
public final class EnumValueOptions {

	private final Pending<AddEnumValue> pending;

	EnumValueOptions(Pending<AddEnumValue> pending) {
		this.pending = pending;
	}

	/**
	 * Put the value before another.
	 * @param neighbour the other value
	 * @return these options
	 */
	public EnumValueOptions before(String neighbour) {
		this.pending.amend((add) -> new AddEnumValue(add.type(), add.value(), neighbour, true, add.ifNotExists()));
		return this;
	}

	/**
	 * Put the value behind another.
	 * @param neighbour the other value
	 * @return these options
	 */
	public EnumValueOptions after(String neighbour) {
		this.pending.amend((add) -> new AddEnumValue(add.type(), add.value(), neighbour, false, add.ifNotExists()));
		return this;
	}

	/**
	 * Do nothing if the type has the value.
	 * @return these options
	 */
	public EnumValueOptions ifNotExists() {
		this.pending.amend((add) -> new AddEnumValue(add.type(), add.value(), add.neighbour(), add.before(), true));
		return this;
	}

}
