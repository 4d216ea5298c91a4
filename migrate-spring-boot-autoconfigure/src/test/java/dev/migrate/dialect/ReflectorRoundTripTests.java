package dev.migrate.dialect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresDialect;
import dev.migrate.dialect.sqlite.SqliteDialect;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.character;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.doublePrecision;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.json;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.real;
import static dev.migrate.schema.Types.smallint;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.time;
import static dev.migrate.schema.Types.timestamp;
import static dev.migrate.schema.Types.timestampWithTimeZone;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varbinary;
import static dev.migrate.schema.Types.varchar;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a renderer writes, the reflector of the same product reads.
 */
class ReflectorRoundTripTests {

	private static final List<Table> TABLES = List.of(
			new Table(QualifiedName.parse("auth_user"), List.of(column("id", bigint()).identityByDefault(),
					column("no", integer()).identityAlways().comment("counts"), column("name", varchar(20)).notNull(),
					column("Name", varchar(40)), column("select", integer()), column("größe", integer())),
					List.of(primaryKey("id").named("auth_user_pk"), unique("name", "no").named("auth_user_uq")),
					List.of(new Index("auth_user_ix", List.of("Name", "select"), false, null),
							new Index("auth_user_ux", List.of("no"), true, null)),
					"those who may 'log in'"),
			new Table(QualifiedName.parse("order"),
					List.of(column("id", bigint()).notNull(), column("user_id", bigint()), column("a", varchar(20)),
							column("b", integer())),
					List.of(foreignKey("user_id").references("auth_user", "id")
						.named("order_fk")
						.onDelete(ReferentialAction.SET_NULL)
						.onUpdate(ReferentialAction.CASCADE),
							foreignKey("a", "b").references("auth_user", "name", "no").named("order_fk2"),
							primaryKey("id").named("order_pk")),
					List.of(), null),
			new Table(QualifiedName.parse("Types"),
					List.of(column("a", bool()), column("b", smallint()), column("c", integer()), column("d", bigint()),
							column("e", numeric(10, 2)), column("f", real()), column("g", doublePrecision()),
							column("h", character(3)), column("i", varchar(20)), column("j", text()),
							column("k", varbinary()), column("l", date()), column("m", time(0)),
							column("n", timestamp(6)), column("o", timestampWithTimeZone(3)), column("p", uuid()),
							column("q", json())),
					List.of(), List.of(), null));

	/** No comments, names that differ in more than case, few types. */
	private static final List<Table> SQLITE_TABLES = List.of(
			new Table(QualifiedName.parse("auth_user"),
					List.of(column("id", integer()).identityByDefault(), column("no", integer()).notNull(),
							column("name", varchar(20)).notNull(), column("Full name", varchar(40)),
							column("select", integer()), column("größe", integer())),
					List.of(primaryKey("id").named("auth_user_pk"), unique("name", "no").named("auth_user_uq"),
							unique("größe")),
					List.of(new Index("auth_user_ix", List.of("Full name", "select"), false, "no > 3"),
							new Index("auth_user_ux", List.of("no"), true, null)),
					null),
			new Table(QualifiedName.parse("order"),
					List.of(column("id", bigint()).notNull(), column("user_id", bigint()), column("a", varchar(20)),
							column("b", integer()).defaultSql("1 + 2")),
					List.of(foreignKey("user_id").references("auth_user", "id")
						.named("order_fk")
						.onDelete(ReferentialAction.SET_NULL)
						.onUpdate(ReferentialAction.CASCADE),
							foreignKey("a", "b").references("auth_user", "name", "no").named("order_fk2"),
							primaryKey("id").named("order_pk"), check("b <> 4 OR a = ')'")),
					List.of(), null),
			new Table(QualifiedName.parse("number"), List.of(column("id", integer()).notNull()),
					List.of(primaryKey("id")), List.of(), null),
			new Table(QualifiedName.parse("counter"), List.of(column("id", integer()).identityAlways()),
					List.of(primaryKey("id")), List.of(), null),
			new Table(QualifiedName.parse("Types"),
					List.of(column("a", bool()).defaultValue(true), column("b", smallint()), column("c", integer()),
							column("d", bigint()), column("e", numeric(10, 2)), column("f", real()),
							column("g", doublePrecision()), column("h", character(3)), column("i", varchar(20)),
							column("j", text()), column("k", varbinary()), column("l", date()),
							column("p", uuid()).defaultValue("it's"), column("q", json()).defaultSql("-1")),
					List.of(), List.of(), null));

	@ParameterizedTest
	@EnumSource(Product.class)
	void renderedTablesAreReflected(Product product) throws SQLException {
		Dialect dialect = dialect(product);
		try (Connection connection = product.create().connect()) {
			List<Table> tables = (product == Product.SQLITE) ? SQLITE_TABLES : TABLES;
			for (Table table : tables) {
				for (SqlStatement statement : dialect.renderer().render(new CreateTable(table, false))) {
					dialect.execute(connection, statement);
				}
			}
			Schema reflected = dialect.reflector().reflect(connection, null);
			assertThat(reflected.tables()).containsExactlyInAnyOrderElementsOf(tables);
		}
	}

	@ParameterizedTest
	@EnumSource(Product.class)
	void numberOfStatementsDoesNotGrowWithNumberOfTables(Product product) throws SQLException {
		Dialect dialect = dialect(product);
		try (Connection connection = product.create().connect()) {
			List<String> statements = new ArrayList<>();
			dialect.reflector().reflect(noting(connection, statements), null);
			int whenEmpty = statements.size();
			for (int i = 0; i < 20; i++) {
				dialect.execute(connection,
						new SqlStatement("CREATE TABLE t" + i + " (id integer PRIMARY KEY, a integer UNIQUE)"));
				dialect.execute(connection, new SqlStatement("CREATE INDEX i" + i + " ON t" + i + " (a)"));
			}
			statements.clear();
			assertThat(dialect.reflector().reflect(noting(connection, statements), null).tables()).hasSize(20);
			assertThat(statements).hasSize(whenEmpty).hasSizeLessThan(12);
		}
	}

	/** The connection, which notes the statements that are made on it. */
	private static Connection noting(Connection connection, List<String> statements) {
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("prepareStatement") || method.getName().equals("createStatement")
							|| method.getName().equals("getMetaData")) {
						statements.add(method.getName());
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	private static Dialect dialect(Product product) {
		return switch (product) {
			case POSTGRESQL -> new PostgresDialect();
			case H2 -> new H2Dialect();
			case SQLITE -> new SqliteDialect();
		};
	}

}
