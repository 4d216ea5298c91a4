package dev.migrate.demo.people;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.migrate.demo.people.DepartmentService.DepartmentView;
import dev.migrate.demo.people.DepartmentService.MemberView;
import dev.migrate.demo.people.DepartmentService.NewDepartment;

@RestController
@RequestMapping("/api/departments")
class DepartmentController {

	private final DepartmentService departments;

	DepartmentController(DepartmentService departments) {
		this.departments = departments;
	}

	@GetMapping
	List<DepartmentView> list() {
		return this.departments.list();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	DepartmentView create(@Valid @RequestBody NewDepartment request) {
		return this.departments.create(request);
	}

	@GetMapping("/{id}/members")
	List<MemberView> members(@PathVariable Long id) {
		return this.departments.members(id);
	}

	@PostMapping("/{id}/members/{userId}")
	@ResponseStatus(HttpStatus.CREATED)
	MemberView addMember(@PathVariable Long id, @PathVariable Long userId) {
		return this.departments.addMember(id, userId);
	}

}
