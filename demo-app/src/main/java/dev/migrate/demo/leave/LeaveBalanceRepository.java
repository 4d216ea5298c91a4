package dev.migrate.demo.leave;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface LeaveBalanceRepository extends JpaRepository<LeaveBalance, Long> {

	@EntityGraph(attributePaths = "leavePolicy")
	List<LeaveBalance> findByUserIdAndBalanceYearOrderById(Long userId, int balanceYear);

	Optional<LeaveBalance> findByUserIdAndLeavePolicyIdAndBalanceYear(Long userId, Long leavePolicyId, int balanceYear);

}
