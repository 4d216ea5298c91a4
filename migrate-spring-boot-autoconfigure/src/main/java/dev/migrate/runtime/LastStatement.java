package dev.migrate.runtime;

import dev.migrate.dialect.SqlStatement;

/**
 * The last statement of a step, which is sent together with what records the step.
 *
 * @param statement the statement, without parameters
 * @param place where in the revision it stands, or an empty text
 */
record LastStatement(SqlStatement statement, String place) {

}
