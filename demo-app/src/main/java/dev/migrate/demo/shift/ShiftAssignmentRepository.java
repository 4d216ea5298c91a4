package dev.migrate.demo.shift;

import java.time.LocalDate;
import java.util.List;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ShiftAssignmentRepository extends JpaRepository<ShiftAssignment, Long> {

	@EntityGraph(attributePaths = "shiftPattern")
	List<ShiftAssignment> findByUserIdOrderByValidFrom(Long userId);

	@Query("""
			select a from ShiftAssignment a join fetch a.shiftPattern
			where a.user.id = :userId and a.validFrom <= :day and (a.validTo is null or a.validTo >= :day)
			order by a.validFrom desc""")
	List<ShiftAssignment> findNewestFirst(Long userId, LocalDate day);

}
