package dev.migrate.demo.audit;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;

/**
 * A line of the system log.
 */
@Entity
@Table(name = "system_logs", indexes = { @Index(name = "ix_system_logs_logged_at", columnList = "logged_at"),
		@Index(name = "ix_system_logs_subject", columnList = "subject_type, subject_id") })
public class SystemLog extends BaseEntity {

	@NotNull
	private Instant loggedAt;

	@NotNull
	@Size(max = 50)
	private String action;

	@NotNull
	@Size(max = 50)
	private String subjectType;

	@NotNull
	private Long subjectId;

	@Size(max = 2000)
	private @Nullable String details;

	@SuppressWarnings("NullAway.Init")
	protected SystemLog() {
	}

	public SystemLog(Instant loggedAt, String action, String subjectType, Long subjectId, @Nullable String details) {
		this.loggedAt = loggedAt;
		this.action = action;
		this.subjectType = subjectType;
		this.subjectId = subjectId;
		this.details = details;
	}

	public Instant getLoggedAt() {
		return this.loggedAt;
	}

	public String getAction() {
		return this.action;
	}

	public String getSubjectType() {
		return this.subjectType;
	}

	public Long getSubjectId() {
		return this.subjectId;
	}

	public @Nullable String getDetails() {
		return this.details;
	}

}
