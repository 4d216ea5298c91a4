package dev.migrate.dialect.h2;

import dev.migrate.dialect.Literals;
import dev.migrate.dialect.MemoryScratch;
import java.sql.Connection;
import dev.migrate.dialect.Scratch;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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
import dev.migrate.schema.QualifiedName;

/**
 * H2, 2.2 and later.
 */
public final class H2Dialect implements Dialect {

	private static final Set<Integer> MISSING = Set.of(42102, 42103, 42104, 90079);

	/** Lock timeout, deadlock. */
	private static final Set<Integer> LOCKED = Set.of(50200, 40001);

	/**
	 * What a second execution meets: tables, views, columns, indexes, constraints,
	 * sequences, schemas, domains and triggers that exist already or no longer.
	 */
	private static final Set<Integer> ALREADY_DONE = Set.of(42101, 42102, 42104, 42111, 42112, 42121, 42122, 90035,
			90036, 90037, 90038, 90041, 90042, 90043, 90045, 90057, 90078, 90079, 90119, 90120);

	private static final Set<Feature> FEATURES = Set.of(Feature.COMMENT, Feature.STORED_COLUMN, Feature.SEQUENCE,
			Feature.SCHEMA, Feature.NULLS_NOT_DISTINCT, Feature.INDEX_NULLS, Feature.RENAME_INDEX,
			Feature.RENAME_CONSTRAINT, Feature.ENUM_TYPE, Feature.ALTER_IDENTITY);

	private static final Pattern INVENTED_NAME = Pattern.compile("constraint_[0-9a-f]+(_\\d+)?");

	/** Numeric value out of range, column contains null values. */
	private static final Set<Integer> REFUSED_BY_ROWS = Set.of(22004, 90081);

	private final Identifiers identifiers = new Identifiers("H2", H2Keywords.RESERVED, 256, true);

	private final H2Types types = new H2Types(this.identifiers);

	private final ScriptLexer lexer = new H2ScriptLexer();

	private final ProductSyntax syntax = new ProductSyntax("h2", "H2", this.identifiers, new Literals(), this.types,
			FEATURES);

	private final OperationRenderer renderer = new H2Renderer(this.syntax, this.lexer);

	private final Reflector reflector = new H2Reflector(this.identifiers, this.types);

	@Override
	public ProductSyntax syntax() {
		return this.syntax;
	}

	/** {@code DATABASE_TO_UPPER=FALSE} and {@code DATABASE_TO_LOWER=TRUE}. */
	@Override
	public Identifiers identifiers(Connection connection) throws SQLException {
		return H2Reflector.identifiers(this.identifiers, connection);
	}

	@Override
	public String logicalName(String identifier, boolean quoted) {
		return this.identifiers.toLogical(quoted ? identifier : identifier.toUpperCase(Locale.ROOT));
	}

	@Override
	public boolean inventsName(String name) {
		return INVENTED_NAME.matcher(name).matches();
	}

	@Override
	public boolean storesGeneratedColumns() {
		return true;
	}

	@Override
	public boolean identityFollowsType() {
		return false;
	}

	@Override
	public boolean accepts(String productName) {
		return productName.equals("H2");
	}

	@Override
	public boolean acceptsUrl(String url) {
		return url.startsWith("jdbc:h2:");
	}

	@Override
	public boolean transactionalDdl() {
		return false;
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
		return new MemoryScratch(H2ScratchUrl.like(connection), this.reflector);
	}

	@Override
	public MigrationLock lock(LockScope scope) {
		return new H2Lock(scope);
	}

	@Override
	public SessionGuard sessionGuard() {
		return new H2SessionGuard(this.identifiers);
	}

	@Override
	public String tableExistsExpression(QualifiedName table) {
		// Which case a name has in the catalog depends on the settings of the database
		return "EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE UPPER(TABLE_NAME) = UPPER(" + stored(table.name())
				+ ") AND UPPER(TABLE_SCHEMA) = UPPER("
				+ ((table.schema() != null) ? stored(table.schema()) : currentSchemaExpression()) + "))";
	}

	private String stored(String name) {
		return literals().write(identifiers().toStored(name));
	}

	@Override
	public boolean isLockFailure(SQLException ex) {
		return LOCKED.contains(ex.getErrorCode());
	}

	@Override
	public boolean isAlreadyDone(SQLException ex) {
		return ALREADY_DONE.contains(ex.getErrorCode());
	}

	@Override
	public boolean isMissingTable(SQLException ex) {
		return MISSING.contains(ex.getErrorCode());
	}

	@Override
	public boolean isRefusedByRows(SQLException ex) {
		return REFUSED_BY_ROWS.contains(ex.getErrorCode()) || Dialect.super.isRefusedByRows(ex);
	}

}
