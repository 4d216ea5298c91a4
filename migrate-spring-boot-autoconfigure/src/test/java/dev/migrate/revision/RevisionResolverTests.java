package dev.migrate.revision;

import java.util.List;

import dev.migrate.revision.RevisionException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrate.revision.RevisionNotation.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link RevisionResolver}.
 */
class RevisionResolverTests {

	/**
	 * A root, a cart branch with two heads, a shop branch with one, and a branch of its
	 * own that depends on the shop.
	 */
	private final RevisionResolver resolver = new RevisionResolver(
			graph("root", "cart1(cart): root", "cart2: cart1", "cart2a: cart2", "cart2b: cart2", "shop1(shop): root",
					"shop2: shop1", "1234: shop2", "a12: 1234", "mail1(mail) / shop"));

	static List<Arguments> resolved() {
		return List.of(arguments("base", List.of()), arguments("heads", List.of("cart2a", "cart2b", "mail1", "a12")),
				// exact
				arguments("cart1", List.of("cart1")), arguments("a12", List.of("a12")),
				arguments("cart2", List.of("cart2")), arguments("1234", List.of("1234")),
				// labels
				arguments("cart", List.of("cart1")), arguments("shop", List.of("shop1")),
				// prefixes
				arguments("ro", List.of("root")), arguments("cart2a", List.of("cart2a")),
				arguments("1", List.of("1234")), arguments("mail1", List.of("mail1")), arguments("m", List.of("mail1")),
				// in a branch
				arguments("shop@head", List.of("a12")), arguments("shop@heads", List.of("a12")),
				arguments("cart@heads", List.of("cart2a", "cart2b")), arguments("cart2a@head", List.of("cart2a")),
				arguments("mail@head", List.of("mail1")), arguments("shop@base", List.of()),
				arguments("cart@cart2", List.of("cart2")), arguments("cart@root", List.of("root")),
				arguments("cart@cart", List.of("cart1")), arguments("cart@ro", List.of("root")),
				arguments("shop1@a12", List.of("a12")), arguments("shop1@shop1", List.of("shop1")),
				arguments("a12@shop1", List.of("shop1")), arguments("shop@12", List.of("1234")));
	}

	@ParameterizedTest
	@MethodSource("resolved")
	void symbolIsResolved(String symbol, List<String> ids) {
		assertThat(this.resolver.resolve(symbol)).containsExactlyInAnyOrderElementsOf(ids);
	}

	static List<Arguments> refused() {
		String locate = "; name a revision of this application; its heads are cart2a, cart2b, mail1, a12";
		return List.of(
				arguments("head", Kind.MULTIPLE_HEADS,
						"Multiple head revisions are present where 'head' must be one: cart2a (cart2a.sql), "
								+ "cart2b (cart2b.sql), mail1 (mail1.sql), a12 (a12.sql); "
								+ "name one of them, or 'heads' for all, or merge them"),
				arguments("cart@head", Kind.MULTIPLE_HEADS,
						"Multiple head revisions are present where 'cart@head' must be one: cart2a (cart2a.sql), "
								+ "cart2b (cart2b.sql); name one of them, or 'cart@heads' for all, or merge them"),
				arguments("cart2@head", Kind.MULTIPLE_HEADS,
						"Multiple head revisions are present where 'cart2@head' must be one: cart2a (cart2a.sql), "
								+ "cart2b (cart2b.sql); name one of them, or 'cart2@heads' for all, or merge them"),
				arguments("car", Kind.AMBIGUOUS,
						"Revision 'car' is ambiguous, it may be cart1 or cart2 or cart2a or cart2b; "
								+ "type more characters of it"),
				arguments("nothing", Kind.UNKNOWN_REVISION, "Can't locate revision 'nothing'" + locate),
				arguments("a1", Kind.UNKNOWN_REVISION, "Can't locate revision 'a1'" + locate),
				arguments("nothing@head", Kind.UNKNOWN_REVISION, "Can't locate revision 'nothing'" + locate),
				arguments("nothing@base", Kind.UNKNOWN_REVISION, "Can't locate revision 'nothing'" + locate),
				arguments("cart@nothing", Kind.UNKNOWN_REVISION, "Can't locate revision 'nothing'" + locate),
				arguments("cart@shop2", Kind.NOT_IN_BRANCH,
						"Revision shop2 is not a member of branch 'cart'; "
								+ "name a revision of that branch, or leave out the branch"),
				arguments("mail@shop1", Kind.NOT_IN_BRANCH, "Revision shop1 is not a member of branch 'mail'; "
						+ "name a revision of that branch, or leave out the branch"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void symbolIsRefused(String symbol, Kind kind, String message) {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> this.resolver.resolve(symbol))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(kind));
	}

	@Test
	void exactIdWinsOverLongerOnes() {
		assertThat(new RevisionResolver(graph("abcd", "abcd1: abcd")).resolve("abcd")).containsExactly("abcd");
	}

	@Test
	void exactLabelWinsOverIdsThatBeginWithIt() {
		assertThat(new RevisionResolver(graph("abcd1", "x(abcd): abcd1")).resolve("abcd")).containsExactly("x");
	}

	@Test
	void prefixIsLookedForInIdsAndLabels() {
		RevisionResolver both = new RevisionResolver(graph("abcd1", "x(abcd2): abcd1"));
		assertThat(both.resolve("abcd2")).containsExactly("x");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> both.resolve("abc"))
			.withMessageStartingWith("Revision 'abc' is ambiguous, it may be abcd1 or x");
	}

	@Test
	void revisionWhoseIdAndLabelBeginAlikeIsOneCandidate() {
		assertThat(new RevisionResolver(graph("abcd1(abcd2)")).resolve("abc")).containsExactly("abcd1");
	}

	@Test
	void candidatesHaveFourCharactersOrMore() {
		RevisionResolver resolver = new RevisionResolver(graph("abc", "abcd: abc"));
		assertThat(resolver.resolve("ab")).containsExactly("abcd");
	}

	@Test
	void branchTellsPrefixesApart() {
		RevisionResolver resolver = new RevisionResolver(
				graph("root", "cart1(cart): root", "abcd1: cart1", "shop1(shop): root", "abcd2: shop1"));
		assertThat(resolver.resolve("cart@abcd")).containsExactly("abcd1");
		assertThat(resolver.resolve("shop@abcd")).containsExactly("abcd2");
	}

	@Test
	void prefixOfSeveralInBranchIsAmbiguous() {
		RevisionResolver resolver = new RevisionResolver(graph("cart1(cart)", "abcd1: cart1", "abcd2: abcd1"));
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> resolver.resolve("cart@abcd"))
			.withMessageStartingWith("Revision 'abcd' is ambiguous, it may be abcd1 or abcd2")
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.AMBIGUOUS));
	}

	@Test
	void headIsTheSingleVersionedHead() {
		assertThat(new RevisionResolver(graph("a", "b: a")).resolve("head")).containsExactly("b");
	}

	@Test
	void headThatIsOnlyDependedUponCountsForHeadButNotForHeads() {
		RevisionResolver resolver = new RevisionResolver(graph("a", "b / a"));
		assertThat(resolver.resolve("heads")).containsExactly("b");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> resolver.resolve("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.MULTIPLE_HEADS));
	}

	@Test
	void headOfNoRevisionsIsNothing() {
		RevisionResolver resolver = new RevisionResolver(graph());
		assertThat(resolver.resolve("head")).isEmpty();
		assertThat(resolver.resolve("heads")).isEmpty();
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> resolver.resolve("a"))
			.withMessage("Can't locate revision 'a'; name a revision of this application; its heads are none");
	}

	@Test
	void currentIsWhereTheDatabaseStands() {
		assertThat(this.resolver.resolve("current", List.of("cart1", "shop1"))).containsExactly("cart1", "shop1");
		assertThat(this.resolver.resolve("cart@current", List.of("cart1", "shop1"))).containsExactly("cart1");
	}

	@Test
	void negativeNumberCountsDownFromTheHeads() {
		assertThat(this.resolver.resolve("shop@-2", List.of("cart1"))).containsExactly("shop2");
		assertThat(this.resolver.resolve("-1", List.of())).containsExactlyInAnyOrder("cart2", "1234");
	}

	@Test
	void symbolRelativeToADatabaseIsRefusedWithoutOne() {
		for (String symbol : List.of("current", "-1", "+1", "cart@+1", "head-1")) {
			assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> this.resolver.resolve(symbol))
				.withMessage("'" + symbol + "' is relative to a database, a revision is needed here; "
						+ "name it by its id or label, or write head, heads, base or label@head")
				.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.MALFORMED_SYMBOL));
		}
	}

}
