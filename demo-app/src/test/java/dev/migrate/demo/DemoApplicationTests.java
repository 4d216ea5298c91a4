package dev.migrate.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.json.AbstractJsonContentAssert;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponseAssert;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole application on H2, through its API. It is Monday, the 2nd of March 2026.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:api", "spring.jpa.hibernate.ddl-auto=validate" })
@AutoConfigureRestTestClient
class DemoApplicationTests {

	private static final AtomicInteger numbers = new AtomicInteger();

	@Autowired
	private RestTestClient client;

	@TestBean
	private Clock clock;

	static Clock clock() {
		return Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
	}

	@Test
	void theDatabaseIsUpToDate() {
		AbstractJsonContentAssert<?> migrations = get("/actuator/migrations");
		migrations.isLenientlyEqualTo("""
				{ "databases": { "default": { "status": "UP_TO_DATE", "pending": [],
					"current": ["c27bb433c61b"], "heads": ["c27bb433c61b"] } } }""");
		migrations.extractingPath("$.databases.default.history[*].revision")
			.asArray()
			.hasSize(11)
			.startsWith("c27bb433c61b", "94e4867eb12a", "bb907f37afad", "5b397ef31826", "dffd4513592c", "b803a8b61f66")
			.contains("5f95f8238578", "43298faea452")
			.endsWith("6324c17bee93", "0f84a4908125", "2df9f14ef62d");
	}

	@Test
	void theApplicationIsHealthy() {
		get("/actuator/health").isLenientlyEqualTo("""
				{ "status": "UP" }""");
	}

	@Test
	void rolesAndLeavePoliciesAreThereFromTheStart() {
		get("/api/roles").isLenientlyEqualTo("""
				[ { "name": "ADMIN" }, { "name": "EMPLOYEE" }, { "name": "HR" }, { "name": "MANAGER" } ]""");
		get("/api/leave-policies").isLenientlyEqualTo("""
				[ { "leaveType": "ANNUAL", "daysPerYear": %s, "approvalRequired": true },
				  { "leaveType": "SICK", "daysPerYear": %s, "approvalRequired": false },
				  { "leaveType": "PARENTAL", "daysPerYear": %s, "approvalRequired": true },
				  { "leaveType": "UNPAID", "daysPerYear": %s, "approvalRequired": true } ]""".formatted(number("30.00"),
				number("60.00"), number("120.00"), number("20.00")));
	}

	@Test
	void aUserIsCreatedWithARoleInADepartment() {
		int department = createDepartment("Research", null);
		int user = id(
				post("/api/users", user("Ada Berg", Map.of("phoneNumber", "+49 30 1234", "departmentId", department))));
		get("/api/users/" + user).isLenientlyEqualTo("""
				{ "fullName": "Ada Berg", "phoneNumber": "+49 30 1234", "status": "ACTIVE", "roles": ["EMPLOYEE"] }""");
		get("/api/users").extractingPath("$[*].id").asArray().contains(user);
		get("/api/departments/" + department + "/members").isLenientlyEqualTo("""
				[ { "fullName": "Ada Berg", "primaryDepartment": true, "memberSince": "2026-03-02" } ]""");
		get("/api/system-logs")
			.extractingPath("$[?(@.subjectType == 'user' && @.subjectId == %d)].action".formatted(user))
			.asArray()
			.containsExactly("create");
	}

	@Test
	void aUserIsAddedToAnotherDepartment() {
		int user = id(post("/api/users", user("Alf Dorn", Map.of("departmentId", createDepartment("Sales", null)))));
		int other = createDepartment("Marketing", null);
		assertThat(post("/api/departments/" + other + "/members/" + user, Map.of())).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isLenientlyEqualTo("""
					{ "fullName": "Alf Dorn", "primaryDepartment": false }""");
	}

	@Test
	void aUserIsGivenARole() {
		int user = createUser("Bo Lind");
		assertThat(put("/api/users/" + user + "/roles/MANAGER", Map.of())).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{ "roles": ["EMPLOYEE", "MANAGER"] }""");
		problem(put("/api/users/" + user + "/roles/PILOT", Map.of()), HttpStatus.NOT_FOUND, "There is no role PILOT");
	}

	@Test
	void aDepartmentIsPartOfAnother() {
		int parent = createDepartment("Production", null);
		int child = createDepartment("Assembly", parent);
		get("/api/departments").extractingPath("$[?(@.id == %d)].parentId".formatted(child))
			.asArray()
			.containsExactly(parent);
	}

	@Test
	void aUserHasEmergencyContacts() {
		int user = createUser("Cem Yildiz");
		id(post("/api/users/" + user + "/emergency-contacts",
				Map.of("name", "Lale Yildiz", "relationship", "PARTNER", "phoneNumber", "112", "callOrder", 1)));
		get("/api/users/" + user + "/emergency-contacts").isLenientlyEqualTo("""
				[ { "name": "Lale Yildiz", "relationship": "PARTNER", "callOrder": 1 } ]""");
	}

	@Test
	void aTeamFollowsItsManager() {
		int manager = createUser("Dora Klein");
		int successor = createUser("Finn Moor");
		int employee = createUser("Emil Roth");
		setManager(employee, manager);
		get("/api/users/" + manager + "/team").isLenientlyEqualTo("""
				[ { "fullName": "Emil Roth" } ]""");
		setManager(employee, successor);
		get("/api/users/" + manager + "/team").isLenientlyEqualTo("[]");
		get("/api/users/" + successor + "/team").isLenientlyEqualTo("""
				[ { "fullName": "Emil Roth" } ]""");
	}

	@Test
	void nobodyReportsToThemselvesThroughOthers() {
		int manager = createUser("Gita Rao");
		int employee = createUser("Hugo Wirth");
		setManager(employee, manager);
		problem(put("/api/users/" + manager + "/manager", Map.of("userId", employee)), HttpStatus.CONFLICT,
				"An employee cannot report to themselves, directly or through others");
	}

	@Test
	void whatDoesNotExistIsAProblem() {
		problem(exchangeGet("/api/users/4711"), HttpStatus.NOT_FOUND, "There is no user 4711");
	}

	@Test
	void whatIsNotValidIsAProblem() {
		problem(post("/api/users", user("", Map.of())), HttpStatus.BAD_REQUEST, "Invalid request content.");
	}

	@Test
	void whatExistsAlreadyIsAProblem() {
		Map<String, Object> user = user("Ida Vogt", Map.of());
		id(post("/api/users", user));
		problem(post("/api/users", user), HttpStatus.CONFLICT, "It exists already, or contradicts what is recorded");
	}

	@Test
	void anEmployeeChecksInAndOut() {
		int user = createUser("Jan Brandt");
		Map<String, Object> checkIn = Map.of("userId", user, "source", "WEB");
		Map<String, Object> checkOut = Map.of("userId", user);
		id(post("/api/attendance/check-in", checkIn));
		problem(post("/api/attendance/check-in", checkIn), HttpStatus.CONFLICT,
				"User %d is checked in already".formatted(user));
		assertThat(post("/api/attendance/check-out", checkOut)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{ "workDate": "2026-03-02", "checkedOutAt": "2026-03-02T08:00:00Z" }""");
		problem(post("/api/attendance/check-out", checkOut), HttpStatus.CONFLICT,
				"User %d is not checked in".formatted(user));
		get("/api/attendance/summary" + inMarch(user)).isLenientlyEqualTo("""
				[ { "workDate": "2026-03-02", "status": "PARTIAL", "plannedMinutes": 480, "workedMinutes": 0 } ]""");
	}

	@Test
	void whoIsSuspendedCannotCheckIn() {
		int user = createUser("Kim Berger");
		assertThat(put("/api/users/" + user + "/status/SUSPENDED", Map.of())).hasStatusOk();
		problem(post("/api/attendance/check-in", Map.of("userId", user, "source", "TERMINAL")), HttpStatus.CONFLICT,
				"User %d is not active".formatted(user));
	}

	@Test
	void whatExceedsTheShiftIsOvertime() {
		int manager = createUser("Lena Voss");
		int user = createUser("Max Ott");
		int pattern = id(post("/api/shift-patterns", Map.of("name", "Early " + numbers.incrementAndGet(), "startTime",
				"06:00", "endTime", "13:30", "breakMinutes", 30)));
		id(post("/api/shift-assignments",
				Map.of("userId", user, "shiftPatternId", pattern, "validFrom", "2026-01-01")));
		get("/api/shift-assignments?userId=" + user).isLenientlyEqualTo("""
				[ { "validFrom": "2026-01-01", "validTo": null } ]""");
		get("/api/shift-patterns").extractingPath("$[?(@.id == %d)].workingMinutes".formatted(pattern))
			.asArray()
			.containsExactly(420);

		int attendance = id(post("/api/attendance/check-in", Map.of("userId", user, "source", "TERMINAL")));
		int correction = id(post("/api/time-corrections", Map.of("attendanceRecordId", attendance, "checkedInAt",
				"2026-03-02T06:00:00Z", "checkedOutAt", "2026-03-02T14:00:00Z", "reason", "Forgot the badge")));
		get("/api/time-corrections").extractingPath("$[*].id").asArray().contains(correction);
		problem(post("/api/time-corrections/" + correction + "/review",
				Map.of("reviewerId", user, "status", "APPROVED")), HttpStatus.CONFLICT,
				"Nobody reviews what concerns themselves");
		assertThat(post("/api/time-corrections/" + correction + "/review",
				Map.of("reviewerId", manager, "status", "APPROVED")))
			.hasStatusOk();
		get("/api/attendance" + inMarch(user)).isLenientlyEqualTo("""
				[ { "checkedInAt": "2026-03-02T06:00:00Z", "source": "CORRECTION" } ]""");
		get("/api/attendance/summary" + inMarch(user)).isLenientlyEqualTo("""
				[ { "status": "PRESENT", "plannedMinutes": 420, "workedMinutes": 480 } ]""");

		AbstractJsonContentAssert<?> overtime = get("/api/overtime?userId=" + user);
		overtime.isLenientlyEqualTo("""
				[ { "workDate": "2026-03-02", "minutes": 60, "payFactor": 1.50, "status": "PENDING" } ]""");
		overtime.extractingPath("$[0].id")
			.satisfies((id) -> assertThat(
					post("/api/overtime/" + id + "/review", Map.of("reviewerId", manager, "status", "APPROVED")))
				.hasStatusOk()
				.bodyJson()
				.isLenientlyEqualTo("""
						{ "status": "APPROVED" }"""));
	}

	@Test
	void aLeaveIsApprovedByTheManager() {
		int manager = createUser("Nina Falk");
		int user = createUser("Olaf Jung");
		setManager(user, manager);
		// From Monday to Friday, which is the 1st of May
		int leave = id(requestLeave(user, "ANNUAL", "2026-04-27", "2026-05-01"));
		String approve = "/api/leave-requests/" + leave + "/approve";
		problem(post(approve, Map.of("approverId", user)), HttpStatus.CONFLICT,
				"It is the turn of Nina Falk to decide on leave request " + leave);
		assertThat(post(approve, Map.of("approverId", manager, "remark", "Enjoy"))).hasStatusOk();
		problem(post(approve, Map.of("approverId", manager)), HttpStatus.CONFLICT,
				"Leave request %d has been decided already".formatted(leave));
		get("/api/leave-requests?userId=" + user).isLenientlyEqualTo("""
				[ { "leaveType": "ANNUAL", "days": %s, "status": "APPROVED" } ]""".formatted(number("4.00")));
		get("/api/leave-requests/" + leave + "/workflow").isLenientlyEqualTo("""
				[ { "stepNumber": 1, "approver": "Nina Falk", "decision": "APPROVED", "remark": "Enjoy",
				    "decidedAt": "2026-03-02T08:00:00Z" } ]""");
		get("/api/leave-balances?year=2026&userId=" + user).isLenientlyEqualTo("""
				[ { "leaveType": "ANNUAL", "entitledDays": %s, "usedDays": %s, "remainingDays": %s } ]"""
			.formatted(number("30.00"), number("4.00"), number("26.00")));
		get("/api/attendance/summary?from=2026-04-01&to=2026-05-31&userId=" + user).extractingPath("$[*].status")
			.asArray()
			.containsExactly("ON_LEAVE", "ON_LEAVE", "ON_LEAVE", "ON_LEAVE");
	}

	@Test
	void aLongLeaveNeedsTheManagersManagerToo() {
		int director = createUser("Pia Stern");
		int manager = createUser("Quentin Ade");
		int user = createUser("Rita Blum");
		setManager(manager, director);
		setManager(user, manager);
		int leave = id(requestLeave(user, "ANNUAL", "2026-06-01", "2026-06-19"));
		assertThat(post("/api/leave-requests/" + leave + "/approve", Map.of("approverId", manager))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{ "days": 15, "status": "PENDING" }""");
		assertThat(post("/api/leave-requests/" + leave + "/approve", Map.of("approverId", director))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{ "status": "APPROVED" }""");
	}

	@Test
	void nobodyElseIsAskedAboutALeaveThatTheManagerRejects() {
		int director = createUser("Sara Wolf");
		int manager = createUser("Till Haas");
		int user = createUser("Uwe Kern");
		setManager(manager, director);
		setManager(user, manager);
		int leave = id(requestLeave(user, "ANNUAL", "2026-06-01", "2026-06-19"));
		assertThat(post("/api/leave-requests/" + leave + "/reject", Map.of("approverId", manager))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("""
					{ "status": "REJECTED" }""");
		get("/api/leave-requests/" + leave + "/workflow").isLenientlyEqualTo("""
				[ { "approver": "Till Haas", "decision": "REJECTED" },
				  { "approver": "Sara Wolf", "decision": "SKIPPED" } ]""");
	}

	@Test
	void sickLeaveNeedsNoApproval() {
		int user = createUser("Vera Lang");
		assertThat(requestLeave(user, "SICK", "2026-03-02", "2026-03-03")).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isLenientlyEqualTo("""
					{ "days": 2, "status": "APPROVED" }""");
		problem(requestLeave(user, "SICK", "2026-03-03", "2026-03-04"), HttpStatus.CONFLICT,
				"There is a leave request for some of these days already");
	}

	@Test
	void aLeaveNeedsRemainingDays() {
		int user = createUser("Willi Zorn");
		setManager(user, createUser("Xenia Amt"));
		problem(requestLeave(user, "UNPAID", "2026-07-01", "2026-07-31"), HttpStatus.CONFLICT,
				"Only %s days of Unpaid leave remain in 2026".formatted(number("20.00")));
	}

	@Test
	void holidaysAreEnteredAndTakenBack() {
		get("/api/holidays?year=2027").isLenientlyEqualTo(
				"""
						[ { "date": "2027-01-01", "name": "New Year's Day" }, { "date": "2027-05-01", "name": "Labour Day" },
						  { "date": "2027-12-25", "name": "Christmas Day" }, { "date": "2027-12-26", "name": "Boxing Day" } ]""");
		int holiday = id(post("/api/holidays", Map.of("date", "2027-03-29", "name", "Easter Monday")));
		get("/api/holidays?year=2027").extractingPath("$[*].name").asArray().hasSize(5).contains("Easter Monday");
		this.client.delete().uri("/api/holidays/" + holiday).exchange().expectStatus().isNoContent();
		get("/api/holidays?year=2027").extractingPath("$").asArray().hasSize(4);
	}

	/**
	 * A number as the database gives it back.
	 */
	String number(String number) {
		return number;
	}

	private int createUser(String fullName) {
		return id(post("/api/users", user(fullName, Map.of())));
	}

	private static Map<String, Object> user(String fullName, Map<String, Object> more) {
		int number = numbers.incrementAndGet();
		Map<String, Object> user = new HashMap<>(more);
		user.put("employeeNumber", "E-" + number);
		user.put("email", "e%d@example.com".formatted(number));
		user.put("fullName", fullName);
		user.put("hiredOn", "2024-07-01");
		return user;
	}

	private int createDepartment(String name, Integer parent) {
		Map<String, Object> department = new HashMap<>();
		department.put("code", "D-" + numbers.incrementAndGet());
		department.put("name", name);
		department.put("parentId", parent);
		return id(post("/api/departments", department));
	}

	private void setManager(int employee, int manager) {
		assertThat(put("/api/users/" + employee + "/manager", Map.of("userId", manager)))
			.hasStatus(HttpStatus.NO_CONTENT);
	}

	private RestTestClientResponse requestLeave(int user, String type, String start, String end) {
		return post("/api/leave-requests",
				Map.of("userId", user, "leaveType", type, "startDate", start, "endDate", end));
	}

	private static String inMarch(int user) {
		return "?from=2026-03-01&to=2026-03-31&userId=" + user;
	}

	private AbstractJsonContentAssert<?> get(String uri) {
		return assertThat(exchangeGet(uri)).hasStatusOk().bodyJson();
	}

	private RestTestClientResponse exchangeGet(String uri) {
		return response(this.client.get().uri(uri).exchange());
	}

	private RestTestClientResponse post(String uri, Map<String, ?> body) {
		return response(this.client.post().uri(uri).contentType(MediaType.APPLICATION_JSON).body(body).exchange());
	}

	private RestTestClientResponse put(String uri, Map<String, ?> body) {
		return response(this.client.put().uri(uri).contentType(MediaType.APPLICATION_JSON).body(body).exchange());
	}

	private static RestTestClientResponse response(ResponseSpec exchange) {
		return RestTestClientResponse.from(exchange);
	}

	private static int id(RestTestClientResponse response) {
		return assertThat(response).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.id")
			.convertTo(Integer.class)
			.actual();
	}

	private static void problem(RestTestClientResponse response, HttpStatus status, String detail) {
		RestTestClientResponseAssert problem = assertThat(response).hasStatus(status)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		problem.bodyJson().extractingPath("$.detail").isEqualTo(detail);
	}

}
