package dev.migrate.fidelity.evolution;

import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;

/**
 * What is there is mapped in another way: several objects change at once.
 */
final class StructureChanges {

	private StructureChanges() {
	}

	enum Color {

		RED, GREEN

	}

	@Evolution(rows = "insert into person (id, a, b) values (1, 2, 3)", query = "select c from person", kept = "5")
	static class GeneratedChangesTypeWithItsColumns {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				Integer a;

				Integer b;

				@GeneratedColumn("a + b")
				Integer c;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				Long a;

				Long b;

				@GeneratedColumn("a + b")
				@Comment("The sum")
				Long c;

			}

		}

	}

	@Evolution(rows = "insert into person (id, a, b) values (1, 2, 3)", query = "select c from person", kept = "5")
	static class GeneratedWithIndexChangesTypeWithItsColumns {

		static class V1 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_c", columnList = "c"))
			static class Person {

				@Id
				Long id;

				Integer a;

				Integer b;

				@GeneratedColumn("a + b")
				Integer c;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_c", columnList = "c"))
			static class Person {

				@Id
				Long id;

				Long a;

				Long b;

				@GeneratedColumn("a + b")
				@Comment("The sum")
				Long c;

			}

		}

	}

	@Evolution
	static class IdentityMadeUuidWithReference {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
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

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@GeneratedValue(strategy = GenerationType.UUID)
				UUID id;

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

	@Evolution(rows = { "insert into person (id) values (1)",
			"insert into item (id, owner_id, name) values (5, 1, 'x')", "insert into note (id) values (1)" },
			query = "select name from item", kept = "x")
	static class ReferencedKeyMadeComposite {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

			}

			@Entity(name = "Item")
			static class Item {

				@Id
				Long id;

				@ManyToOne
				Person owner;

				String name;

			}

			@Entity(name = "Note")
			static class Note {

				@Id
				Long id;

				@ManyToOne
				Item item;

			}

		}

		static class V2 {

			@Embeddable
			record Key(@Column(name = "owner_id") Long ownerId, @Column(name = "id") Long id) {

			}

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

			}

			@Entity(name = "Item")
			static class Item {

				@EmbeddedId
				Key key;

				@MapsId("ownerId")
				@ManyToOne
				Person owner;

				String name;

			}

			@Entity(name = "Note")
			static class Note {

				@Id
				Long id;

				@ManyToOne
				Item item;

			}

		}

	}

	@Evolution(rows = "insert into person (id, bio) values (1, 'b')", query = "select id from person", kept = "1",
			keepsRows = false)
	static class ColumnMovedToSecondaryTable {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String bio;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@SecondaryTable(name = "details")
			static class Person {

				@Id
				Long id;

				@Column(table = "details", nullable = false)
				String bio;

			}

		}

	}

	@Evolution(
			rows = { "insert into person (id) values (1)", "insert into phone (person_id, number) values (1, '12')" },
			query = "select number from phone", kept = "12")
	static class CollectionMadeEntity {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ElementCollection
				@CollectionTable(name = "phone")
				@Column(name = "number")
				Set<String> phones;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@OneToMany(mappedBy = "person")
				Set<Phone> phones;

			}

			@Entity(name = "Phone")
			static class Phone {

				@Id
				@GeneratedValue(strategy = GenerationType.IDENTITY)
				Long id;

				@ManyToOne(optional = false)
				Person person;

				String number;

			}

		}

	}

	@Evolution
	static class SingleTableMadeJoined {

		static class V1 {

			@Entity(name = "Pet")
			static class Pet {

				@Id
				Long id;

			}

			@Entity(name = "Cat")
			static class Cat extends Pet {

				@Enumerated(EnumType.STRING)
				Color color;

			}

		}

		static class V2 {

			@Entity(name = "Pet")
			@Inheritance(strategy = InheritanceType.JOINED)
			static class Pet {

				@Id
				Long id;

			}

			@Entity(name = "Cat")
			static class Cat extends Pet {

				@Enumerated(EnumType.STRING)
				Color color;

			}

		}

	}

	@Evolution(rows = "insert into \"Person\" (\"Id\", \"Full Name\") values (1, 7)",
			query = "select \"Full Name\" from \"Person\"", kept = "7")
	static class NamesInMixedCase {

		static class V1 {

			@Entity(name = "Person")
			@Table(name = "`Person`")
			static class Person {

				@Id
				@Column(name = "`Id`")
				Long id;

				@Column(name = "`Full Name`")
				Integer name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(name = "`Person`", indexes = @Index(name = "by_name", columnList = "`Full Name` desc"))
			static class Person {

				@Id
				@Column(name = "`Id`")
				Long id;

				@Column(name = "`Full Name`", nullable = false)
				Long name;

				@ManyToOne
				Person boss;

				@Enumerated(EnumType.STRING)
				@Column(name = "`Color`")
				Color color;

			}

		}

	}

}
