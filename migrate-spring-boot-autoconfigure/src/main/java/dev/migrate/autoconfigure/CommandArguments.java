package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command start: {@code migrate}, then those of the command and, among
 * them, those of Spring, which are options with a dot in their name.
 *
 * @param command the command's arguments, without the leading {@code migrate}
 * @param spring Spring's arguments
 */
record CommandArguments(List<String> command, List<String> spring) {

	private static final String FIRST = "migrate";

	/**
	 * Tell the arguments of a start apart.
	 * @param arguments the arguments of {@code main}
	 * @return the arguments of the command, or {@code null} if this is no command start
	 */
	static @Nullable CommandArguments of(String... arguments) {
		if (arguments.length == 0 || !arguments[0].equals(FIRST)) {
			return null;
		}
		List<String> command = new ArrayList<>();
		List<String> spring = new ArrayList<>();
		for (String argument : List.of(arguments).subList(1, arguments.length)) {
			(isSpring(argument) ? spring : command).add(argument);
		}
		return new CommandArguments(command, spring);
	}

	private static boolean isSpring(String argument) {
		int equals = argument.indexOf('=');
		return argument.startsWith("--") && equals > 0 && argument.substring(0, equals).indexOf('.') > 0;
	}

}
