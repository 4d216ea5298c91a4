package dev.migrate.dialect.roundtrip;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Feature;
import dev.migrate.dialect.postgresql.PostgresDialect;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ExclusionConstraint.Element;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.Types;
import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

import static dev.migrate.dialect.roundtrip.RoundTripProduct.Expression.of;
import static dev.migrate.dialect.roundtrip.RoundTripProduct.Expression.same;
import static dev.migrate.dialect.roundtrip.RoundTripProduct.TypeSample.of;

/**
 * PostgreSQL, of one version.
 */
final class PostgresRoundTrip implements RoundTripProduct {

	/**
	 * The server's own words for everything: nothing is taken apart as the reflector
	 * does.
	 */
	private static final String DUMP = """
			SELECT concat_ws(' ', 'table', c.relname, c.relkind, pg_get_partkeydef(c.oid), c.reloptions::text,
				obj_description(c.oid, 'pg_class')) FROM pg_class c
			WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'S', 'c', 'v')
			UNION ALL SELECT concat_ws(' ', 'column', c.relname, a.attnum, a.attname,
				format_type(a.atttypid, a.atttypmod), a.attndims, a.attnotnull, a.attidentity, a.attgenerated,
				a.attcollation::regcollation::text, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum))
			FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
			LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
			WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'c') AND a.attnum > 0
			UNION ALL SELECT concat_ws(' ', 'constraint', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
			FROM pg_constraint k WHERE k.connamespace = 'public'::regnamespace
			UNION ALL SELECT concat_ws(' ', 'index', pg_get_indexdef(x.indexrelid)) FROM pg_index x
			JOIN pg_class c ON c.oid = x.indrelid WHERE c.relnamespace = 'public'::regnamespace
			UNION ALL SELECT concat_ws(' ', 'sequence', s.seqrelid::regclass, format_type(s.seqtypid, NULL), s.seqstart,
				s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.refobjid::regclass, d.refobjsubid)
			FROM pg_sequence s LEFT JOIN pg_depend d ON d.objid = s.seqrelid AND d.refobjsubid > 0
			UNION ALL SELECT concat_ws(' ', 'type', t.typname, obj_description(t.oid, 'pg_type'),
				(SELECT string_agg(enumlabel, '|' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
			FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'c')
			UNION ALL SELECT concat_ws(' ', 'view', c.relname, pg_get_viewdef(c.oid)) FROM pg_class c
			WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
			UNION ALL SELECT concat_ws(' ', 'cast', castsource::regtype, casttarget::regtype, castcontext, castmethod)
			FROM pg_cast WHERE oid >= 16384""";

	private final Dialect dialect = new PostgresDialect();

	private final Map<String, String> printed = new ConcurrentHashMap<>();

	private final PostgresServer server;

	private final int version;

	PostgresRoundTrip(PostgresServer server) {
		this.server = server;
		this.version = Integer
			.parseInt(server.createDatabase().texts("SELECT current_setting('server_version_num')").get(0)) / 10_000;
	}

	@Override
	public String toString() {
		return "PostgreSQL " + this.version;
	}

	@Override
	public Dialect dialect() {
		return this.dialect;
	}

	@Override
	public TestDatabase create() {
		return this.server.createDatabase();
	}

	@Override
	public Set<Feature> features() {
		Set<Feature> features = EnumSet.allOf(Feature.class);
		features.remove((this.version < 15) ? Feature.NULLS_NOT_DISTINCT : null);
		features.remove((this.version < 15) ? Feature.DELETE_COLUMNS : null);
		features.remove((this.version < 18) ? Feature.VIRTUAL_COLUMN : null);
		return features;
	}

	@Override
	public List<TypeSample> types() {
		return List.of(
				of(Types.integer()).asIdentity()
					.defaults(same("0"), same("1 + 2"), of("-7", "'-7'::integer"))
					.conditions(same("%1$s > 0"), of("%1$s in (1, 2)", "%1$s = ANY (ARRAY[1, 2])"),
							of("%1$s is null or %1$s > 2", "%1$s IS NULL OR %1$s > 2"))
					.computed(same("%1$s * 2"), of("coalesce(%1$s, 0)", "COALESCE(%1$s, 0)")),
				of(Types.bigint()).asIdentity().conditions(of("%1$s between 1 and 5", "%1$s >= 1 AND %1$s <= 5")),
				of(Types.smallint()).asIdentity(),
				of(Types.numeric(10, 2)).asKey().defaults(same("1.5")).conditions(same("%1$s <> 0.5")),
				of(Types.varchar(20)).asText()
					.defaults(of("''", "''::character varying"),
							of("'it''s; -- $$'", "'it''s; -- $$'::character varying"),
							of("upper('x')", "upper('x'::text)"))
					.conditions(of("%1$s <> ''", "%1$s::text <> ''::text"),
							of("length(%1$s) > 2", "length(%1$s::text) > 2")),
				of(Types.text()).asText().computed(same("lower(%1$s)"), of("%1$s || 'x'", "%1$s || 'x'::text")),
				of(Types.character(3)).asText(), of(Types.varbinary()).defaults(of("'\\x00ff'", "'\\x00ff'::bytea")),
				of(Types.bool()).asKey().defaults(same("false")),
				of(Types.date()).asKey()
					.defaults(of("current_date", "CURRENT_DATE"), of("DATE '2020-02-29'", "'2020-02-29'::date")),
				of(Types.time(0)).asKey(), of(Types.timeWithTimeZone(3)), of(Types.timestamp(6)).asKey(),
				of(Types.timestampWithTimeZone(3)).asKey().defaults(of("current_timestamp", "CURRENT_TIMESTAMP")),
				of(Types.uuid()).asKey(), of(Types.json()).defaults(of("'{}'", "'{}'::jsonb")), of(Types.real()),
				of(Types.doublePrecision()), of(Types.interval()), of(Types.xml()), of(Types.raw("inet")).asKey(),
				of(Types.raw("json")), of(Types.raw("bit(3)")), of(Types.raw("bit varying(7)")), of(Types.raw("oid")),
				of(Types.raw("tsvector")), of(Types.raw("interval day to second(3)")));
	}

	@Override
	public List<ColumnType> sequenceTypes() {
		return List.of(Types.bigint(), Types.integer(), Types.smallint());
	}

	@Override
	public boolean arrays(ColumnType element) {
		return true;
	}

	@Override
	public List<String> collations() {
		return List.of("C", "POSIX");
	}

	@Override
	public Expression present() {
		return of("%1$s is not null", "%1$s IS NOT NULL");
	}

	@Override
	public String printed(String column) {
		return this.printed.computeIfAbsent(column,
				(name) -> this.server.createDatabase()
					.jdbc()
					.sql("SELECT quote_ident(?)")
					.param(name)
					.query(String.class)
					.single());
	}

	@Override
	public boolean nullsAreLarge() {
		return true;
	}

	@Override
	public List<Expression> nextValue(String sequence) {
		String literal = this.dialect.literals().write(printed(sequence));
		// The server never prints E'…'
		String constant = "'" + printed(sequence).replace("'", "''") + "'";
		return List.of(of("nextval(" + literal + ")", "nextval(" + constant + "::regclass)"));
	}

	@Override
	public Table vary(Table table, Random random) {
		Table changed = table;
		if (random.nextInt(4) == 0) {
			changed = changed
				.options(new TableOptions(null, Map.of("fillfactor", "80", "autovacuum_enabled", "false")));
		}
		List<String> compared = table.columns()
			.stream()
			.filter((column) -> column.type().equals(Types.integer()) && column.generated() == null)
			.map((column) -> column.name())
			.toList();
		return (compared.isEmpty() || random.nextInt(3) > 0) ? changed
				: with(changed,
						ExclusionConstraint.exclude(Element.with(compared.get(0), "="))
							.named("exclusion" + random.nextInt(100_000))
							.using("btree")
							.where("1 > 0"));
	}

	private static Table with(Table table, ExclusionConstraint exclusion) {
		List<Constraint> constraints = new ArrayList<>(table.constraints());
		constraints.add(exclusion);
		return new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(), table.options());
	}

	@Override
	public Index vary(Index index, Random random) {
		return (random.nextInt(4) == 0) ? index.storage("fillfactor", "70") : index;
	}

	@Override
	public List<String> dump(Connection connection) throws SQLException {
		// No names of numbers before 13
		String sql = (this.version < 13) ? DUMP.replace("::regcollation::text", "::text") : DUMP;
		List<String> lines = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				lines.add(rows.getString(1));
			}
		}
		return lines;
	}

}
