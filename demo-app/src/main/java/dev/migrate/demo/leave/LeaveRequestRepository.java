package dev.migrate.demo.leave;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

import dev.migrate.demo.problem.NotFoundException;

interface LeaveRequestRepository extends JpaRepository<LeaveRequest, Long> {

	@EntityGraph(attributePaths = "leavePolicy")
	List<LeaveRequest> findByUserIdOrderByStartDate(Long userId);

	boolean existsByUserIdAndStatusInAndStartDateLessThanEqualAndEndDateGreaterThanEqual(Long userId,
			Collection<LeaveStatus> statuses, LocalDate end, LocalDate start);

	default LeaveRequest require(Long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("leave request", id));
	}

}
