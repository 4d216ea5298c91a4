package dev.migrate.fidelity.models;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.NativeGenerator;
import org.hibernate.annotations.UuidGenerator;

/**
 * Primary keys and what generates them.
 */
final class IdentifierModels {

	private IdentifierModels() {
	}

	static class Identities {

		@Entity(name = "First")
		static class First {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

			String name;

		}

		@Entity(name = "Other")
		static class Other {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			@Column(name = "number")
			Integer id;

		}

		@Entity(name = "Third")
		static class Third {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Short id;

		}

	}

	static class Sequences {

		@Entity(name = "Usual")
		static class Usual {

			@Id
			@GeneratedValue
			Long id;

		}

		@Entity(name = "Named")
		static class Named {

			@Id
			@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "number_seq")
			int id;

		}

		@Entity(name = "Single")
		static class Single {

			@Id
			@GeneratedValue(generator = "single")
			@SequenceGenerator(name = "single", sequenceName = "single_numbers", allocationSize = 1,
					initialValue = 1000)
			Long id;

		}

		@Entity(name = "Steps")
		static class Steps {

			@Id
			@GeneratedValue(generator = "in_steps")
			@SequenceGenerator(name = "in_steps", allocationSize = 10)
			Long id;

		}

	}

	static class SharedSequence {

		@Entity(name = "One")
		@SequenceGenerator(name = "shared", sequenceName = "shared_seq", allocationSize = 20)
		static class One {

			@Id
			@GeneratedValue(generator = "shared")
			Long id;

		}

		@Entity(name = "Other")
		static class Other {

			@Id
			@GeneratedValue(generator = "shared")
			Long id;

		}

	}

	@On(Product.POSTGRESQL)
	static class SequenceOptions {

		@Entity(name = "Ticket")
		static class Ticket {

			@Id
			@GeneratedValue(generator = "ticket_numbers")
			@SequenceGenerator(name = "ticket_numbers", allocationSize = 1, options = "maxvalue 9999 cycle")
			Integer id;

		}

	}

	static class GeneratorTables {

		@Entity(name = "Usual")
		static class Usual {

			@Id
			@GeneratedValue(strategy = GenerationType.TABLE)
			Long id;

		}

		@Entity(name = "First")
		static class First {

			@Id
			@GeneratedValue(generator = "first")
			@TableGenerator(name = "first", table = "counters", pkColumnName = "counter", valueColumnName = "amount",
					pkColumnValue = "first", initialValue = 100, allocationSize = 5)
			Long id;

		}

		@Entity(name = "Other")
		static class Other {

			@Id
			@GeneratedValue(generator = "second")
			@TableGenerator(name = "second", table = "counters", pkColumnName = "counter", valueColumnName = "amount",
					pkColumnValue = "second")
			Long id;

		}

	}

	static class IndexedGeneratorTable {

		@Entity(name = "Usual")
		static class Usual {

			@Id
			@GeneratedValue(generator = "usual")
			@TableGenerator(name = "usual", table = "numbers",
					indexes = @Index(name = "numbers_ix", columnList = "next_val"),
					uniqueConstraints = @UniqueConstraint(name = "numbers_uq",
							columnNames = { "sequence_name", "next_val" }))
			Long id;

		}

	}

	static class Uuids {

		@Entity(name = "Usual")
		static class Usual {

			@Id
			@GeneratedValue
			UUID id;

		}

		@Entity(name = "Timed")
		static class Timed {

			@Id
			@UuidGenerator(style = UuidGenerator.Style.TIME)
			UUID id;

		}

		@Entity(name = "Text")
		static class Text {

			@Id
			@GeneratedValue(strategy = GenerationType.UUID)
			@Column(length = 36)
			String id;

		}

	}

	static class EmbeddedKey {

		@Entity(name = "Seat")
		static class Seat {

			@EmbeddedId
			Key key;

			boolean taken;

		}

		@Embeddable
		static class Key implements Serializable {

			@Column(length = 4)
			String hall;

			@Column(name = "seat_row")
			int row;

			int place;

			@Override
			public boolean equals(Object other) {
				return other instanceof Key key && this.hall.equals(key.hall) && this.row == key.row
						&& this.place == key.place;
			}

			@Override
			public int hashCode() {
				return Objects.hash(this.hall, this.row, this.place);
			}

		}

	}

	static class KeyClass {

		@Entity(name = "Price")
		@IdClass(Key.class)
		static class Price {

			@Id
			String product;

			@Id
			int season;

			@Column(nullable = false)
			int cents;

		}

		@Entity(name = "Offer")
		static class Offer {

			@Id
			Integer id;

			@ManyToOne
			Price price;

			@ManyToOne(optional = false)
			@JoinColumn(name = "old_product", referencedColumnName = "product")
			@JoinColumn(name = "old_season", referencedColumnName = "season")
			Price old;

		}

		static class Key implements Serializable {

			String product;

			int season;

			@Override
			public boolean equals(Object other) {
				return other instanceof Key key && this.product.equals(key.product) && this.season == key.season;
			}

			@Override
			public int hashCode() {
				return Objects.hash(this.product, this.season);
			}

		}

	}

	static class DerivedKey {

		@Entity(name = "Person")
		static class Person {

			@Id
			@GeneratedValue
			Long id;

		}

		@Entity(name = "Passport")
		static class Passport {

			@Id
			Long id;

			@OneToOne
			@MapsId
			Person person;

		}

		@Entity(name = "Visa")
		static class Visa {

			@EmbeddedId
			VisaKey key;

			@ManyToOne
			@MapsId("passport")
			Passport passport;

		}

		@Embeddable
		static class VisaKey implements Serializable {

			Long passport;

			String country;

			@Override
			public boolean equals(Object other) {
				return other instanceof VisaKey key && this.passport.equals(key.passport)
						&& this.country.equals(key.country);
			}

			@Override
			public int hashCode() {
				return Objects.hash(this.passport, this.country);
			}

		}

	}

	static class NativeNumbers {

		@Entity(name = "Usual")
		static class Usual {

			@Id
			@NativeGenerator
			Long id;

		}

	}

}
