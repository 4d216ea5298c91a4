package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterSequenceOwner;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.RenameSequence;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Sequence.Owner;
import dev.migrate.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Renders operations on sequences.
 */
final class SequenceRendering {

	private final ProductSyntax syntax;

	private final SequenceWriter sequences;

	SequenceRendering(ProductSyntax syntax, SequenceWriter sequences) {
		this.syntax = syntax;
		this.sequences = sequences;
	}

	void register(OperationRenderings renderings) {
		renderings.register(CreateSequence.class, (create) -> createSequence(create.sequence()));
		renderings.register(DropSequence.class,
				(drop) -> sequence("DROP SEQUENCE " + (drop.ifExists() ? "IF EXISTS " : "") + name(drop.name())));
		renderings.register(AlterSequence.class, this::alterSequence);
		renderings.register(AlterSequenceOwner.class, (alter) -> {
			this.syntax.require(Feature.OWNED_SEQUENCE, true);
			return List.of(ownedBy(alter.sequence(), alter.owner()));
		});
		renderings.register(RenameSequence.class, this::renameSequence);
	}

	private List<String> sequence(String statement) {
		this.syntax.require(Feature.SEQUENCE, true);
		return List.of(statement);
	}

	private List<String> renameSequence(RenameSequence rename) {
		this.syntax.require(Feature.RENAME_SEQUENCE, true);
		return sequence("ALTER SEQUENCE " + name(rename.name()) + " RENAME TO "
				+ this.syntax.identifiers().quote(rename.newName()));
	}

	private List<String> createSequence(Sequence sequence) {
		List<String> clauses = new ArrayList<>();
		clauses.add("CREATE SEQUENCE " + name(sequence.name()));
		if (sequence.type() != null) {
			clauses.add("AS " + this.syntax.types().write(sequence.type()));
		}
		clauses.addAll(this.sequences.options(sequence.options()));
		List<String> statements = new ArrayList<>(sequence(String.join(" ", clauses)));
		if (sequence.ownedBy() != null) {
			this.syntax.require(Feature.OWNED_SEQUENCE, true);
			statements.add(ownedBy(sequence.name(), sequence.ownedBy()));
		}
		if (sequence.comment() != null) {
			this.syntax.require(Feature.COMMENT, true);
			statements.add("COMMENT ON SEQUENCE " + name(sequence.name()) + " IS "
					+ this.syntax.literals().write(sequence.comment()));
		}
		return statements;
	}

	private String ownedBy(QualifiedName sequence, @Nullable Owner owner) {
		return "ALTER SEQUENCE " + name(sequence) + " OWNED BY " + ((owner != null)
				? name(owner.table()) + "." + this.syntax.identifiers().quote(owner.column()) : "NONE");
	}

	/** Says all: what is not said would stay as it is. */
	private List<String> alterSequence(AlterSequence alter) {
		SequenceOptions options = alter.options();
		List<String> clauses = new ArrayList<>();
		clauses.add("ALTER SEQUENCE " + name(alter.name()));
		clauses.add("INCREMENT BY " + ((options.increment() != null) ? options.increment() : 1));
		clauses.add((options.minimum() != null) ? "MINVALUE " + options.minimum() : "NO MINVALUE");
		clauses.add((options.maximum() != null) ? "MAXVALUE " + options.maximum() : "NO MAXVALUE");
		clauses.add("START WITH " + ((options.start() != null) ? options.start() : usualStart(options)));
		clauses.add("CACHE " + ((options.cache() != null) ? options.cache() : this.sequences.usualCache(options)));
		clauses.add(options.cycle() ? "CYCLE" : "NO CYCLE");
		return sequence(String.join(" ", clauses));
	}

	private static long usualStart(SequenceOptions options) {
		boolean down = options.increment() != null && options.increment() < 0;
		Long bound = down ? options.maximum() : options.minimum();
		return (bound != null) ? bound : (down ? -1 : 1);
	}

	private String name(QualifiedName name) {
		return this.syntax.identifiers().quote(name);
	}

}
