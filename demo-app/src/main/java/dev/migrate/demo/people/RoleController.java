package dev.migrate.demo.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/roles")
class RoleController {

	private final RoleRepository roles;

	RoleController(RoleRepository roles) {
		this.roles = roles;
	}

	@GetMapping
	List<RoleView> list() {
		return this.roles.findAll(Sort.by("name"))
			.stream()
			.map((role) -> new RoleView(role.getId(), role.getName(), role.getDescription()))
			.toList();
	}

	record RoleView(Long id, String name, @Nullable String description) {
	}

}
