package dev.migrate.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

import dev.migrate.command.Migrate;
import dev.migrate.command.RevisionDetails;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.RevisionException;
import dev.migrate.revision.RevisionException.Kind;
import dev.migrate.runtime.DatabaseState;
import dev.migrate.runtime.DatabaseStatus;

/**
 * Actuator endpoint that tells where the databases stand: current revisions, heads, what
 * is pending and what was done. Reads only.
 */
@Endpoint(id = "migrations")
public class MigrationsEndpoint {

	private final Map<String, Migrate> databases;

	/**
	 * Create the endpoint.
	 * @param databases the commands of each database, by its name
	 */
	public MigrationsEndpoint(Map<String, Migrate> databases) {
		this.databases = new LinkedHashMap<>(databases);
	}

	/**
	 * Where the databases stand.
	 * @param database the name of the only database to look at, or {@code null} for all
	 * @return the states, or {@code null} if there is no such database
	 */
	@ReadOperation
	public @Nullable MigrationsDescriptor migrations(@Nullable String database) {
		Map<String, DatabaseDescriptor> descriptors = new LinkedHashMap<>();
		for (Entry<String, Migrate> entry : this.databases.entrySet()) {
			if (database == null || database.equals(entry.getKey())) {
				descriptors.put(entry.getKey(), describe(entry.getValue()));
			}
		}
		return (database != null && descriptors.isEmpty()) ? null : new MigrationsDescriptor(descriptors);
	}

	private static DatabaseDescriptor describe(Migrate migrate) {
		try {
			return DatabaseDescriptor.of(migrate.status());
		}
		catch (MigrateException ex) {
			return DatabaseDescriptor.ofError(ex);
		}
	}

	/**
	 * One revision, with its SQL where it can be written without reading from a database.
	 * @param revision its id, a beginning of the id that is unique, or a branch label
	 * @param database the name of a database, or {@code null} for the only one
	 * @return the revision, or {@code null} if there is none or no such database
	 */
	@ReadOperation
	public @Nullable RevisionDetailsDescriptor revision(@Selector String revision, @Nullable String database) {
		Migrate migrate = migrate(database);
		if (migrate == null) {
			return null;
		}
		try {
			RevisionDetails details = migrate.show(revision);
			return RevisionDetailsDescriptor.of(details, applied(migrate, details), upgradeSql(migrate, details));
		}
		catch (RevisionException ex) {
			if (ex.getKind() == Kind.UNKNOWN_REVISION) {
				return null;
			}
			throw invalidRequest(ex);
		}
	}

	private @Nullable Migrate migrate(@Nullable String database) {
		if (database != null) {
			return this.databases.get(database);
		}
		if (this.databases.size() > 1) {
			String message = "There are several databases; add ?database= and one of "
					+ String.join(", ", this.databases.keySet());
			throw new InvalidEndpointRequestException(message, message);
		}
		return this.databases.values().stream().findFirst().orElse(null);
	}

	private static @Nullable Boolean applied(Migrate migrate, RevisionDetails details) {
		try {
			DatabaseState state = migrate.status();
			if (state.status() == DatabaseStatus.UNREACHABLE) {
				return null;
			}
			String id = details.revision().id();
			return state.pending().stream().noneMatch((pending) -> pending.id().equals(id));
		}
		catch (MigrateException ex) {
			return null;
		}
	}

	private static @Nullable String upgradeSql(Migrate migrate, RevisionDetails details) {
		try {
			List<String> statements = migrate.sql(details.revision().id(), Direction.UPGRADE);
			return String.join("\n", statements.stream().map((statement) -> statement + ";").toList());
		}
		catch (MigrateException ex) {
			return null;
		}
	}

	private static InvalidEndpointRequestException invalidRequest(MigrateException ex) {
		String message = String.valueOf(ex.getMessage());
		return new InvalidEndpointRequestException(message, message);
	}

}
