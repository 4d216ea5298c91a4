package dev.migrate.fidelity.evolution;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrate.fidelity.models.EntityModel;
import dev.migrate.fidelity.models.On;
import dev.migrate.testsupport.IndexedGeneratedColumns;
import dev.migrate.testsupport.NamedEnums;
import dev.migrate.testsupport.TestDatabase.Product;

/**
 * A model that changes.
 *
 * @param name the name of the change
 * @param products the products that have what it needs
 * @param before the model whose schema is there
 * @param after the model that is wanted
 * @param rows statements that fill the tables
 * @param keepsRows whether they are the same when the change has been taken back
 * @param query a query for what must still be there, or nothing
 * @param kept what it finds
 */
public record ModelEvolution(String name, Set<Product> products, EntityModel before, EntityModel after,
		List<String> rows, boolean keepsRows, String query, List<String> kept) {

	static ModelEvolution of(Class<?> holder) {
		On on = holder.getAnnotation(On.class);
		Evolution evolution = Objects.requireNonNull(holder.getAnnotation(Evolution.class), holder::getName);
		EntityModel before = version(holder, "V1");
		EntityModel after = version(holder, "V2");
		Set<Product> products = new TreeSet<>(
				(on != null) ? Set.of(on.value()) : Set.of(Product.POSTGRESQL, Product.H2));
		products.removeIf((product) -> !allows(product, before) || !allows(product, after));
		return new ModelEvolution(
				holder.getEnclosingClass().getSimpleName().replace("Changes", "") + ": " + holder.getSimpleName(),
				products, before, after, List.of(evolution.rows()), evolution.keepsRows(), evolution.query(),
				List.of(evolution.kept()));
	}

	private static boolean allows(Product product, EntityModel model) {
		return NamedEnums.allow(product, model.classes()) && IndexedGeneratedColumns.allow(product, model.classes());
	}

	private static EntityModel version(Class<?> holder, String name) {
		return Stream.of(holder.getDeclaredClasses())
			.filter((type) -> type.getSimpleName().equals(name))
			.map(EntityModel::of)
			.findFirst()
			.orElseThrow();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
