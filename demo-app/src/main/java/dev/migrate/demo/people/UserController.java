package dev.migrate.demo.people;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.migrate.demo.people.UserService.EmergencyContactView;
import dev.migrate.demo.people.UserService.NewEmergencyContact;
import dev.migrate.demo.people.UserService.NewUser;

@RestController
@RequestMapping("/api/users")
class UserController {

	private final UserService users;

	private final Hierarchy hierarchy;

	UserController(UserService users, Hierarchy hierarchy) {
		this.users = users;
		this.hierarchy = hierarchy;
	}

	@GetMapping
	List<UserView> list() {
		return this.users.list();
	}

	@GetMapping("/{id}")
	UserView get(@PathVariable Long id) {
		return this.users.get(id);
	}

	@PostMapping
	ResponseEntity<UserView> create(@Valid @RequestBody NewUser request) {
		UserView user = this.users.create(request);
		return ResponseEntity.created(URI.create("/api/users/" + user.id())).body(user);
	}

	@PutMapping("/{id}/status/{status}")
	UserView changeStatus(@PathVariable Long id, @PathVariable UserStatus status) {
		return this.users.changeStatus(id, status);
	}

	@PutMapping("/{id}/roles/{role}")
	UserView addRole(@PathVariable Long id, @PathVariable String role) {
		return this.users.addRole(id, role);
	}

	@PutMapping("/{id}/manager")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void setManager(@PathVariable Long id, @Valid @RequestBody Manager manager) {
		this.hierarchy.setManager(id, manager.userId());
	}

	@GetMapping("/{id}/team")
	List<UserView> team(@PathVariable Long id) {
		return this.hierarchy.team(id);
	}

	@GetMapping("/{id}/emergency-contacts")
	List<EmergencyContactView> emergencyContacts(@PathVariable Long id) {
		return this.users.emergencyContacts(id);
	}

	@PostMapping("/{id}/emergency-contacts")
	@ResponseStatus(HttpStatus.CREATED)
	EmergencyContactView addEmergencyContact(@PathVariable Long id, @Valid @RequestBody NewEmergencyContact request) {
		return this.users.addEmergencyContact(id, request);
	}

	record Manager(@NotNull Long userId) {
	}

}
