package dev.migrate.demo.attendance;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.migrate.demo.attendance.ReviewService.CorrectionView;
import dev.migrate.demo.attendance.ReviewService.NewCorrection;
import dev.migrate.demo.attendance.ReviewService.OvertimeView;
import dev.migrate.demo.attendance.ReviewService.Review;

@RestController
@RequestMapping("/api")
class ReviewController {

	private final ReviewService reviews;

	ReviewController(ReviewService reviews) {
		this.reviews = reviews;
	}

	@PostMapping("/time-corrections")
	@ResponseStatus(HttpStatus.CREATED)
	CorrectionView requestCorrection(@Valid @RequestBody NewCorrection request) {
		return this.reviews.requestCorrection(request);
	}

	@GetMapping("/time-corrections")
	List<CorrectionView> corrections(@RequestParam(defaultValue = "PENDING") ReviewStatus status) {
		return this.reviews.corrections(status);
	}

	@PostMapping("/time-corrections/{id}/review")
	CorrectionView reviewCorrection(@PathVariable Long id, @Valid @RequestBody Review review) {
		return this.reviews.reviewCorrection(id, review);
	}

	@GetMapping("/overtime")
	List<OvertimeView> overtime(@RequestParam Long userId) {
		return this.reviews.overtime(userId);
	}

	@PostMapping("/overtime/{id}/review")
	OvertimeView reviewOvertime(@PathVariable Long id, @Valid @RequestBody Review review) {
		return this.reviews.reviewOvertime(id, review);
	}

}
