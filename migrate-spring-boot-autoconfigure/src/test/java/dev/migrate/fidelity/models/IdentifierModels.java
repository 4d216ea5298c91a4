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

		@Entity
		static class First {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

			String name;

		}

		@Entity
		static class Second {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			@Column(name = "number")
			Integer id;

		}

		@Entity
		static class Third {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Short id;

		}

	}

	static class Sequences {

		@Entity
		static class Usual {

			@Id
			@GeneratedValue
			Long id;

		}

		@Entity
		static class Named {

			@Id
			@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "number_seq")
			int id;

		}

		@Entity
		static class Single {

			@Id
			@GeneratedValue(generator = "single")
			@SequenceGenerator(name = "single", sequenceName = "single_numbers", allocationSize = 1, initialValue = 1000)
			Long id;

		}

		@Entity
		static class Steps {

			@Id
			@GeneratedValue(generator = "steps")
			@SequenceGenerator(name = "steps", allocationSize = 10)
			Long id;

		}

	}

	static class SharedSequence {

		@Entity
		@SequenceGenerator(name = "shared", sequenceName = "shared_seq", allocationSize = 20)
		static class One {

			@Id
			@GeneratedValue(generator = "shared")
			Long id;

		}

		@Entity
		static class Other {

			@Id
			@GeneratedValue(generator = "shared")
			Long id;

		}

	}

	@On(Product.POSTGRESQL)
	static class SequenceOptions {

		@Entity
		static class Ticket {

			@Id
			@GeneratedValue(generator = "ticket")
			@SequenceGenerator(name = "ticket", allocationSize = 1, options = "maxvalue 9999 cycle")
			Integer id;

		}

	}

	static class GeneratorTables {

		@Entity
		static class Usual {

			@Id
			@GeneratedValue(strategy = GenerationType.TABLE)
			Long id;

		}

		@Entity
		static class First {

			@Id
			@GeneratedValue(generator = "first")
			@TableGenerator(name = "first", table = "counters", pkColumnName = "counter", valueColumnName = "amount",
					pkColumnValue = "first", initialValue = 100, allocationSize = 5)
			Long id;

		}

		@Entity
		static class Second {

			@Id
			@GeneratedValue(generator = "second")
			@TableGenerator(name = "second", table = "counters", pkColumnName = "counter", valueColumnName = "amount",
					pkColumnValue = "second")
			Long id;

		}

	}

	static class IndexedGeneratorTable {

		@Entity
		static class Usual {

			@Id
			@GeneratedValue(generator = "usual")
			@TableGenerator(name = "usual", table = "numbers", indexes = @Index(name = "numbers_ix", columnList = "next_val"),
					uniqueConstraints = @UniqueConstraint(name = "numbers_uq",
							columnNames = { "sequence_name", "next_val" }))
			Long id;

		}

	}

	static class Uuids {

		@Entity
		static class Usual {

			@Id
			@GeneratedValue
			UUID id;

		}

		@Entity
		static class Timed {

			@Id
			@UuidGenerator(style = UuidGenerator.Style.TIME)
			UUID id;

		}

		@Entity
		static class Text {

			@Id
			@GeneratedValue(strategy = GenerationType.UUID)
			@Column(length = 36)
			String id;

		}

	}

	static class EmbeddedKey {

		@Entity
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

		@Entity
		@IdClass(Key.class)
		static class Price {

			@Id
			String product;

			@Id
			int year;

			@Column(nullable = false)
			int cents;

		}

		@Entity
		static class Offer {

			@Id
			Integer id;

			@ManyToOne
			Price price;

			@ManyToOne(optional = false)
			@JoinColumn(name = "old_product", referencedColumnName = "product")
			@JoinColumn(name = "old_year", referencedColumnName = "year")
			Price old;

		}

		static class Key implements Serializable {

			String product;

			int year;

			@Override
			public boolean equals(Object other) {
				return other instanceof Key key && this.product.equals(key.product) && this.year == key.year;
			}

			@Override
			public int hashCode() {
				return Objects.hash(this.product, this.year);
			}

		}

	}

	static class DerivedKey {

		@Entity
		static class Person {

			@Id
			@GeneratedValue
			Long id;

		}

		@Entity
		static class Passport {

			@Id
			Long id;

			@OneToOne
			@MapsId
			Person person;

		}

		@Entity
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

		@Entity
		static class Usual {

			@Id
			@NativeGenerator
			Long id;

		}

	}

}
