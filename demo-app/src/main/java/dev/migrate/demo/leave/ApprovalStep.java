package dev.migrate.demo.leave;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import dev.migrate.demo.BaseEntity;
import dev.migrate.demo.people.User;

/**
 * One of the approvals that a leave request needs, in their order.
 */
@Entity
@Table(name = "leave_approval_workflow",
		uniqueConstraints = @UniqueConstraint(name = "uk_leave_approval_workflow_request_step",
				columnNames = { "leave_request_id", "step_number" }),
		indexes = @Index(name = "ix_leave_approval_workflow_approver_id_decision",
				columnList = "approver_id, decision"))
public class ApprovalStep extends BaseEntity {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "leave_request_id", foreignKey = @ForeignKey(name = "fk_leave_approval_workflow_leave_request"))
	private LeaveRequest leaveRequest;

	@Min(1)
	private int stepNumber;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "approver_id", foreignKey = @ForeignKey(name = "fk_leave_approval_workflow_approver"))
	private User approver;

	@NotNull
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private Decision decision = Decision.PENDING;

	@Size(max = 500)
	private @Nullable String remark;

	private @Nullable Instant decidedAt;

	@SuppressWarnings("NullAway.Init")
	protected ApprovalStep() {
	}

	public ApprovalStep(LeaveRequest leaveRequest, int stepNumber, User approver) {
		this.leaveRequest = leaveRequest;
		this.stepNumber = stepNumber;
		this.approver = approver;
	}

	public LeaveRequest getLeaveRequest() {
		return this.leaveRequest;
	}

	public int getStepNumber() {
		return this.stepNumber;
	}

	public User getApprover() {
		return this.approver;
	}

	public Decision getDecision() {
		return this.decision;
	}

	public @Nullable String getRemark() {
		return this.remark;
	}

	public @Nullable Instant getDecidedAt() {
		return this.decidedAt;
	}

	void decide(Decision decision, @Nullable String remark, Instant decidedAt) {
		this.decision = decision;
		this.remark = remark;
		this.decidedAt = decidedAt;
	}

	void skip() {
		this.decision = Decision.SKIPPED;
	}

}
