package dev.migrate.dialect;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Batch;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;

/**
 * Renders operations as the SQL standard has them, with the clauses that most products
 * share. A product's renderer extends it and registers what is written differently there;
 * what the product lacks, {@link ProductSyntax#features()} tells.
 */
public abstract class StandardRenderer implements OperationRenderer {

	private final OperationRenderings renderings = new OperationRenderings();

	private final ProductSyntax syntax;

	private final ScriptLexer lexer;

	/**
	 * Create a renderer.
	 * @param syntax how the product writes
	 * @param elements how it writes what tables are made of
	 * @param lexer how its scripts are split
	 */
	protected StandardRenderer(ProductSyntax syntax, ElementWriter elements, ScriptLexer lexer) {
		this.syntax = syntax;
		this.lexer = lexer;
		new TableRendering(syntax, elements, this::alterType, this::renameColumn).register(this.renderings);
		new ConstraintRendering(syntax, elements).register(this.renderings);
		new IndexRendering(syntax, elements).register(this.renderings);
		new SequenceRendering(syntax, elements.sequences()).register(this.renderings);
		new IdentityRendering(syntax, elements.sequences()).register(this.renderings);
		new TypeRendering(syntax, this::texts).register(this.renderings);
		new CastRendering(syntax).register(this.renderings);
		new ViewRendering(syntax).register(this.renderings);
		new DataRendering(syntax).register(this.renderings);
		this.renderings.registerStatements(Batch.class, (batch,
				tables) -> batch.changes().stream().flatMap((change) -> render(change, tables).stream()).toList());
		this.renderings.registerStatements(Execute.class, (operation, tables) -> execute(operation));
	}

	/**
	 * Register how a type of operation is rendered, in place of what was registered
	 * before.
	 * @param <O> the type of operation
	 * @param type the type of operation
	 * @param renderer makes the statements
	 */
	protected final <O extends Operation> void register(Class<O> type, Function<O, List<String>> renderer) {
		this.renderings.register(type, renderer);
	}

	/**
	 * Register how a type of operation is rendered that may have to know the table.
	 * @param <O> the type of operation
	 * @param type the type of operation
	 * @param renderer makes the statements
	 */
	protected final <O extends Operation> void register(Class<O> type,
			BiFunction<O, TableSource, List<String>> renderer) {
		this.renderings.registerStatements(type,
				(operation, tables) -> renderer.apply(operation, tables).stream().map(SqlStatement::new).toList());
	}

	/**
	 * Render an operation that is a part of another.
	 * @param operation the operation
	 * @return its statements
	 */
	protected final List<String> texts(Operation operation) {
		return render(operation).stream().map(SqlStatement::text).toList();
	}

	@Override
	public final List<SqlStatement> render(Operation operation, TableSource tables) {
		try {
			return (operation instanceof SelfRendering own)
					? own.render(this.syntax).stream().map(SqlStatement::new).toList()
					: this.renderings.render(operation, tables);
		}
		catch (UnsupportedFeatureException ex) {
			throw new UnsupportedOperationException(
					"%s cannot %s: %s".formatted(this.syntax.title(), operation.describe(), ex.getMessage()), ex);
		}
	}

	/**
	 * Check that there is something to change in a column.
	 * @param alter the operation
	 * @throws IllegalArgumentException if there is not
	 */
	protected static void requireChange(AlterColumn alter) {
		TableRendering.requireChange(alter);
	}

	/**
	 * Write a change of a column's type, behind {@code ALTER COLUMN name}.
	 * @param type the type in SQL
	 * @param using how values are converted, or {@code null}
	 * @return the clause
	 */
	protected String alterType(String type, @Nullable String using) {
		return "SET DATA TYPE " + type + ((using != null) ? " USING " + using : "");
	}

	/**
	 * Write a change of a column's name.
	 * @param alterTable {@code ALTER TABLE name} and a blank
	 * @param column the column in SQL
	 * @param newName its new name in SQL
	 * @return the statement
	 */
	protected String renameColumn(String alterTable, String column, String newName) {
		return alterTable + "RENAME COLUMN " + column + " TO " + newName;
	}

	private List<SqlStatement> execute(Execute execute) {
		if (!execute.parameters().isEmpty()) {
			return List.of(new SqlStatement(execute.sql(), 0, null, execute.parameters()));
		}
		return this.lexer.split(execute.sql(), 1)
			.stream()
			.map((statement) -> new SqlStatement(statement.text(), 0, statement.copyData()))
			.toList();
	}

}
