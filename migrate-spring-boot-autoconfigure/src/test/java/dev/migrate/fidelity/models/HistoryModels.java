package dev.migrate.fidelity.models;

import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * Entities whose former states are kept.
 */
final class HistoryModels {

	private HistoryModels() {
	}

	static class Envers {

		@Entity(name = "Contract")
		@Audited
		static class Contract {

			@Id
			@GeneratedValue
			Long id;

			@Column(nullable = false, unique = true)
			String title;

			@Enumerated(EnumType.STRING)
			State state;

			@ManyToOne
			Party party;

			@ElementCollection
			Set<String> tags;

			@OneToMany
			@JoinColumn(name = "contract_id")
			List<Annex> annexes;

			@NotAudited
			String secret;

		}

		@Entity(name = "Party")
		@Audited
		static class Party {

			@Id
			Long id;

			@ManyToMany
			Set<Party> partners;

		}

		@Entity(name = "Annex")
		@Audited
		static class Annex {

			@Id
			Long id;

			String text;

		}

		enum State {

			DRAFT, SIGNED

		}

	}

	@Setting(name = "org.hibernate.envers.audit_strategy",
			value = "org.hibernate.envers.strategy.ValidityAuditStrategy")
	@Setting(name = "org.hibernate.envers.audit_table_suffix", value = "_history")
	@Setting(name = "org.hibernate.envers.default_schema", value = "audit")
	static class EnversOfHierarchy {

		@Entity(name = "Document")
		@Audited
		@Inheritance(strategy = InheritanceType.JOINED)
		static class Document {

			@Id
			Long id;

		}

		@Entity(name = "Letter")
		@Audited
		static class Letter extends Document {

			String receiver;

		}

	}

}
