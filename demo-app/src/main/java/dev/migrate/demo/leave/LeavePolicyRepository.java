package dev.migrate.demo.leave;

import org.springframework.data.jpa.repository.JpaRepository;

interface LeavePolicyRepository extends JpaRepository<LeavePolicy, Long> {

	LeavePolicy getByLeaveType(LeaveType leaveType);

}
