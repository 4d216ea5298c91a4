/**
 * Entities whose package says something of them.
 */
@SoftDelete(columnName = "removed")
package dev.migrate.fidelity.packaged;

import org.hibernate.annotations.SoftDelete;
