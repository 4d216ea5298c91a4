package dev.migrate.autoconfigure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.NestedExceptionUtils;

import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Tells which property it was that kept a command from being carried out: Spring Boot's
 * own analysis is not shown in a command start.
 */
final class UnreadableProperty {

	private UnreadableProperty() {
	}

	/**
	 * The property that is behind a failure.
	 * @param failure what happened
	 * @return the same as a sentence, or {@code null} if it is no property
	 */
	static @Nullable MigrationException find(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BindException bind && bind.getProperty() != null) {
				return of(bind, bind.getProperty());
			}
		}
		return null;
	}

	private static MigrationException of(BindException failure, ConfigurationProperty property) {
		Class<?> type = failure.getTarget().getType().resolve();
		String remedy = (type != null && type.isEnum()) ? "write one of " + constants(type)
				: "correct it: " + NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
		return new MigrationException(Kind.UNSUPPORTED,
				"The property %s cannot be '%s'".formatted(property.getName(), property.getValue()), remedy, failure);
	}

	private static String constants(Class<?> type) {
		return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
			.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.joining(", "));
	}

}
