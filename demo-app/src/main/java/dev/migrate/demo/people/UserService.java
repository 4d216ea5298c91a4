package dev.migrate.demo.people;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.audit.AuditLog;
import dev.migrate.demo.problem.NotFoundException;

@Service
@Transactional
class UserService {

	private static final String INITIAL_ROLE = "EMPLOYEE";

	private final UserRepository users;

	private final RoleRepository roles;

	private final DepartmentService departments;

	private final EmergencyContactRepository emergencyContacts;

	private final AuditLog auditLog;

	UserService(UserRepository users, RoleRepository roles, DepartmentService departments,
			EmergencyContactRepository emergencyContacts, AuditLog auditLog) {
		this.users = users;
		this.roles = roles;
		this.departments = departments;
		this.emergencyContacts = emergencyContacts;
		this.auditLog = auditLog;
	}

	@Transactional(readOnly = true)
	List<UserView> list() {
		return this.users.findByOrderByFullName().stream().map(UserView::of).toList();
	}

	@Transactional(readOnly = true)
	UserView get(Long id) {
		return UserView.of(this.users.require(id));
	}

	UserView create(NewUser request) {
		User user = new User(request.employeeNumber(), request.email(), request.fullName(), request.phoneNumber(),
				request.hiredOn());
		user.getRoles().add(requireRole(INITIAL_ROLE));
		this.users.save(user);
		if (request.departmentId() != null) {
			this.departments.addMember(request.departmentId(), user.getId());
		}
		this.auditLog.record("create", "user", user.getId(), user.getFullName());
		return UserView.of(user);
	}

	UserView addRole(Long id, String roleName) {
		User user = this.users.require(id);
		if (user.getRoles().add(requireRole(roleName))) {
			this.auditLog.record("add-role", "user", id, roleName);
		}
		return UserView.of(user);
	}

	UserView changeStatus(Long id, UserStatus status) {
		User user = this.users.require(id);
		user.setStatus(status);
		this.auditLog.record("change-status", "user", id, status.name());
		return UserView.of(user);
	}

	@Transactional(readOnly = true)
	List<EmergencyContactView> emergencyContacts(Long id) {
		this.users.require(id);
		return this.emergencyContacts.findByUserIdOrderByCallOrder(id).stream().map(EmergencyContactView::of).toList();
	}

	EmergencyContactView addEmergencyContact(Long id, NewEmergencyContact request) {
		EmergencyContact contact = this.emergencyContacts.save(new EmergencyContact(this.users.require(id),
				request.name(), request.relationship(), request.phoneNumber(), request.callOrder()));
		this.auditLog.record("add-emergency-contact", "user", id, contact.getName());
		return EmergencyContactView.of(contact);
	}

	private Role requireRole(String name) {
		return this.roles.findByName(name).orElseThrow(() -> new NotFoundException("role", name));
	}

	record NewUser(@NotBlank @Size(max = 20) String employeeNumber, @NotBlank @Email @Size(max = 255) String email,
			@NotBlank @Size(max = 200) String fullName, @Size(max = 20) @Nullable String phoneNumber,
			@NotNull LocalDate hiredOn, @Nullable Long departmentId) {
	}

	record NewEmergencyContact(@NotBlank @Size(max = 200) String name, @NotNull Relationship relationship,
			@NotBlank @Size(max = 20) String phoneNumber, @Min(1) int callOrder) {
	}

	record EmergencyContactView(Long id, String name, Relationship relationship, String phoneNumber, int callOrder) {

		static EmergencyContactView of(EmergencyContact contact) {
			return new EmergencyContactView(contact.getId(), contact.getName(), contact.getRelationship(),
					contact.getPhoneNumber(), contact.getCallOrder());
		}

	}

}
