package dev.migrate.demo.leave;

import java.time.Year;
import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.migrate.demo.leave.LeaveService.BalanceView;
import dev.migrate.demo.leave.LeaveService.LeaveRequestView;
import dev.migrate.demo.leave.LeaveService.NewLeaveRequest;
import dev.migrate.demo.leave.LeaveService.PolicyView;
import dev.migrate.demo.leave.LeaveService.StepView;
import dev.migrate.demo.leave.LeaveService.Verdict;

@RestController
@RequestMapping("/api")
class LeaveController {

	private final LeaveService leave;

	LeaveController(LeaveService leave) {
		this.leave = leave;
	}

	@GetMapping("/leave-policies")
	List<PolicyView> policies() {
		return this.leave.policies();
	}

	@GetMapping("/leave-balances")
	List<BalanceView> balances(@RequestParam Long userId, @RequestParam Year year) {
		return this.leave.balances(userId, year);
	}

	@GetMapping("/leave-requests")
	List<LeaveRequestView> requests(@RequestParam Long userId) {
		return this.leave.requests(userId);
	}

	@PostMapping("/leave-requests")
	@ResponseStatus(HttpStatus.CREATED)
	LeaveRequestView create(@Valid @RequestBody NewLeaveRequest request) {
		return this.leave.create(request);
	}

	@GetMapping("/leave-requests/{id}/workflow")
	List<StepView> workflow(@PathVariable Long id) {
		return this.leave.workflow(id);
	}

	@PostMapping("/leave-requests/{id}/approve")
	LeaveRequestView approve(@PathVariable Long id, @Valid @RequestBody Verdict verdict) {
		return this.leave.decide(id, Decision.APPROVED, verdict);
	}

	@PostMapping("/leave-requests/{id}/reject")
	LeaveRequestView reject(@PathVariable Long id, @Valid @RequestBody Verdict verdict) {
		return this.leave.decide(id, Decision.REJECTED, verdict);
	}

}
