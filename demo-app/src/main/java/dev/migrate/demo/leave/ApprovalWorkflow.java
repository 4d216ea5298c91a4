package dev.migrate.demo.leave;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.people.Hierarchy;
import dev.migrate.demo.people.User;
import dev.migrate.demo.problem.ConflictException;

/**
 * Who must approve a leave request, and what they said. Long leaves need the manager's
 * manager too, where there is one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApprovalWorkflow {

	private static final int LONG_LEAVE_DAYS = 10;

	private final ApprovalStepRepository steps;

	private final Hierarchy hierarchy;

	private final Clock clock;

	ApprovalWorkflow(ApprovalStepRepository steps, Hierarchy hierarchy, Clock clock) {
		this.steps = steps;
		this.hierarchy = hierarchy;
		this.clock = clock;
	}

	/**
	 * Ask the approvers.
	 * @param request the request
	 * @throws ConflictException if there is nobody to ask
	 */
	void start(LeaveRequest request) {
		int number = 1;
		for (User approver : approvers(request)) {
			this.steps.save(new ApprovalStep(request, number++, approver));
		}
	}

	/**
	 * Take the decision of the approver whose turn it is.
	 * @param request the request
	 * @param approverId who decides
	 * @param decision approved or rejected
	 * @param remark what they say about it, or {@code null}
	 * @return where the request stands now
	 * @throws ConflictException if it is not the approver's turn
	 */
	LeaveStatus decide(LeaveRequest request, Long approverId, Decision decision, @Nullable String remark) {
		List<ApprovalStep> pending = this.steps.findByLeaveRequestIdOrderByStepNumber(request.getId())
			.stream()
			.filter((step) -> step.getDecision() == Decision.PENDING)
			.toList();
		if (pending.isEmpty()) {
			throw new ConflictException("Leave request %d has been decided already".formatted(request.getId()));
		}
		ApprovalStep current = pending.get(0);
		if (!current.getApprover().getId().equals(approverId)) {
			throw new ConflictException("It is the turn of %s to decide on leave request %d"
				.formatted(current.getApprover().getFullName(), request.getId()));
		}
		current.decide(decision, remark, this.clock.instant());
		List<ApprovalStep> others = pending.subList(1, pending.size());
		if (decision == Decision.REJECTED) {
			others.forEach(ApprovalStep::skip);
			return LeaveStatus.REJECTED;
		}
		return others.isEmpty() ? LeaveStatus.APPROVED : LeaveStatus.PENDING;
	}

	private List<User> approvers(LeaveRequest request) {
		List<User> approvers = new ArrayList<>();
		User manager = this.hierarchy.managerOf(request.getUser().getId())
			.orElseThrow(() -> new ConflictException(
					"%s has no manager who could approve it".formatted(request.getUser().getFullName())));
		approvers.add(manager);
		if (request.getDays().intValue() > LONG_LEAVE_DAYS) {
			Optional<User> superior = this.hierarchy.managerOf(manager.getId());
			superior.ifPresent(approvers::add);
		}
		return approvers;
	}

}
