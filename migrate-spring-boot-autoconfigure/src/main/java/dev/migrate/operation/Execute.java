package dev.migrate.operation;

import java.util.Collections;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Executes SQL of one's own.
 *
 * @param sql one statement if there are parameters, else one or more
 * @param parameters the values of its {@code ?} markers, {@code null} among them
 */
public record Execute(String sql, List<@Nullable Object> parameters) implements Operation {

	public Execute {
		parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
	}

	@Override
	public String describe() {
		return "execute SQL";
	}

}
