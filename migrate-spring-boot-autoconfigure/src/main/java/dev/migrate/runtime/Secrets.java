package dev.migrate.runtime;

import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Hides passwords in what is shown or logged: drivers and pools name the whole URL when
 * they cannot read it.
 */
public final class Secrets {

	private static final String HIDDEN = "****";

	/**
	 * Up to the last {@code @}. What messages say of the form of a URL,
	 * {@code postgresql://user:password@host}, is no secret.
	 */
	private static final Pattern USER_INFO = Pattern.compile("(://[^\\s:/@]*+:)(?!password@host:5432/)\\S*@");

	/** As in {@code ?password=…&sslpassword=…} and {@code ;PASSWORD=…}. */
	private static final Pattern PARAMETER = Pattern.compile("(pass(?:word|wd|phrase)|\\bpwd)=[^&;\\s\"]++",
			Pattern.CASE_INSENSITIVE);

	/** What drivers take for a host: {@code user:password@host}. */
	private static final Pattern HOST = Pattern.compile("([^\\s:/@\"']++:)(?!password@host:5432/)\\S+@(?=[\\w\\[])");

	private Secrets() {
	}

	/**
	 * Hide the passwords of all URLs in a text.
	 * @param text the text
	 * @return the text, with stars in place of passwords
	 */
	public static String hide(String text) {
		String hidden = text.contains("://") ? USER_INFO.matcher(text).replaceAll("$1" + HIDDEN + "@") : text;
		return (hidden.indexOf('=') >= 0) ? PARAMETER.matcher(hidden).replaceAll("$1=" + HIDDEN) : hidden;
	}

	/**
	 * Whether a text shows a password.
	 * @param text the text, or {@code null}
	 * @return whether hiding changes it
	 */
	static boolean isShownIn(@Nullable String text) {
		return text != null && !hide(text).equals(text);
	}

	/**
	 * Hide passwords in what a driver says: it may take them for a part of the host.
	 * @param message the message
	 * @return the message, with stars in place of passwords
	 */
	static String hideInDriverMessage(String message) {
		return HOST.matcher(hide(message)).replaceAll("$1" + HIDDEN + "@");
	}

	/**
	 * Hide the passwords in the messages of a failure and its causes.
	 * @param failure the failure
	 * @return the failure itself, or one that says the same without them and its causes
	 */
	static SQLException hide(SQLException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = Objects.toString(cause.getMessage(), "");
			if (!hideInDriverMessage(message).equals(message)) {
				SQLException hidden = new SQLException(hideInDriverMessage(Objects.toString(failure.getMessage(), "")),
						failure.getSQLState(), failure.getErrorCode());
				hidden.setStackTrace(failure.getStackTrace());
				return hidden;
			}
		}
		return failure;
	}

}
