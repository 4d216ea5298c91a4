package dev.migrate.command.refused;

import java.util.List;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.RevisionIdentifiers;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.SelfRendering;
import dev.migrate.dialect.UnsupportedFeatureException;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.ForeignKey.foreignKey;
import static dev.migrate.schema.Types.integer;

/** Calls that are refused; messages name their lines. */
@RevisionIdentifiers(revision = "refused", message = "Refused")
public class R1_Refused implements Migration {

	public static final String LONG = "n".repeat(257);

	private final Call call;

	public R1_Refused(Call call) {
		this.call = call;
	}

	@Override
	public void upgrade(Operations op) {
		op.createTable("items", column("id", integer()));
		switch (this.call) {
			case CONCURRENT_CREATE -> op.createIndex("items_idx", "items", "id").concurrently();
			case CONCURRENT_DROP -> op.dropIndex("items_idx").concurrently();
			case LONG_NAME -> op.addColumn("items", column(LONG, integer()));
			case LONG_INDEX ->
				op.createTable("others", column("a", integer()), dev.migrate.schema.Index.index(LONG, "a"));
			case EMPTY_TABLE -> op.createTable("empty");
			case EMPTY_INDEX -> op.createIndex("empty_idx", "items", new String[0]);
			case EMPTY_KEY -> op.createPrimaryKey("items_pkey", "items");
			case UNEQUAL_KEY ->
				op.createForeignKey(null, "items", "items", List.of("id"), List.of("id", "other")).notValid();
			case UNEQUAL_ELEMENT ->
				op.createTable("others", column("a", integer()), foreignKey("a").references("items", "id", "other"));
			case EMPTY_CHANGE -> op.alterColumn("items", "id");
			case END_OF_TRANSACTION -> op.execute("COMMIT");
			case OWN_UNSUPPORTED -> op.invoke(new Own());
			case OWN_BROKEN -> op.invoke(new Broken());
		}
	}

	@Override
	public void downgrade(Operations op) {
		op.dropTable("items");
	}

	/**
	 * What is called.
	 */
	public enum Call {

		CONCURRENT_CREATE, CONCURRENT_DROP, LONG_NAME, LONG_INDEX, EMPTY_TABLE, EMPTY_INDEX, EMPTY_KEY, UNEQUAL_KEY,
		UNEQUAL_ELEMENT, EMPTY_CHANGE, END_OF_TRANSACTION, OWN_UNSUPPORTED, OWN_BROKEN

	}

	private record Own() implements SelfRendering {

		@Override
		public List<String> render(ProductSyntax product) {
			throw new UnsupportedFeatureException("it has no wings");
		}

		@Override
		public String describe() {
			return "fly";
		}

	}

	private record Broken() implements SelfRendering {

		@Override
		public List<String> render(ProductSyntax product) {
			throw new IllegalStateException();
		}

		@Override
		public String describe() {
			return "break";
		}

	}

}
