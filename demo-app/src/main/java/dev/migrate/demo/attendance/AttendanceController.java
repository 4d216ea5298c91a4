package dev.migrate.demo.attendance;

import java.time.LocalDate;
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

import dev.migrate.demo.attendance.AttendanceService.AttendanceView;
import dev.migrate.demo.attendance.AttendanceService.CheckIn;
import dev.migrate.demo.attendance.AttendanceService.CheckOut;
import dev.migrate.demo.attendance.AttendanceService.SummaryView;

@RestController
@RequestMapping("/api/attendance")
class AttendanceController {

	private final AttendanceService attendance;

	AttendanceController(AttendanceService attendance) {
		this.attendance = attendance;
	}

	@PostMapping("/check-in")
	@ResponseStatus(HttpStatus.CREATED)
	AttendanceView checkIn(@Valid @RequestBody CheckIn request) {
		return this.attendance.checkIn(request);
	}

	@PostMapping("/check-out")
	AttendanceView checkOut(@Valid @RequestBody CheckOut request) {
		return this.attendance.checkOut(request);
	}

	@GetMapping
	List<AttendanceView> records(@RequestParam Long userId, @RequestParam LocalDate from, @RequestParam LocalDate to) {
		return this.attendance.records(userId, from, to);
	}

	@GetMapping("/summary")
	List<SummaryView> summaries(@RequestParam Long userId, @RequestParam LocalDate from, @RequestParam LocalDate to) {
		return this.attendance.summaries(userId, from, to);
	}

}
