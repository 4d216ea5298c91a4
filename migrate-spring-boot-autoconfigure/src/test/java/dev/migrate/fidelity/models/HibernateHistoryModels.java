package dev.migrate.fidelity.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Audited;
import org.hibernate.annotations.Temporal;

/**
 * Entities whose former states Hibernate itself keeps, since 7.4.
 */
final class HibernateHistoryModels {

	private HibernateHistoryModels() {
	}

	static class AuditTables {

		@Entity(name = "Contract")
		@Audited
		static class Contract {

			@Id
			@GeneratedValue
			Long id;

			@Column(nullable = false, unique = true)
			String title;

			@ManyToOne
			Contract former;

		}

	}

	static class TemporalTables {

		@Entity(name = "Price")
		@Temporal(rowStart = "valid_from", rowEnd = "valid_to")
		static class Price {

			@Id
			Long id;

			@Column(nullable = false)
			int cents;

		}

	}

}
