package dev.migrate.autogenerate;

import dev.migrate.schema.QualifiedName;

/**
 * Decides what takes part in a comparison. What does not is neither missed nor found: no
 * operation touches it, unless it is in the way of a change of what takes part, and comes
 * back behind that.
 */
@FunctionalInterface
public interface ObjectFilter {

	/** Everything takes part. */
	ObjectFilter ALL = (kind, object, part) -> true;

	/**
	 * Whether an object takes part.
	 * @param kind what it is: {@code table}, {@code column}, {@code primary_key},
	 * {@code unique}, {@code foreign_key}, {@code check}, {@code index},
	 * {@code sequence}, {@code enum}, {@code struct}, {@code cast} or {@code view}
	 * @param object the name of the object, or of the table that it is part of
	 * @param part the name of the part of the table; empty for what is no part, and for a
	 * constraint without name
	 * @return whether it takes part
	 */
	boolean includes(String kind, QualifiedName object, String part);

	/**
	 * What takes part if another filter agrees.
	 * @param other the other filter
	 * @return a filter of what both include
	 */
	default ObjectFilter and(ObjectFilter other) {
		return (kind, object, part) -> includes(kind, object, part) && other.includes(kind, object, part);
	}

}
