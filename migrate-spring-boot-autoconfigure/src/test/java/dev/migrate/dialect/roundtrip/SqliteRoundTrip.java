package dev.migrate.dialect.roundtrip;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Feature;
import dev.migrate.dialect.sqlite.SqliteDialect;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Types;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.dialect.roundtrip.RoundTripProduct.Expression.same;
import static dev.migrate.dialect.roundtrip.RoundTripProduct.TypeSample.of;

/**
 * SQLite, which keeps expressions as they are written. Identities, which only a primary
 * key of one column can be, have tests of their own.
 */
final class SqliteRoundTrip implements RoundTripProduct {

	private final Dialect dialect = new SqliteDialect();

	@Override
	public String toString() {
		return "SQLite";
	}

	@Override
	public Dialect dialect() {
		return this.dialect;
	}

	@Override
	public TestDatabase create() {
		return Product.SQLITE.create();
	}

	@Override
	public Set<Feature> features() {
		return Set.of(Feature.STORED_COLUMN, Feature.VIRTUAL_COLUMN, Feature.COLLATION, Feature.PARTIAL_INDEX,
				Feature.EXPRESSION_INDEX, Feature.INDEX_COLLATION);
	}

	@Override
	public List<TypeSample> types() {
		return List.of(
				of(Types.integer()).asKey()
					.defaults(same("0"), same("1 + 2"), same("-7"))
					.conditions(same("%1$s > 0"), same("%1$s in (1, 2)"), same("%1$s is null or %1$s > 2"))
					.computed(same("%1$s * 2"), same("coalesce(%1$s, 0)")),
				of(Types.bigint()).asKey().conditions(same("%1$s between 1 and 5")), of(Types.smallint()).asKey(),
				of(Types.numeric(10, 2)).asKey().defaults(same("1.5")).conditions(same("%1$s <> 0.5")),
				of(Types.varchar(20)).asText()
					.defaults(same("''"), same("'it''s; -- $$'"), same("upper('x')"))
					.conditions(same("%1$s <> ''"), same("length(%1$s) > 2")),
				of(Types.text()).asText().computed(same("lower(%1$s)"), same("%1$s || 'x'")),
				of(Types.character(3)).asText(), of(Types.varbinary()).defaults(same("x'00ff'")),
				of(Types.bool()).asKey().defaults(same("false")),
				of(Types.date()).asKey().defaults(same("current_date"), same("'2020-02-29'")), of(Types.uuid()).asKey(),
				of(Types.json()), of(Types.real()), of(Types.doublePrecision()), of(Types.raw("any thing(3)")));
	}

	@Override
	public List<ColumnType> sequenceTypes() {
		return List.of();
	}

	@Override
	public boolean arrays(ColumnType element) {
		return false;
	}

	@Override
	public List<String> collations() {
		return List.of("NOCASE", "RTRIM");
	}

	@Override
	public Expression present() {
		return same("%1$s is not null");
	}

	@Override
	public String printed(String column) {
		return this.dialect.identifiers().quote(column);
	}

	@Override
	public boolean completesForeignKeys() {
		return false;
	}

	@Override
	public boolean anyIdentity() {
		return false;
	}

	@Override
	public boolean nullsAreLarge() {
		return false;
	}

	@Override
	public List<String> dump(Connection connection) throws SQLException {
		List<String> lines = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT type || ' ' || name || ' ' || tbl_name || ' ' || sql "
						+ "FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
			while (rows.next()) {
				// A catalog keeps no order of constraints, and a table that is made anew
				// has its
				// own name in quotes: what is left is each word, as often as it is there
				String[] words = rows.getString(1).replace("\"", "").split("[\\s,]+");
				Arrays.sort(words);
				lines.add(String.join(" ", words));
			}
		}
		return lines;
	}

}
