package dev.migrate.script.sample.nested;

import dev.migrate.RevisionIdentifiers;

/** Annotated as a revision, but no migration. */
@RevisionIdentifiers(revision = "3c")
public class R3c_NoMigration {

}
