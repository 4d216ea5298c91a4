package dev.migrate.demo.shift;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.audit.AuditLog;
import dev.migrate.demo.people.UserRepository;

@Service
@Transactional
class ShiftService {

	private final ShiftPatternRepository patterns;

	private final ShiftAssignmentRepository assignments;

	private final UserRepository users;

	private final AuditLog auditLog;

	ShiftService(ShiftPatternRepository patterns, ShiftAssignmentRepository assignments, UserRepository users,
			AuditLog auditLog) {
		this.patterns = patterns;
		this.assignments = assignments;
		this.users = users;
		this.auditLog = auditLog;
	}

	@Transactional(readOnly = true)
	List<ShiftPatternView> patterns() {
		return this.patterns.findAll(Sort.by("name")).stream().map(ShiftPatternView::of).toList();
	}

	ShiftPatternView createPattern(NewShiftPattern request) {
		ShiftPattern pattern = this.patterns
			.save(new ShiftPattern(request.name(), request.startTime(), request.endTime(), request.breakMinutes()));
		this.auditLog.record("create", "shift-pattern", pattern.getId(), pattern.getName());
		return ShiftPatternView.of(pattern);
	}

	@Transactional(readOnly = true)
	List<ShiftAssignmentView> assignments(Long userId) {
		return this.assignments.findByUserIdOrderByValidFrom(userId).stream().map(ShiftAssignmentView::of).toList();
	}

	ShiftAssignmentView assign(NewShiftAssignment request) {
		ShiftAssignment assignment = this.assignments.save(new ShiftAssignment(this.users.require(request.userId()),
				this.patterns.require(request.shiftPatternId()), request.validFrom(), request.validTo()));
		this.auditLog.record("create", "shift-assignment", assignment.getId(), assignment.getShiftPattern().getName());
		return ShiftAssignmentView.of(assignment);
	}

	record NewShiftPattern(@NotBlank @Size(max = 100) String name, @NotNull LocalTime startTime,
			@NotNull LocalTime endTime, @Min(0) int breakMinutes) {
	}

	record ShiftPatternView(Long id, String name, LocalTime startTime, LocalTime endTime, int breakMinutes,
			long workingMinutes) {

		static ShiftPatternView of(ShiftPattern pattern) {
			return new ShiftPatternView(pattern.getId(), pattern.getName(), pattern.getStartTime(),
					pattern.getEndTime(), pattern.getBreakMinutes(), pattern.workingTime().toMinutes());
		}

	}

	record NewShiftAssignment(@NotNull Long userId, @NotNull Long shiftPatternId, @NotNull LocalDate validFrom,
			@Nullable LocalDate validTo) {
	}

	record ShiftAssignmentView(Long id, Long userId, String shiftPattern, LocalDate validFrom,
			@Nullable LocalDate validTo) {

		static ShiftAssignmentView of(ShiftAssignment assignment) {
			return new ShiftAssignmentView(assignment.getId(), assignment.getUser().getId(),
					assignment.getShiftPattern().getName(), assignment.getValidFrom(), assignment.getValidTo());
		}

	}

}
