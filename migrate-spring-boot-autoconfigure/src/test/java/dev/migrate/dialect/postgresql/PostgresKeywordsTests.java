package dev.migrate.dialect.postgresql;

import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PostgresKeywords}.
 */
class PostgresKeywordsTests {

	@Test
	void everyWordThatTheServerReservesIsReserved() {
		assertThat(PostgresKeywords.RESERVED)
			.containsAll(Product.POSTGRESQL.create().texts("SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'"));
	}

	@Test
	void everyReservedWordIsKeywordOfTheServerOrOfNewerOnes() {
		// PostgreSQL 16 and 17 brought the words of SQL/JSON and of MERGE … RETURNING
		assertThat(PostgresKeywords.RESERVED).filteredOn((word) -> !word.startsWith("json"))
			.filteredOn((word) -> !word.equals("system_user") && !word.equals("merge_action"))
			.isSubsetOf(Product.POSTGRESQL.create().texts("SELECT word FROM pg_get_keywords()"));
	}

}
