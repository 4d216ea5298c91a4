package dev.migrate.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.migrate.operation.Operation;

/**
 * How each type of operation is rendered. What is registered later takes the place of
 * what was registered before.
 */
final class OperationRenderings {

	private final Map<Class<? extends Operation>, BiFunction<Operation, TableSource, List<SqlStatement>>> renderings = new HashMap<>();

	<O extends Operation> void register(Class<O> type, Function<O, List<String>> rendering) {
		registerStatements(type,
				(operation, tables) -> rendering.apply(operation).stream().map(SqlStatement::new).toList());
	}

	<O extends Operation> void registerStatements(Class<O> type,
			BiFunction<O, TableSource, List<SqlStatement>> rendering) {
		this.renderings.put(type, (operation, tables) -> rendering.apply(type.cast(operation), tables));
	}

	List<SqlStatement> render(Operation operation, TableSource tables) {
		BiFunction<Operation, TableSource, List<SqlStatement>> rendering = this.renderings.get(operation.getClass());
		if (rendering == null) {
			throw new UnsupportedFeatureException("it has no such operation");
		}
		return rendering.apply(operation, tables);
	}

}
