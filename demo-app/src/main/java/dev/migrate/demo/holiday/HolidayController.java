package dev.migrate.demo.holiday;

import java.time.Year;
import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.migrate.demo.holiday.HolidayService.HolidayView;
import dev.migrate.demo.holiday.HolidayService.NewHoliday;

@RestController
@RequestMapping("/api/holidays")
class HolidayController {

	private final HolidayService holidays;

	HolidayController(HolidayService holidays) {
		this.holidays = holidays;
	}

	@GetMapping
	List<HolidayView> list(@RequestParam Year year) {
		return this.holidays.list(year);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	HolidayView create(@Valid @RequestBody NewHoliday request) {
		return this.holidays.create(request);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable Long id) {
		this.holidays.delete(id);
	}

}
