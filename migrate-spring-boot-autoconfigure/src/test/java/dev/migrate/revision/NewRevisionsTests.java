package dev.migrate.revision;

import java.util.List;
import java.util.Set;

import dev.migrate.revision.RevisionException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrate.revision.RevisionNotation.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link NewRevisions}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NewRevisionsTests {

	private final NewRevisions branches = new NewRevisions(
			graph("root", "cart1(cart): root", "cart2: cart1", "shop1(shop): root", "mail1 / shop1"));

	private final NewRevisions line = new NewRevisions(graph("a", "b: a"));

	@Test
	void revisionBuildsOnTheHead() {
		assertThat(this.line.create("c", List.of("head"), false, List.of(), List.of()))
			.isEqualTo(new NewRevision("c", List.of("b"), Set.of(), List.of()));
	}

	@Test
	void firstRevisionBuildsOnNothing() {
		assertThat(new NewRevisions(graph()).create("a", List.of("head"), false, List.of(), List.of()))
			.isEqualTo(new NewRevision("a", List.of(), Set.of(), List.of()));
	}

	@Test
	void revisionOnTheBaseStartsABranch() {
		assertThat(this.line.create("x", List.of("base"), false, List.of("cart"), List.of()))
			.isEqualTo(new NewRevision("x", List.of(), Set.of("cart"), List.of()));
	}

	@Test
	void revisionBuildsOnTheHeadOfABranch() {
		assertThat(this.branches.create("c", List.of("cart@head"), false, List.of(), List.of()).downRevisions())
			.containsExactly("cart2");
	}

	@Test
	void revisionBuildsOnSeveralHeads() {
		assertThat(
				this.branches.create("c", List.of("cart@head", "mail1"), false, List.of(), List.of()).downRevisions())
			.containsExactly("cart2", "mail1");
	}

	@Test
	void revisionOnAHeadThatIsDependedUponNeedsNoSplice() {
		assertThat(this.branches.create("s", List.of("shop1"), false, List.of(), List.of()).downRevisions())
			.containsExactly("shop1");
	}

	@Test
	void splicedRevisionBuildsOnAnyRevision() {
		assertThat(this.branches.create("c", List.of("cart1"), true, List.of(), List.of()).downRevisions())
			.containsExactly("cart1");
	}

	@Test
	void dependencyKeepsItsLabelAndElseBecomesTheId() {
		assertThat(this.branches.create("c", List.of("cart2"), false, List.of(), List.of("shop", "cart@head", "mai"))
			.dependsOn()).containsExactly("shop", "cart2", "mail1");
	}

	@Test
	void mergeJoinsRevisions() {
		assertThat(this.branches.merge("m", List.of("cart@head", "shop"), false, List.of("all")))
			.isEqualTo(new NewRevision("m", List.of("cart2", "shop1"), Set.of("all"), List.of()));
	}

	@Test
	void mergeOfHeadsJoinsTheRealHeads() {
		assertThat(this.branches.merge("m", List.of("heads"), false, List.of()).downRevisions())
			.containsExactly("cart2", "mail1");
	}

	@Test
	void splicedMergeJoinsAnyRevisions() {
		assertThat(this.branches.merge("m", List.of("cart1", "shop1"), true, List.of()).downRevisions())
			.containsExactly("cart1", "shop1");
	}

	List<Arguments> refusals() {
		return List.of(
				refused(() -> this.branches.create("c", List.of("head"), false, List.of(), List.of()),
						Kind.MULTIPLE_HEADS,
						"Multiple head revisions are present where 'head' must be one: cart2 (cart2.sql), "
								+ "shop1 (shop1.sql), mail1 (mail1.sql); "
								+ "name the one to build on with --head, or merge them with: merge heads"),
				refused(() -> this.branches.create("c", List.of("cart1"), false, List.of(), List.of()), Kind.NOT_A_HEAD,
						"Revision cart1 is not a head, cart2 builds on it; "
								+ "name a head (cart2, shop1, mail1), or make a new branch with --splice"),
				refused(() -> this.line.create("c", List.of("z"), false, List.of(), List.of()), Kind.UNKNOWN_REVISION,
						"Can't locate revision 'z'; name a revision of this application; its heads are b"),
				refused(() -> this.line.create("c", List.of("+1"), false, List.of(), List.of()), Kind.MALFORMED_SYMBOL,
						"'+1' is relative to a database, a revision is needed here; "
								+ "name it by its id or label, or write head, heads, base or label@head"),
				refused(() -> this.line.create("a", List.of("head"), false, List.of(), List.of()), Kind.DUPLICATE,
						"The id 'a' is already taken by a.sql; choose another with --rev-id"),
				refused(() -> this.branches.create("cart", List.of("cart2"), false, List.of(), List.of()),
						Kind.DUPLICATE, "The id 'cart' is already taken by cart1.sql; choose another with --rev-id"),
				refused(() -> this.branches.create("c", List.of("cart2"), false, List.of("shop"), List.of()),
						Kind.DUPLICATE,
						"The branch label 'shop' is already taken by shop1.sql; choose another with --branch-label"),
				refused(() -> this.branches.create("c", List.of("cart2"), false, List.of("root"), List.of()),
						Kind.DUPLICATE,
						"The branch label 'root' is already taken by root.sql; choose another with --branch-label"),
				refused(() -> this.line.create("c", List.of("b"), false, List.of("c"), List.of()), Kind.DUPLICATE,
						"Branch label 'c' of the new revision is its own id; choose another label, or none"),
				refused(() -> this.line.create("c-1", List.of("head"), false, List.of(), List.of()),
						Kind.INVALID_IDENTIFIER,
						"The revision id 'c-1' in the new revision contains the character '-'; "
								+ "use none of '@-+:,' and no blanks"),
				refused(() -> this.line.create("c", List.of("head"), false, List.of("release-2"), List.of()),
						Kind.INVALID_IDENTIFIER,
						"The branch label 'release-2' in the new revision contains the character '-'; "
								+ "use none of '@-+:,' and no blanks"),
				refused(() -> this.line.create("c", List.of("head"), false, List.of(), List.of("z")),
						Kind.UNKNOWN_REVISION,
						"Can't locate revision 'z'; name a revision of this application; its heads are b"),
				refused(() -> this.line.create("c", List.of("head"), false, List.of(), List.of("c")),
						Kind.UNKNOWN_REVISION,
						"Can't locate revision 'c'; name a revision of this application; its heads are b"),
				refused(() -> this.line.create("c", List.of("head"), false, List.of(), List.of("base")),
						Kind.UNKNOWN_REVISION,
						"The dependency 'base' must be one revision, not none; "
								+ "name each with its own --depends-on"),
				refused(() -> this.branches.create("c", List.of("cart2"), false, List.of(), List.of("heads")),
						Kind.MULTIPLE_HEADS,
						"The dependency 'heads' must be one revision, not cart2, mail1; "
								+ "name each with its own --depends-on"),
				refused(() -> this.line.merge("m", List.of("b"), false, List.of()), Kind.NOTHING_TO_MERGE,
						"A merge needs at least two different revisions, 'b' names b; name two of the heads: b"),
				refused(() -> this.line.merge("m", List.of("heads"), false, List.of()), Kind.NOTHING_TO_MERGE,
						"A merge needs at least two different revisions, 'heads' names b; name two of the heads: b"),
				refused(() -> this.branches.merge("m", List.of("shop1", "shop"), false, List.of()),
						Kind.NOTHING_TO_MERGE,
						"A merge needs at least two different revisions, 'shop1 shop' names shop1, shop1; "
								+ "name two of the heads: cart2, shop1, mail1"),
				refused(() -> this.branches.merge("m", List.of("cart1", "shop1"), false, List.of()), Kind.NOT_A_HEAD,
						"Revision cart1 is not a head, cart2 builds on it; "
								+ "name a head (cart2, shop1, mail1), or make a new branch with --splice"));
	}

	private static Arguments refused(ThrowingCallable call, Kind kind, String message) {
		return arguments(message, kind, call);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("refusals")
	void revisionIsRefused(String message, Kind kind, ThrowingCallable call) {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(call)
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(kind));
	}

}
