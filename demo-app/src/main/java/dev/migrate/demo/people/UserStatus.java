package dev.migrate.demo.people;

/**
 * Whether a user works here.
 */
public enum UserStatus {

	/** Works here. */
	ACTIVE,

	/** Works here, and may not for now. */
	SUSPENDED,

	/** Has left. */
	TERMINATED

}
