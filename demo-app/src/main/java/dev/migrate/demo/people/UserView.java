package dev.migrate.demo.people;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A user as the API shows it.
 *
 * @param id the key
 * @param employeeNumber the number on the badge
 * @param email the address
 * @param fullName the name
 * @param phoneNumber the telephone, or {@code null}
 * @param status whether the user works here
 * @param hiredOn the first day at work
 * @param roles the names of the roles
 */
record UserView(Long id, String employeeNumber, String email, String fullName, @Nullable String phoneNumber,
		UserStatus status, LocalDate hiredOn, List<String> roles) {

	static UserView of(User user) {
		return new UserView(user.getId(), user.getEmployeeNumber(), user.getEmail(), user.getFullName(),
				user.getPhoneNumber(), user.getStatus(), user.getHiredOn(),
				user.getRoles().stream().map(Role::getName).sorted().toList());
	}

}
