package dev.migrate.dialect;

import java.util.Set;

/**
 * What some products can say of tables, and others cannot.
 */
public enum Feature {

	/** Comments on tables and columns. */
	COMMENT("it keeps no comments"),

	/** A collation of a column. */
	COLLATION("its columns have no collation of their own"),

	/** A column that is computed when it is written. */
	STORED_COLUMN("it has no generated columns that are stored"),

	/** A column that is computed when it is read. */
	VIRTUAL_COLUMN("it has no generated columns that are not stored"),

	/** An index of some rows. */
	PARTIAL_INDEX("it has no partial indexes"),

	/** An index of expressions. */
	EXPRESSION_INDEX("it has no indexes of expressions"),

	/** Where {@code NULL} comes in an index. */
	INDEX_NULLS("its indexes do not say where NULL comes"),

	/** An access method or an operator class of an index. */
	INDEX_METHOD("its indexes have no access methods and operator classes"),

	/** A collation in an index. */
	INDEX_COLLATION("its indexes have no collations of their own"),

	/** Another name for an index. */
	RENAME_INDEX("it gives indexes no other names, drop and create them"),

	/** Another name for a constraint. */
	RENAME_CONSTRAINT("it gives constraints no other names, drop and create them"),

	/** Columns that an index carries. */
	INCLUDE("its indexes carry no further columns"),

	/** An index that is created beside running transactions. */
	CONCURRENT_INDEX("it creates and drops no indexes concurrently"),

	/** Two {@code NULL} that are duplicates. */
	NULLS_NOT_DISTINCT("two NULL are never duplicates there"),

	/** A constraint that is checked at the end of the transaction. */
	DEFERRABLE("its constraints cannot be deferred"),

	/** A foreign key with {@code MATCH FULL}. */
	MATCH_FULL("its foreign keys have no MATCH FULL"),

	/** A foreign key that sets some of its columns when a row is deleted. */
	DELETE_COLUMNS("its foreign keys set all their columns"),

	/** A constraint that leaves present rows unchecked. */
	NOT_VALID("its constraints always check the present rows"),

	/** A check that tables do not inherit. */
	NO_INHERIT("its tables do not inherit"),

	/** An exclusion constraint. */
	EXCLUSION("it has no exclusion constraints"),

	/** Storage parameters. */
	STORAGE("it has no storage parameters"),

	/** A partitioned table. */
	PARTITIONS("it has no partitioned tables"),

	/** A sequence. */
	SEQUENCE("it has no sequences"),

	/** Another name for a sequence. */
	RENAME_SEQUENCE("its sequences keep their names"),

	/** A column that becomes an identity, or ceases to be one. */
	ALTER_IDENTITY("its identities are made with their table"),

	/** A sequence that belongs to a column. */
	OWNED_SEQUENCE("its sequences belong to no column"),

	/** An enumerated type with a name. */
	ENUM_TYPE("it has no enumerated types with a name"),

	/** An enumerated type whose values are changed while it is used. */
	ENUM_VALUE("the values of a type stay as they are, make the type anew"),

	/** A type of attributes. */
	STRUCT_TYPE("it has no types of attributes"),

	/** A cast between two types. */
	CAST("it has no casts but its own"),

	/** A schema beside others. */
	SCHEMA("it has no schemas");

	private final String missing;

	Feature(String missing) {
		this.missing = missing;
	}

	/**
	 * Check that a product has this.
	 * @param features what it has
	 * @throws UnsupportedFeatureException if it does not
	 */
	void require(Set<Feature> features) {
		if (!features.contains(this)) {
			throw new UnsupportedFeatureException(this.missing);
		}
	}

}
