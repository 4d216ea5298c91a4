package dev.migrate.fidelity.packaged;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * An entity that does not say itself how it is removed.
 */
@Entity
public class Letter {

	@Id
	Long id;

}
