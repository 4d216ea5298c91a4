package dev.migrate.script;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ResourceUtils;

/**
 * The file that a URL points into: the file itself, or the jar it is in. For a jar in an
 * executable jar, also in Spring Boot's notation, that is the executable jar.
 */
final class OutermostFile {

	private static final String NESTED_PREFIX = "nested:";

	private OutermostFile() {
	}

	/**
	 * The file of a URL.
	 * @param url the URL
	 * @return the file or folder, or {@code null} if it is none of this file system
	 */
	static @Nullable Path of(URL url) {
		String location = url.toString();
		if (location.startsWith(ResourceUtils.JAR_URL_PREFIX)) {
			location = location.substring(ResourceUtils.JAR_URL_PREFIX.length());
		}
		if (location.startsWith(NESTED_PREFIX)) {
			location = ResourceUtils.FILE_URL_PREFIX + location.substring(NESTED_PREFIX.length());
		}
		location = before(before(location, "/!"), ResourceUtils.JAR_URL_SEPARATOR);
		try {
			return Path.of(URI.create(location.replace(" ", "%20")));
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private static String before(String text, String end) {
		int found = text.indexOf(end);
		return (found < 0) ? text : text.substring(0, found);
	}

}
