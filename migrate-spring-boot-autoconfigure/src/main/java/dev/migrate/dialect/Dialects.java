package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * The dialects on the class path.
 */
public final class Dialects {

	private final List<Dialect> dialects;

	/**
	 * Create a collection of dialects.
	 * @param dialects the dialects
	 */
	public Dialects(List<Dialect> dialects) {
		this.dialects = List.copyOf(dialects);
	}

	/**
	 * Find the dialects that a class loader sees.
	 * @param classLoader the class loader
	 * @return the dialects
	 */
	public static Dialects load(ClassLoader classLoader) {
		return new Dialects(
				ServiceLoader.load(Dialect.class, classLoader).stream().map(ServiceLoader.Provider::get).toList());
	}

	/**
	 * All of them.
	 * @return the dialects
	 */
	public List<Dialect> all() {
		return this.dialects;
	}

	/**
	 * The dialect of the given name.
	 * @param name the short name
	 * @return the dialect
	 * @throws IllegalArgumentException if there is none
	 */
	public Dialect named(String name) {
		return find((dialect) -> dialect.name().equals(name)).orElseThrow(
				() -> new IllegalArgumentException("No dialect is named '%s', there are %s".formatted(name, names())));
	}

	/**
	 * The dialect of a connection's product.
	 * @param connection the connection
	 * @return the dialect
	 * @throws SQLException if the connection fails
	 * @throws IllegalArgumentException if the product is not supported
	 */
	public Dialect of(Connection connection) throws SQLException {
		String product = connection.getMetaData().getDatabaseProductName();
		return find((dialect) -> dialect.accepts(product)).orElseThrow(() -> new IllegalArgumentException(
				"The database product '%s' is not supported, there are dialects for %s".formatted(product, names())));
	}

	/**
	 * The dialect of a JDBC URL's product.
	 * @param url the URL
	 * @return the dialect, if there is one
	 */
	public Optional<Dialect> ofUrl(String url) {
		return find((dialect) -> dialect.acceptsUrl(url));
	}

	private Optional<Dialect> find(Predicate<Dialect> condition) {
		return this.dialects.stream().filter(condition).findFirst();
	}

	/**
	 * The short names of the products.
	 * @return the names, separated by commas
	 */
	public String names() {
		return String.join(", ", this.dialects.stream().map(Dialect::name).sorted().toList());
	}

}
