package dev.migrate.hibernate.entities;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;

/**
 * Entities with keys of each kind.
 */
@SuppressWarnings("unused")
public final class Keys {

	@Entity
	public static class WithIdentity {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

	}

	@Entity
	public static class WithSequence {

		@Id
		@GeneratedValue
		Long id;

	}

	@Entity
	public static class WithNamedSequence {

		@Id
		@GeneratedValue(generator = "own")
		@SequenceGenerator(name = "own", sequenceName = "own_numbers", initialValue = 100, allocationSize = 10,
				options = "cache 20")
		Long id;

	}

	@Entity
	public static class WithTable {

		@Id
		@GeneratedValue(generator = "numbers", strategy = GenerationType.TABLE)
		@TableGenerator(name = "numbers", table = "generated_numbers", initialValue = 7)
		Long id;

	}

	@Entity
	public static class WithUuid {

		@Id
		@GeneratedValue(strategy = GenerationType.UUID)
		UUID id;

	}

	@Embeddable
	public record Place(String line, int number, String aisle) implements Serializable {

	}

	@Entity
	@Table(uniqueConstraints = @UniqueConstraint(name = "pk_seat", columnNames = { "number", "line", "aisle" }))
	public static class Seat {

		@EmbeddedId
		Place place;

	}

	@Entity
	public static class Ticket {

		@Id
		Long id;

		@ManyToOne
		Seat seat;

	}

	private Keys() {
	}

}
