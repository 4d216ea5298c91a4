package dev.migrate;

/**
 * A revision written in Java. The class is annotated with {@link RevisionIdentifiers} and
 * is created by the application's bean factory, so that its constructor may ask for beans
 * (but not for those that themselves wait for the migrations: {@link Operations#jdbc()}
 * is for that).
 */
public interface Migration {

	/**
	 * Apply the revision.
	 * @param op the operations
	 * @throws Exception if it cannot be applied: the step is rolled back
	 */
	void upgrade(Operations op) throws Exception;

	/**
	 * Take the revision back.
	 * @param op the operations
	 * @throws Exception if it cannot be taken back: the step is rolled back
	 */
	void downgrade(Operations op) throws Exception;

}
