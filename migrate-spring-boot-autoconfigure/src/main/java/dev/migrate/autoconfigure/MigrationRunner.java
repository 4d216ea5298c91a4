package dev.migrate.autoconfigure;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.InitializingBean;

import dev.migrate.command.Migrate;
import dev.migrate.revision.Step;

/**
 * Migrates the database on startup, or sees to it that it is migrated. Spring Boot
 * creates it before all beans that use the database; the start fails if the migration
 * does.
 */
public class MigrationRunner implements InitializingBean {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	private final Migrate migrate;

	private final String target;

	private final StartMode mode;

	/**
	 * Create a runner.
	 * @param migrate the commands
	 * @param target the revision to upgrade to
	 */
	public MigrationRunner(Migrate migrate, String target) {
		this(migrate, target, StartMode.UPGRADE);
	}

	/**
	 * Create a runner.
	 * @param migrate the commands
	 * @param target the revision that the database shall be at
	 * @param mode what to do about revisions that it lacks
	 */
	public MigrationRunner(Migrate migrate, String target, StartMode mode) {
		this.migrate = migrate;
		this.target = target;
		this.mode = mode;
	}

	@Override
	public void afterPropertiesSet() {
		switch (this.mode) {
			case UPGRADE -> upgrade();
			case VERIFY -> this.migrate.verify(this.target);
			case WAIT -> this.migrate.await(this.target);
		}
	}

	private void upgrade() {
		List<Step> steps = this.migrate.upgrade(this.target);
		logger.info(steps.isEmpty() ? "The database is up to date, nothing to migrate"
				: "Applied " + steps.size() + ((steps.size() == 1) ? " revision" : " revisions"));
	}

}
