package dev.migrate.demo.audit;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the system log, in the transaction of what it tells about.
 */
@Component
public class AuditLog {

	private final SystemLogRepository systemLogs;

	private final Clock clock;

	AuditLog(SystemLogRepository systemLogs, Clock clock) {
		this.systemLogs = systemLogs;
		this.clock = clock;
	}

	/**
	 * Write a line.
	 * @param action what was done
	 * @param subjectType what kind of thing it was done to
	 * @param subjectId which one
	 * @param details more about it, or {@code null}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(String action, String subjectType, Long subjectId, @Nullable String details) {
		this.systemLogs.save(new SystemLog(this.clock.instant(), action, subjectType, subjectId, details));
	}

}
