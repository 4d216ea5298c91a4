package dev.migrate.demo.leave;

import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface ApprovalStepRepository extends JpaRepository<ApprovalStep, Long> {

	@EntityGraph(attributePaths = "approver")
	List<ApprovalStep> findByLeaveRequestIdOrderByStepNumber(Long leaveRequestId);

}
