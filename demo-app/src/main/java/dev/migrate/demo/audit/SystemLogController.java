package dev.migrate.demo.audit;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/system-logs")
class SystemLogController {

	private final SystemLogRepository systemLogs;

	SystemLogController(SystemLogRepository systemLogs) {
		this.systemLogs = systemLogs;
	}

	@GetMapping
	List<SystemLogView> newest(@RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
		return this.systemLogs.findByOrderByIdDesc(Limit.of(limit)).stream().map(SystemLogView::of).toList();
	}

	record SystemLogView(Long id, Instant loggedAt, String action, String subjectType, Long subjectId,
			@Nullable String details) {

		static SystemLogView of(SystemLog log) {
			return new SystemLogView(log.getId(), log.getLoggedAt(), log.getAction(), log.getSubjectType(),
					log.getSubjectId(), log.getDetails());
		}

	}

}
