package dev.migrate.demo.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.demo.audit.AuditLog;

@Service
@Transactional
class DepartmentService {

	private final DepartmentRepository departments;

	private final UserDepartmentRepository memberships;

	private final UserRepository users;

	private final AuditLog auditLog;

	private final Clock clock;

	DepartmentService(DepartmentRepository departments, UserDepartmentRepository memberships, UserRepository users,
			AuditLog auditLog, Clock clock) {
		this.departments = departments;
		this.memberships = memberships;
		this.users = users;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	List<DepartmentView> list() {
		return this.departments.findAll(Sort.by("code")).stream().map(DepartmentView::of).toList();
	}

	DepartmentView create(NewDepartment request) {
		Department parent = (request.parentId() != null) ? this.departments.require(request.parentId()) : null;
		Department department = this.departments.save(new Department(request.code(), request.name(), parent));
		this.auditLog.record("create", "department", department.getId(), department.getCode());
		return DepartmentView.of(department);
	}

	@Transactional(readOnly = true)
	List<MemberView> members(Long id) {
		this.departments.require(id);
		return this.memberships.findByDepartmentIdOrderByMemberSince(id).stream().map(MemberView::of).toList();
	}

	MemberView addMember(Long id, Long userId) {
		boolean first = !this.memberships.existsByUserIdAndPrimaryDepartmentTrue(userId);
		UserDepartment membership = this.memberships.save(new UserDepartment(this.users.require(userId),
				this.departments.require(id), first, LocalDate.now(this.clock)));
		this.auditLog.record("add-member", "department", id, membership.getUser().getFullName());
		return MemberView.of(membership);
	}

	record NewDepartment(@NotBlank @Size(max = 20) String code, @NotBlank @Size(max = 100) String name,
			@Nullable Long parentId) {
	}

	record DepartmentView(Long id, String code, String name, @Nullable Long parentId) {

		static DepartmentView of(Department department) {
			Department parent = department.getParent();
			return new DepartmentView(department.getId(), department.getCode(), department.getName(),
					(parent != null) ? parent.getId() : null);
		}

	}

	record MemberView(Long userId, String fullName, boolean primaryDepartment, LocalDate memberSince) {

		static MemberView of(UserDepartment membership) {
			return new MemberView(membership.getUser().getId(), membership.getUser().getFullName(),
					membership.isPrimaryDepartment(), membership.getMemberSince());
		}

	}

}
