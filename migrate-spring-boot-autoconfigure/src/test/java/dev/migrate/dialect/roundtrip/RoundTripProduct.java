package dev.migrate.dialect.roundtrip;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Feature;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import dev.migrate.testsupport.TestDatabase;

/**
 * What the round trip needs to know of a product. In the templates of expressions
 * {@code %1$s} stands for a column.
 */
interface RoundTripProduct {

	Dialect dialect();

	/** An empty database. */
	TestDatabase create();

	/** What the product has, written out. */
	Set<Feature> features();

	/** Types of columns, with what can be said of such columns. */
	List<TypeSample> types();

	/** Types of sequences, {@code bigint} among them. */
	List<ColumnType> sequenceTypes();

	/** Whether there are arrays of a type, also of several dimensions. */
	boolean arrays(ColumnType element);

	/** Collations of texts. */
	List<String> collations();

	/** A condition of rows for a partial index, by a column of any type. */
	Expression present();

	/** A column as the catalog prints it within an expression. */
	String printed(String column);

	/** Whether {@code NULL} is larger than every value, else smaller. */
	boolean nullsAreLarge();

	/**
	 * Whether the catalog has the referenced columns of a key that was written without.
	 */
	default boolean completesForeignKeys() {
		return true;
	}

	/** Whether any column can be an identity. */
	default boolean anyIdentity() {
		return true;
	}

	/** The value of a sequence as a default. */
	default List<Expression> nextValue(String sequence) {
		return List.of();
	}

	/** A table with options of the product's own. */
	default Table vary(Table table, Random random) {
		return table;
	}

	/** An index with options of the product's own. */
	default Index vary(Index index, Random random) {
		return index;
	}

	/**
	 * All that is in the database, by its own means and not those of Migrate: line by
	 * line, in no particular order.
	 */
	List<String> dump(Connection connection) throws SQLException;

	/**
	 * An expression as it is written, and as the catalog prints it.
	 */
	record Expression(String written, String printed) {

		static Expression of(String written, String printed) {
			return new Expression(written, printed);
		}

		static Expression same(String text) {
			return new Expression(text, text);
		}

	}

	/**
	 * A type.
	 *
	 * @param type the type
	 * @param key whether it can be a key and be sorted
	 * @param identity whether it can be an identity
	 * @param text whether it can have a collation
	 * @param defaults defaults
	 * @param conditions conditions of a column of this type
	 * @param computed expressions of this type, from a column of this type
	 */
	record TypeSample(ColumnType type, boolean key, boolean identity, boolean text, List<Expression> defaults,
			List<Expression> conditions, List<Expression> computed) {

		static TypeSample of(ColumnType type) {
			return new TypeSample(type, false, false, false, List.of(), List.of(), List.of());
		}

		TypeSample asKey() {
			return new TypeSample(this.type, true, this.identity, this.text, this.defaults, this.conditions,
					this.computed);
		}

		TypeSample asIdentity() {
			return new TypeSample(this.type, true, true, this.text, this.defaults, this.conditions, this.computed);
		}

		TypeSample asText() {
			return new TypeSample(this.type, true, this.identity, true, this.defaults, this.conditions, this.computed);
		}

		TypeSample defaults(Expression... expressions) {
			return new TypeSample(this.type, this.key, this.identity, this.text, List.of(expressions), this.conditions,
					this.computed);
		}

		TypeSample conditions(Expression... expressions) {
			return new TypeSample(this.type, this.key, this.identity, this.text, this.defaults, List.of(expressions),
					this.computed);
		}

		TypeSample computed(Expression... expressions) {
			return new TypeSample(this.type, this.key, this.identity, this.text, this.defaults, this.conditions,
					List.of(expressions));
		}

	}

}
