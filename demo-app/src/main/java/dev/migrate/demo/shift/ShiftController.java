package dev.migrate.demo.shift;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.migrate.demo.shift.ShiftService.NewShiftAssignment;
import dev.migrate.demo.shift.ShiftService.NewShiftPattern;
import dev.migrate.demo.shift.ShiftService.ShiftAssignmentView;
import dev.migrate.demo.shift.ShiftService.ShiftPatternView;

@RestController
@RequestMapping("/api")
class ShiftController {

	private final ShiftService shifts;

	ShiftController(ShiftService shifts) {
		this.shifts = shifts;
	}

	@GetMapping("/shift-patterns")
	List<ShiftPatternView> patterns() {
		return this.shifts.patterns();
	}

	@PostMapping("/shift-patterns")
	@ResponseStatus(HttpStatus.CREATED)
	ShiftPatternView createPattern(@Valid @RequestBody NewShiftPattern request) {
		return this.shifts.createPattern(request);
	}

	@GetMapping("/shift-assignments")
	List<ShiftAssignmentView> assignments(@RequestParam Long userId) {
		return this.shifts.assignments(userId);
	}

	@PostMapping("/shift-assignments")
	@ResponseStatus(HttpStatus.CREATED)
	ShiftAssignmentView assign(@Valid @RequestBody NewShiftAssignment request) {
		return this.shifts.assign(request);
	}

}
