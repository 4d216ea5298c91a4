package dev.migrate.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTests {

	@Test
	void valuesOfEachKind() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("text", "a");
		map.put("number", 12L);
		map.put("truth", true);
		map.put("nothing", null);
		map.put("list", Arrays.asList("b", 1, null, List.of()));
		map.put("map", Map.of());

		assertThat(Json.of(map)).isEqualTo(
				"{\"text\":\"a\",\"number\":12,\"truth\":true,\"nothing\":null,\"list\":[\"b\",1,null,[]],\"map\":{}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '`', value = { "\" \\\"", "\\ \\\\", "/ /", "\u00fc \\u00fc",
			"\u20ac \\u20ac", "\ud83d\ude00 \\ud83d\\ude00", "\u007f \\u007f" })
	void charactersAreEscaped(String text, String escaped) {
		assertThat(Json.of(text)).isEqualTo('"' + escaped + '"');
	}

	@Test
	void controlCharactersAreEscaped() {
		assertThat(Json.of("a\nb\rc\td\u0000e\u001f")).isEqualTo("\"a\\nb\\rc\\td\\u0000e\\u001f\"");
	}

}
