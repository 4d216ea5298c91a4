package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.MemoryScratch;
import dev.migrate.dialect.Scratch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Feature;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.OperationRenderer;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.Reflector;
import dev.migrate.dialect.ScriptLexer;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * SQLite, 3.35 and later.
 */
public final class SqliteDialect implements Dialect {

	/** The name under which SQLite has the database of the connection. */
	static final String MAIN = "main";

	/** Which column violates what is in the codes that the driver puts in the message. */
	private static final List<String> DUPLICATE = List.of("SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE",
			"SQLITE_CONSTRAINT_ROWID");

	private static final Set<Feature> FEATURES = Set.of(Feature.STORED_COLUMN, Feature.VIRTUAL_COLUMN,
			Feature.COLLATION, Feature.PARTIAL_INDEX, Feature.EXPRESSION_INDEX, Feature.INDEX_COLLATION);

	private final Identifiers identifiers = new Identifiers("SQLite", SqliteKeywords.ALL, Integer.MAX_VALUE, false);

	private final SqliteTypes types = new SqliteTypes();

	private final SqliteScriptLexer lexer = new SqliteScriptLexer();

	private final ProductSyntax syntax = new ProductSyntax("sqlite", "SQLite", this.identifiers, new SqliteLiterals(),
			this.types, FEATURES);

	private final OperationRenderer renderer = new SqliteRenderer(this.syntax, this.lexer);

	private final Reflector reflector = new SqliteReflector(this.identifiers, this.types, this.lexer);

	@Override
	public ProductSyntax syntax() {
		return this.syntax;
	}

	@Override
	public String logicalName(String identifier, boolean quoted) {
		return identifier;
	}

	@Override
	public boolean accepts(String productName) {
		return productName.equals("SQLite");
	}

	@Override
	public boolean acceptsUrl(String url) {
		return url.startsWith("jdbc:sqlite:");
	}

	@Override
	public boolean transactionalDdl() {
		return true;
	}

	@Override
	public boolean dataModifyingCte() {
		return false;
	}

	@Override
	public OperationRenderer renderer() {
		return this.renderer;
	}

	@Override
	public ScriptLexer lexer() {
		return this.lexer;
	}

	@Override
	public Reflector reflector() {
		return this.reflector;
	}

	@Override
	public Scratch openScratch(Connection connection) throws SQLException {
		return new MemoryScratch("jdbc:sqlite::memory:", this.reflector);
	}

	@Override
	public MigrationLock lock(LockScope scope) {
		return new SqliteLock(scope);
	}

	@Override
	public SessionGuard sessionGuard() {
		return new SqliteSessionGuard();
	}

	@Override
	public String currentSchemaExpression() {
		return "'" + MAIN + "'";
	}

	@Override
	public String currentUserExpression() {
		return "NULL";
	}

	@Override
	public String currentTimestampExpression() {
		return "strftime('%Y-%m-%d %H:%M:%f', 'now')";
	}

	@Override
	public Instant readMoment(ResultSet row, int column) throws SQLException {
		return LocalDateTime.parse(row.getString(column).replace(' ', 'T')).toInstant(ZoneOffset.UTC);
	}

	@Override
	public boolean isDuplicateKey(SQLException ex) {
		String message = String.valueOf(ex.getMessage());
		return DUPLICATE.stream().anyMatch(message::contains);
	}

	@Override
	public boolean isRefusedByRows(SQLException ex) {
		return String.valueOf(ex.getMessage()).startsWith("[SQLITE_CONSTRAINT");
	}

	@Override
	public boolean isBusy(SQLException ex) {
		return String.valueOf(ex.getMessage()).startsWith("[SQLITE_BUSY");
	}

	@Override
	public String scriptCommand() {
		return "sqlite3 -bail DATABASE < FILE";
	}

	@Override
	public String tableExistsExpression(QualifiedName table) {
		return "EXISTS (SELECT 1 FROM " + MAIN + ".sqlite_master WHERE type = 'table' AND name = "
				+ literals().write(identifiers().toStored(table.name())) + " COLLATE NOCASE)";
	}

	@Override
	public boolean isMissingTable(SQLException ex) {
		String message = String.valueOf(ex.getMessage());
		return message.contains("no such table: ") || message.contains("unknown database ");
	}

	@Override
	public void cancel(Connection connection) throws SQLException {
		connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
	}

	@Override
	public void execute(Connection connection, SqlStatement statement) throws SQLException {
		List<@Nullable Object> parameters = new ArrayList<>(statement.parameters());
		// The driver knows no class of java.time
		parameters.replaceAll((value) -> (value instanceof Temporal) ? unquoted(literals().write(value)) : value);
		Dialect.super.execute(connection,
				new SqlStatement(statement.text(), statement.line(), statement.copyData(), parameters));
	}

	private static String unquoted(String literal) {
		return literal.substring(1, literal.length() - 1);
	}

}
