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
		clauses.addAll(SequenceClauses.of(sequence.options()));
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

	private List<String> alterSequence(AlterSequence alter) {
		return sequence("ALTER SEQUENCE " + name(alter.name()) + " "
				+ String.join(" ", SequenceClauses.all(alter.options(), this.sequences.usualCache(alter.options()))));
	}

	private String name(QualifiedName name) {
		return this.syntax.identifiers().quote(name);
	}

}
