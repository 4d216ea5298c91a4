package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterIdentity;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RebuildEnumType.Use;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Index.index;
import static dev.migrate.schema.IndexElement.by;
import static dev.migrate.schema.IndexElement.byExpression;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.SequenceOptions.DEFAULTS;
import static dev.migrate.schema.Types.array;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.interval;
import static dev.migrate.schema.Types.named;
import static dev.migrate.schema.Types.smallint;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.Types.xml;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What H2 writes in its own way, and what it refuses.
 */
class H2VocabularyTests {

	private static final QualifiedName T = QualifiedName.parse("t");

	private static final QualifiedName MOOD = QualifiedName.parse("mood");

	private static final QualifiedName S = QualifiedName.parse("s");

	private final Dialect dialect = new H2Dialect();

	private final TestDatabase database = Product.H2.create();

	static Stream<Arguments> written() {
		EnumType mood = new EnumType(MOOD, List.of("sad", "it's"), "c");
		return Stream.of(
				arguments(new AddColumn(T, column("a", integer()).generatedStored("b + 1"), false),
						List.of("ALTER TABLE t ADD COLUMN a integer GENERATED ALWAYS AS (b + 1)")),
				arguments(
						new AddColumn(T,
								column("a", bigint()).identity(
										Identity.ALWAYS.with(new SequenceOptions(5L, 2L, 3L, 90L, 7L, true))),
								false),
						List.of("ALTER TABLE t ADD COLUMN a bigint GENERATED ALWAYS AS IDENTITY (START WITH 5 "
								+ "INCREMENT BY 2 MINVALUE 3 MAXVALUE 90 CACHE 7 CYCLE) NOT NULL")),
				arguments(new AddColumn(T, column("a", array(varchar(5), 2)), false),
						List.of("ALTER TABLE t ADD COLUMN a varchar(5) array array")),
				arguments(new AddColumn(T, column("a", named("sales.Mood")), false),
						List.of("ALTER TABLE t ADD COLUMN a sales.\"Mood\"", "COMMENT ON COLUMN t.a IS NULL")),
				arguments(new CreateIndex(T, index("i", by("a").desc().nullsFirst(), by("b").nullsLast()), false),
						List.of("CREATE INDEX i ON t (a DESC NULLS FIRST, b NULLS LAST)")),
				arguments(new CreateIndex(T, index("i", "a").asUnique().withNullsNotDistinct().include("b"), false),
						List.of("CREATE UNIQUE NULLS NOT DISTINCT INDEX i ON t (a) INCLUDE (b)")),
				arguments(new CreateIndex(T, index("i", "a").asUnique().using("hash"), true),
						List.of("CREATE UNIQUE HASH INDEX IF NOT EXISTS i ON t (a)")),
				arguments(new CreateIndex(T, index("i", "a").using("spatial"), false),
						List.of("CREATE SPATIAL INDEX i ON t (a)")),
				arguments(new AddConstraint(T, unique("a").withNullsNotDistinct()),
						List.of("ALTER TABLE t ADD UNIQUE NULLS NOT DISTINCT (a)")),
				arguments(new CreateSequence(new Sequence(S, smallint(), DEFAULTS.increment(-1).cache(1), null, "c")),
						List.of("CREATE SEQUENCE s AS smallint INCREMENT BY -1 CACHE 1",
								"COMMENT ON SEQUENCE s IS 'c'")),
				arguments(new AlterSequence(S, DEFAULTS, null), List
					.of("ALTER SEQUENCE s INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1 CACHE 32 NO CYCLE")),
				arguments(new AlterSequence(S, DEFAULTS.increment(-3).minimum(-9).maximum(0).cycling(), null),
						List.of("ALTER SEQUENCE s INCREMENT BY -3 MINVALUE -9 MAXVALUE 0 START WITH 0 CACHE 4 CYCLE")),
				arguments(new AlterIdentity(T, "a", Identity.ALWAYS, Identity.BY_DEFAULT),
						List.of("ALTER TABLE t ALTER COLUMN a SET GENERATED ALWAYS")),
				arguments(new AlterIdentity(T, "a", Identity.ALWAYS, Identity.ALWAYS),
						List.of("ALTER TABLE t ALTER COLUMN a SET GENERATED ALWAYS SET INCREMENT BY 1 SET NO MINVALUE "
								+ "SET NO MAXVALUE SET CACHE 32 SET NO CYCLE")),
				arguments(new AlterIdentity(T, "a", Identity.ALWAYS.with(DEFAULTS.start(7).maximum(9)), null),
						List.of("ALTER TABLE t ALTER COLUMN a SET GENERATED ALWAYS SET MAXVALUE 9",
								"ALTER TABLE t ALTER COLUMN a RESTART WITH (SELECT coalesce(max(a), 0) + 1 FROM t)")),
				arguments(new CreateEnumType(mood),
						List.of("CREATE DOMAIN mood AS ENUM ('sad', 'it''s')", "COMMENT ON DOMAIN mood IS 'c'")),
				arguments(new DropEnumType(MOOD, true, null), List.of("DROP DOMAIN IF EXISTS mood RESTRICT")),
				arguments(new RenameType(MOOD, "Temper"), List.of("ALTER DOMAIN mood RENAME TO \"Temper\"")));
	}

	@ParameterizedTest
	@MethodSource("written")
	void operationIsWritten(Operation operation, List<String> sql) {
		assertThat(texts(operation)).isEqualTo(sql);
	}

	static Stream<Arguments> refused() {
		return Stream.of(
				addColumn(column("a", integer()).generatedVirtual("b"),
						"it has no generated columns that are not stored"),
				addColumn(column("a", varchar(3)).collate("C"), "its columns have no collation of their own"),
				addColumn(column("a", xml()), "it has no type for XML documents"),
				addColumn(column("a", interval()),
						"its intervals name their fields, write raw(\"INTERVAL DAY TO SECOND\") or the like"),
				addColumn(column("a", array(named("mood"))),
						"it has no arrays of types with a name of their own, as mood"),
				createIndex(index("i", "a").where("a > 0"), "it has no partial indexes"),
				createIndex(index("i", byExpression("lower(a)")), "it has no indexes of expressions"),
				createIndex(index("i", "a").include("b"), "only its unique indexes carry further columns"),
				createIndex(index("i", "a").withNullsNotDistinct(), "only its unique indexes have NULLS NOT DISTINCT"),
				createIndex(index("i", "a").using("gin"), "its indexes have no access method gin"),
				createIndex(index("i", "a").using("spatial").asUnique(), "its spatial indexes cannot be unique"),
				createIndex(index("i", by("a").operatorClass("x")),
						"its indexes have no access methods and operator classes"),
				createIndex(index("i", "a").storage("fillfactor", "70"), "it has no storage parameters"),
				addConstraint(unique("a").include("b").named("k"),
						"only its unique indexes carry further columns, not its constraints"),
				addConstraint(primaryKey("a").include("b").named("k"),
						"only its unique indexes carry further columns, not its constraints"),
				addConstraint(unique("a").deferral(Deferral.INITIALLY_DEFERRED).named("k"),
						"its constraints cannot be deferred"),
				addConstraint(foreignKey("a", "b").references("t").onDelete(ReferentialAction.SET_NULL, "b").named("k"),
						"its foreign keys set all their columns"),
				addConstraint(foreignKey("a").references("t").withMatchFull().named("k"),
						"its foreign keys have no MATCH FULL"),
				addConstraint(check("a > 0").asNotValid().named("k"), "its constraints always check the present rows"),
				arguments(new AddEnumValue(MOOD, "v", null, false, false),
						"H2 cannot add value 'v' to type mood: the values of a type stay as they are, make the type anew"),
				arguments(new RenameEnumValue(MOOD, "v", "w"), "H2 cannot rename value 'v' of type mood: "
						+ "the values of a type stay as they are, make the type anew"));
	}

	private static Arguments addColumn(Column column, String reason) {
		return arguments(new AddColumn(T, column, false), "H2 cannot add column t.a: " + reason);
	}

	private static Arguments createIndex(Index index, String reason) {
		return arguments(new CreateIndex(T, index, false), "H2 cannot create index i on t: " + reason);
	}

	private static Arguments addConstraint(Constraint constraint, String reason) {
		return arguments(new AddConstraint(T, constraint), "H2 cannot add constraint k to t: " + reason);
	}

	@ParameterizedTest
	@MethodSource("refused")
	void operationIsRefused(Operation operation, String message) {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> texts(operation))
			.withMessage(message);
	}

	@Test
	void foreignKeyToItsOwnTableStandsBehindTheKeyThatItReferences() throws SQLException {
		Table table = Table.of(T, List.of(column("a", integer()).notNull(), column("b", integer()),
				foreignKey("b").references("t", "a").named("fk"), primaryKey("a").named("pk")));
		assertThat(apply(new CreateTable(table, false)).tables().get(0).constraints())
			.containsExactlyElementsOf(table.constraints());
	}

	@Test
	void alteredSequenceCountsFromWhereItIsAndForgetsItsOptions() throws SQLException {
		SequenceOptions options = new SequenceOptions(5L, 3L, 2L, 900L, 10L, true);
		Sequence before = new Sequence(S, null, options, null, null);
		assertThat(apply(new CreateSequence(before), new AlterSequence(S, DEFAULTS, options)).objects(Sequence.class))
			.containsExactly(before.with(DEFAULTS));
		assertThat(this.database.texts("SELECT NEXT VALUE FOR s")).containsExactly("5");
		assertThat(apply(new AlterSequence(S, DEFAULTS, options).reverse().orElseThrow()).objects(Sequence.class))
			.containsExactly(before);
	}

	@Test
	void sequenceOfOtherNameCountsOn() throws SQLException {
		Sequence sequence = new Sequence(S, smallint(), DEFAULTS.start(5).increment(3).maximum(90).cycling().cache(2),
				null, "it's");
		apply(new CreateSequence(sequence));
		assertThat(this.database.texts("SELECT NEXT VALUE FOR s")).containsExactly("5");

		assertThat(apply(new RenameSequence(S, "Other")).all())
			.containsExactly(new Sequence(S.sibling("Other"), sequence.type(), sequence.options(), null, "it's"));
		assertThat(this.database.texts("SELECT NEXT VALUE FOR \"Other\"")).containsExactly("8");
	}

	@Test
	void enumTypeIsMadeAnew() throws SQLException {
		EnumType before = new EnumType(MOOD, List.of("sad", "happy"), null);
		EnumType after = new EnumType(MOOD, List.of("happy", "calm"), "c");
		Table table = Table.of(T, List.of(column("m", named("mood")).defaultValue("happy")));
		apply(new CreateEnumType(before), new CreateTable(table, false));
		this.database.jdbc().sql("INSERT INTO t (m) VALUES ('happy')").update();
		Schema reflected = apply(new RebuildEnumType(after, List.of(new Use(T, "m", "'happy'")), before));
		assertThat(reflected.objects(EnumType.class)).containsExactly(after);
		assertThat(reflected.tables()).containsExactly(table);
		assertThat(this.database.texts("SELECT m FROM t")).containsExactly("happy");
	}

	private List<String> texts(Operation operation) {
		return this.dialect.renderer().render(operation).stream().map(SqlStatement::text).toList();
	}

	private Schema apply(Operation... operations) throws SQLException {
		try (Connection connection = this.database.connect()) {
			for (Operation operation : operations) {
				for (SqlStatement statement : this.dialect.renderer().render(operation)) {
					this.dialect.execute(connection, statement);
				}
			}
			return this.dialect.reflector().reflect(connection, null);
		}
	}

}
