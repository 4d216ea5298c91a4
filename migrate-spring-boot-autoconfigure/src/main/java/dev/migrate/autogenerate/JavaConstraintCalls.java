package dev.migrate.autogenerate;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.ValidateConstraint;

/**
 * Writes operations on constraints and indexes.
 */
final class JavaConstraintCalls {

	private final JavaCalls calls;

	private final JavaElementWriter elements;

	JavaConstraintCalls(JavaCalls calls) {
		this.calls = calls;
		this.elements = calls.elements();
	}

	void register() {
		this.calls.register(AddConstraint.class, (add) -> this.calls.call("createConstraint",
				JavaCalls.name(add.table()), this.elements.constraint(add.constraint())));
		this.calls.register(DropConstraint.class,
				(drop) -> this.calls.call("dropConstraint", JavaCode.string(drop.name()),
						JavaCalls.name(drop.table())) + JavaCalls.option(drop.ifExists(), "ifExists"));
		this.calls.register(RenameConstraint.class,
				(rename) -> this.calls.call("renameConstraint", JavaCode.string(rename.name()),
						JavaCalls.name(rename.table()), JavaCode.string(rename.newName())));
		this.calls.register(ValidateConstraint.class, (validate) -> this.calls.call("validateConstraint",
				JavaCode.string(validate.name()), JavaCalls.name(validate.table())));
		this.calls.register(CreateIndex.class,
				(create) -> JavaCalls.autocommit(create.concurrently(),
						this.calls.call("createIndex", JavaCalls.name(create.table()),
								this.elements.index(create.index()))
								+ JavaCalls.option(create.ifNotExists(), "ifNotExists")
								+ JavaCalls.option(create.concurrently(), "concurrently")));
		this.calls.register(DropIndex.class,
				(drop) -> JavaCalls.autocommit(drop.concurrently(),
						this.calls.call("dropIndex", JavaCalls.name(drop.index()))
								+ JavaCalls.option(drop.ifExists(), "ifExists")
								+ JavaCalls.option(drop.concurrently(), "concurrently")));
		this.calls.register(RenameIndex.class, (rename) -> this.calls.call("renameIndex",
				JavaCalls.name(rename.name()), JavaCode.string(rename.newName())));
	}

}
