package dev.migrate.demo.people;

/**
 * What an emergency contact is to an employee.
 */
public enum Relationship {

	/** Husband, wife or partner. */
	PARTNER,

	/** Mother or father. */
	PARENT,

	/** Brother or sister. */
	SIBLING,

	/** Daughter or son. */
	CHILD,

	/** Somebody else. */
	OTHER

}
