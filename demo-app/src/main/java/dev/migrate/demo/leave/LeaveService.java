package dev.migrate.demo.leave;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.attendance.DailySummaries;
import dev.migrate.demo.audit.AuditLog;
import dev.migrate.demo.holiday.WorkCalendar;
import dev.migrate.demo.people.User;
import dev.migrate.demo.people.UserRepository;
import dev.migrate.demo.problem.ConflictException;

@Service
@Transactional
class LeaveService {

	private final LeavePolicyRepository policies;

	private final LeaveBalanceRepository balances;

	private final LeaveRequestRepository requests;

	private final ApprovalStepRepository steps;

	private final ApprovalWorkflow workflow;

	private final WorkCalendar calendar;

	private final DailySummaries dailySummaries;

	private final UserRepository users;

	private final AuditLog auditLog;

	LeaveService(LeavePolicyRepository policies, LeaveBalanceRepository balances, LeaveRequestRepository requests,
			ApprovalStepRepository steps, ApprovalWorkflow workflow, WorkCalendar calendar,
			DailySummaries dailySummaries, UserRepository users, AuditLog auditLog) {
		this.policies = policies;
		this.balances = balances;
		this.requests = requests;
		this.steps = steps;
		this.workflow = workflow;
		this.calendar = calendar;
		this.dailySummaries = dailySummaries;
		this.users = users;
		this.auditLog = auditLog;
	}

	@Transactional(readOnly = true)
	List<PolicyView> policies() {
		return this.policies.findAll(Sort.by("id")).stream().map(PolicyView::of).toList();
	}

	@Transactional(readOnly = true)
	List<BalanceView> balances(Long userId, Year year) {
		return this.balances.findByUserIdAndBalanceYearOrderById(userId, year.getValue())
			.stream()
			.map(BalanceView::of)
			.toList();
	}

	@Transactional(readOnly = true)
	List<LeaveRequestView> requests(Long userId) {
		return this.requests.findByUserIdOrderByStartDate(userId).stream().map(LeaveRequestView::of).toList();
	}

	@Transactional(readOnly = true)
	List<StepView> workflow(Long id) {
		this.requests.require(id);
		return this.steps.findByLeaveRequestIdOrderByStepNumber(id).stream().map(StepView::of).toList();
	}

	LeaveRequestView create(NewLeaveRequest request) {
		User user = this.users.require(request.userId());
		BigDecimal days = workingDays(request);
		requireNoOverlap(request);
		LeavePolicy policy = this.policies.getByLeaveType(request.leaveType());
		requireRemaining(balance(user, policy, request.startDate().getYear()), days);
		LeaveRequest leave = this.requests
			.save(new LeaveRequest(user, policy, request.startDate(), request.endDate(), days, request.reason()));
		this.auditLog.record("create", "leave-request", leave.getId(), user.getFullName());
		if (policy.isApprovalRequired()) {
			this.workflow.start(leave);
		}
		else {
			grant(leave);
		}
		return LeaveRequestView.of(leave);
	}

	LeaveRequestView decide(Long id, Decision decision, Verdict verdict) {
		LeaveRequest leave = this.requests.require(id);
		LeaveStatus status = this.workflow.decide(leave, verdict.approverId(), decision, verdict.remark());
		if (status == LeaveStatus.APPROVED) {
			grant(leave);
		}
		else {
			leave.decide(status);
		}
		this.auditLog.record("decide", "leave-request", id, decision.name());
		return LeaveRequestView.of(leave);
	}

	private void grant(LeaveRequest leave) {
		LeaveBalance balance = balance(leave.getUser(), leave.getLeavePolicy(), leave.getStartDate().getYear());
		requireRemaining(balance, leave.getDays());
		balance.use(leave.getDays());
		leave.decide(LeaveStatus.APPROVED);
		this.dailySummaries.onLeave(leave.getUser(),
				this.calendar.workingDays(leave.getStartDate(), leave.getEndDate()));
	}

	private BigDecimal workingDays(NewLeaveRequest request) {
		if (request.endDate().isBefore(request.startDate())) {
			throw new ConflictException("A leave cannot end before it starts");
		}
		int days = this.calendar.workingDays(request.startDate(), request.endDate()).size();
		if (days == 0) {
			throw new ConflictException("There is no working day among these days");
		}
		return BigDecimal.valueOf(days);
	}

	private void requireNoOverlap(NewLeaveRequest request) {
		if (this.requests.existsByUserIdAndStatusInAndStartDateLessThanEqualAndEndDateGreaterThanEqual(request.userId(),
				List.of(LeaveStatus.PENDING, LeaveStatus.APPROVED), request.endDate(), request.startDate())) {
			throw new ConflictException("There is a leave request for some of these days already");
		}
	}

	private static void requireRemaining(LeaveBalance balance, BigDecimal days) {
		if (balance.getRemainingDays().compareTo(days) < 0) {
			throw new ConflictException(
					"Only %s days of %s remain in %d".formatted(balance.getRemainingDays().toPlainString(),
							balance.getLeavePolicy().getName(), balance.getBalanceYear()));
		}
	}

	private LeaveBalance balance(User user, LeavePolicy policy, int year) {
		return this.balances.findByUserIdAndLeavePolicyIdAndBalanceYear(user.getId(), policy.getId(), year)
			.orElseGet(() -> this.balances.save(new LeaveBalance(user, policy, year)));
	}

	record NewLeaveRequest(@NotNull Long userId, @NotNull LeaveType leaveType, @NotNull LocalDate startDate,
			@NotNull LocalDate endDate, @Size(max = 500) @Nullable String reason) {
	}

	record Verdict(@NotNull Long approverId, @Size(max = 500) @Nullable String remark) {
	}

	record PolicyView(Long id, LeaveType leaveType, String name, BigDecimal daysPerYear, boolean approvalRequired) {

		static PolicyView of(LeavePolicy policy) {
			return new PolicyView(policy.getId(), policy.getLeaveType(), policy.getName(), policy.getDaysPerYear(),
					policy.isApprovalRequired());
		}

	}

	record BalanceView(LeaveType leaveType, int year, BigDecimal entitledDays, BigDecimal usedDays,
			BigDecimal remainingDays) {

		static BalanceView of(LeaveBalance balance) {
			return new BalanceView(balance.getLeavePolicy().getLeaveType(), balance.getBalanceYear(),
					balance.getEntitledDays(), balance.getUsedDays(), balance.getRemainingDays());
		}

	}

	record LeaveRequestView(Long id, Long userId, LeaveType leaveType, LocalDate startDate, LocalDate endDate,
			BigDecimal days, @Nullable String reason, LeaveStatus status) {

		static LeaveRequestView of(LeaveRequest request) {
			return new LeaveRequestView(request.getId(), request.getUser().getId(),
					request.getLeavePolicy().getLeaveType(), request.getStartDate(), request.getEndDate(),
					request.getDays(), request.getReason(), request.getStatus());
		}

	}

	record StepView(int stepNumber, Long approverId, String approver, Decision decision, @Nullable String remark,
			@Nullable Instant decidedAt) {

		static StepView of(ApprovalStep step) {
			return new StepView(step.getStepNumber(), step.getApprover().getId(), step.getApprover().getFullName(),
					step.getDecision(), step.getRemark(), step.getDecidedAt());
		}

	}

}
