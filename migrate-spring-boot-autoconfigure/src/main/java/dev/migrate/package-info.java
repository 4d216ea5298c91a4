/**
 * What a revision is written with: {@link dev.migrate.Migration},
 * {@link dev.migrate.RevisionIdentifiers}, {@link dev.migrate.Operations} (the
 * {@code op}) and {@link dev.migrate.Inspector}. The only package that revisions need,
 * beside the values of {@code dev.migrate.schema}. Does not know how operations are
 * executed.
 */
@NullMarked
package dev.migrate;

import org.jspecify.annotations.NullMarked;
