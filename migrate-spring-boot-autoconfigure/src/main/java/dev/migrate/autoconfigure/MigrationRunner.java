package dev.migrate.autoconfigure;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.InitializingBean;

import dev.migrate.command.Migrate;
import dev.migrate.revision.Step;

/**
 * Migrates the database on startup. Spring Boot creates it before all beans that use the
 * database; the start fails if the migration does.
 */
public class MigrationRunner implements InitializingBean {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	private final Migrate migrate;

	private final String target;

	/**
	 * Create a runner.
	 * @param migrate the commands
	 * @param target the revision to upgrade to
	 */
	public MigrationRunner(Migrate migrate, String target) {
		this.migrate = migrate;
		this.target = target;
	}

	@Override
	public void afterPropertiesSet() {
		List<Step> steps = this.migrate.upgrade(this.target);
		logger.info(steps.isEmpty() ? "The database is up to date, nothing to migrate"
				: "Applied " + steps.size() + ((steps.size() == 1) ? " revision" : " revisions"));
	}

}
