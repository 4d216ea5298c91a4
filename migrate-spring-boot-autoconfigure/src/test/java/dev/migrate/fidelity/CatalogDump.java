package dev.migrate.fidelity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.migrate.testsupport.TestDatabase.Product;

/**
 * What is in a database, in the product's own words and read without anything of the
 * library's: all schemas, sorted lines. Neither the order of columns shows nor names of
 * constraints that nobody chose.
 */
abstract class CatalogDump {

	/** Hibernate's, of a hash. */
	private static final Pattern HASHED = Pattern.compile("(?i)(fk|uk|idx)[0-9a-z]{20,25}");

	static CatalogDump of(Product product) {
		return switch (product) {
			case POSTGRESQL -> new PostgresCatalogDump();
			case H2 -> new H2CatalogDump();
			case SQLITE -> throw new IllegalArgumentException("No dump of SQLite");
		};
	}

	/** The objects. */
	abstract List<String> structure(Connection connection) throws SQLException;

	/** The rows of all tables, values by the name of their column. */
	final List<String> rows(Connection connection) throws SQLException {
		List<String> lines = new ArrayList<>();
		for (String table : column(connection, tableNames())) {
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
				while (rows.next()) {
					TreeMap<String, String> values = new TreeMap<>();
					for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
						values.put(rows.getMetaData().getColumnName(i), rows.getString(i));
					}
					lines.add(table + ": " + values);
				}
			}
		}
		return lines.stream().sorted().toList();
	}

	/** A query for the names of the tables, quoted. */
	abstract String tableNames();

	/** A name, or nothing if nobody chose it. */
	static String chosen(String name, Pattern product) {
		return (HASHED.matcher(name).matches() || product.matcher(name).matches()) ? "?" : name;
	}

	static List<String> column(Connection connection, String sql) throws SQLException {
		List<String> lines = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				lines.add(rows.getString(1));
			}
		}
		return lines;
	}

}
