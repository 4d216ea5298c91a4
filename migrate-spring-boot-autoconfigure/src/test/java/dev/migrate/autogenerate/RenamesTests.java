package dev.migrate.autogenerate;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.schema.QualifiedName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Renames}.
 */
class RenamesTests {

	@Test
	void orderOfTablesIsTheSameEachTime() {
		Renames renames = Renames.parse(List.of(), List.of("g=g2", "b=b2", "e=e2", "a=a2", "d=d2", "h=h2", "c=c2"))
			.and(List.of(new Rename(QualifiedName.parse("f"), null, "f2")));

		assertThat(renames.tables().keySet()).extracting(QualifiedName::name)
			.containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
	}

}
