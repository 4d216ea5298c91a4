package dev.migrate.demo.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.audit.AuditLog;
import dev.migrate.demo.problem.ConflictException;

/**
 * Who reports to whom.
 */
@Service
@Transactional
public class Hierarchy {

	private final SupervisionRepository supervisions;

	private final UserRepository users;

	private final AuditLog auditLog;

	private final Clock clock;

	Hierarchy(SupervisionRepository supervisions, UserRepository users, AuditLog auditLog, Clock clock) {
		this.supervisions = supervisions;
		this.users = users;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * The manager of an employee today.
	 * @param employeeId the employee
	 * @return the manager, if there is one
	 */
	@Transactional(readOnly = true)
	public Optional<User> managerOf(Long employeeId) {
		return this.supervisions.findByEmployeeIdAndValidToIsNull(employeeId).map(Supervision::getManager);
	}

	@Transactional(readOnly = true)
	List<UserView> team(Long managerId) {
		this.users.require(managerId);
		return this.supervisions.findByManagerIdAndValidToIsNullOrderByEmployeeFullName(managerId)
			.stream()
			.map((supervision) -> UserView.of(supervision.getEmployee()))
			.toList();
	}

	void setManager(Long employeeId, Long managerId) {
		User employee = this.users.require(employeeId);
		User manager = this.users.require(managerId);
		requireNoCycle(employeeId, managerId);
		LocalDate today = LocalDate.now(this.clock);
		Supervision current = this.supervisions.findByEmployeeIdAndValidToIsNull(employeeId).orElse(null);
		if (current != null && current.getValidFrom().equals(today)) {
			current.handOverTo(manager);
		}
		else {
			if (current != null) {
				current.endOn(today.minusDays(1));
			}
			this.supervisions.save(new Supervision(employee, manager, today));
		}
		this.auditLog.record("set-manager", "user", employeeId, "Reports to " + manager.getFullName());
	}

	private void requireNoCycle(Long employeeId, Long managerId) {
		Optional<Long> superior = Optional.of(managerId);
		while (superior.isPresent()) {
			if (superior.get().equals(employeeId)) {
				throw new ConflictException("An employee cannot report to themselves, directly or through others");
			}
			superior = managerOf(superior.get()).map(User::getId);
		}
	}

}
