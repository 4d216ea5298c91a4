package dev.migrate.fidelity.evolution;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;

/**
 * Primary keys and their generators change.
 */
final class KeyChanges {

	private KeyChanges() {
	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person", kept = "1")
	static class SequenceIncrementChanged {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(generator = "numbers")
				@SequenceGenerator(name = "numbers", allocationSize = 1)
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(generator = "numbers")
				@SequenceGenerator(name = "numbers", allocationSize = 50)
				Long id;

			}

		}

	}

	@Evolution
	static class SequenceStartChanged {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(generator = "numbers")
				@SequenceGenerator(name = "numbers", initialValue = 1)
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(generator = "numbers")
				@SequenceGenerator(name = "numbers", initialValue = 1000)
				Long id;

			}

		}

	}

	@Evolution(rows = "insert into person (name) values ('Ada')", query = "select name from person where id = 1",
			kept = "Ada")
	static class IdentityMadeSequence {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person where id = 1",
			kept = "Ada")
	static class SequenceMadeIdentity {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = { "insert into person (id) values (1)", "insert into pet (id, owner_id) values (1, 1)" },
			query = "select owner_id from pet", kept = "1")
	static class KeyTypeWidened {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Integer id;

			}

			@Entity(name = "Pet")
			static class Pet {

				@Id
				Long id;

				@ManyToOne
				Person owner;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

			}

			@Entity(name = "Pet")
			static class Pet {

				@Id
				Long id;

				@ManyToOne
				Person owner;

			}

		}

	}

	@Evolution(rows = "insert into person (name) values ('Ada')", query = "select name from person where id = 1",
			kept = "Ada")
	static class IdentityTypeWidened {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
				Integer id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, login) values (1, 'ada')", query = "select login from person",
			kept = "ada")
	static class KeyMovedToOtherColumn {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(nullable = false, length = 20)
				String login;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Column(nullable = false)
				Long id;

				@Id
				@Column(length = 20)
				String login;

			}

		}

	}

	@Evolution(rows = "insert into price (product, season, cents) values ('tea', 2026, 100)",
			query = "select product from price where season = 2026", kept = "tea")
	static class KeyExtended {

		static class V1 {

			@Entity(name = "Price")
			static class Price {

				@Id
				String product;

				int season;

				int cents;

			}

		}

		static class V2 {

			@Entity(name = "Price")
			@IdClass(Key.class)
			static class Price {

				@Id
				String product;

				@Id
				int season;

				int cents;

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

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person", kept = "1")
	static class GeneratorTableAdded {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(strategy = GenerationType.TABLE)
				Long id;

			}

		}

	}

	@Evolution
	static class GeneratorTableGetsRow {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(generator = "p")
				@TableGenerator(name = "p", table = "counters", pkColumnValue = "person")
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(generator = "p")
				@TableGenerator(name = "p", table = "counters", pkColumnValue = "person")
				Long id;

			}

			@Entity(name = "Pet")
			static class Pet {

				@Id
				@GeneratedValue(generator = "q")
				@TableGenerator(name = "q", table = "counters", pkColumnValue = "pet")
				Long id;

			}

		}

	}

	@Evolution
	static class AssignedMadeUuid {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				String id;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue
				UUID id;

			}

		}

	}

}
