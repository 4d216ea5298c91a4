package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import dev.migrate.autogenerate.ComparedTable.Part;

/**
 * Which constraints or indexes of two tables are the same: structure first, names second.
 *
 * @param <T> what is matched
 * @param pairs the same on both sides, perhaps by different names
 * @param removed what only the found table has
 * @param added what only the wanted table has
 */
record PartMatch<T>(List<Pair<T>> pairs, List<T> removed, List<T> added) {

	/**
	 * Match parts.
	 * @param <T> what is matched
	 * @param found the parts that there are
	 * @param wanted the parts of the model
	 * @param sameName whether two have the same name
	 * @return the match
	 */
	static <T> PartMatch<T> of(List<Part<T>> found, List<Part<T>> wanted, BiPredicate<T, T> sameName) {
		List<Part<T>> left = new ArrayList<>(found);
		List<Part<T>> missing = new ArrayList<>(wanted);
		List<Pair<T>> pairs = new ArrayList<>();
		pair(left, missing, pairs,
				(one, other) -> one.form().equals(other.form()) && sameName.test(one.written(), other.written()));
		pair(left, missing, pairs, (one, other) -> one.form().equals(other.form()));
		return new PartMatch<>(pairs, left.stream().map(Part::written).toList(),
				missing.stream().map(Part::written).toList());
	}

	private static <T> void pair(List<Part<T>> left, List<Part<T>> missing, List<Pair<T>> pairs,
			BiPredicate<Part<T>, Part<T>> same) {
		missing.removeIf((wanted) -> {
			for (Part<T> found : left) {
				if (same.test(found, wanted)) {
					pairs.add(new Pair<>(found.written(), wanted.written()));
					left.remove(found);
					return true;
				}
			}
			return false;
		});
	}

	/**
	 * A part that both sides have.
	 *
	 * @param <T> what it is
	 * @param found as it is found
	 * @param wanted as the model has it
	 */
	record Pair<T>(T found, T wanted) {
	}

}
