package dev.migrate.fidelity.models;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Cascade;
import org.hibernate.annotations.CascadeType;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Entities that refer to each other.
 */
final class AssociationModels {

	private AssociationModels() {
	}

	static class ManyToOnes {

		@Entity(name = "Department")
		static class Department {

			@Id
			Long id;

			@Column(unique = true, nullable = false)
			String code;

		}

		@Entity(name = "Employee")
		static class Employee {

			@Id
			Long id;

			@ManyToOne
			Department department;

			@ManyToOne(optional = false)
			@JoinColumn(name = "home")
			Department homeDepartment;

			@ManyToOne
			@JoinColumn(name = "code", referencedColumnName = "code")
			Department byCode;

			@ManyToOne
			Employee manager;

		}

	}

	static class OneToOnes {

		@Entity(name = "Husband")
		static class Husband {

			@Id
			Long id;

			@OneToOne
			Wife wife;

		}

		@Entity(name = "Wife")
		static class Wife {

			@Id
			Long id;

			@OneToOne(mappedBy = "wife")
			Husband husband;

			@OneToOne(optional = false)
			Wife sister;

		}

	}

	static class OneToManyInJoinTable {

		@Entity(name = "Team")
		static class Team {

			@Id
			Long id;

			@OneToMany
			List<Player> players;

			@OneToMany
			@JoinTable(name = "substitutes")
			Set<Player> substitutes;

		}

		@Entity(name = "Player")
		static class Player {

			@Id
			Long id;

		}

	}

	static class OneToManyByColumn {

		@Entity(name = "Album")
		static class Album {

			@Id
			Long id;

			@OneToMany
			@JoinColumn(name = "album_id")
			@OrderColumn(name = "place")
			List<Track> tracks;

			@OneToMany
			@JoinColumn(name = "single_of", nullable = false)
			@OrderBy("title")
			Set<Track> singles;

		}

		@Entity(name = "Track")
		static class Track {

			@Id
			Long id;

			String title;

		}

	}

	static class ManyToManys {

		@Entity(name = "Author")
		static class Author {

			@Id
			Long id;

			@ManyToMany
			Set<Book> books;

			@ManyToMany
			List<Book> favourites;

		}

		@Entity(name = "Book")
		static class Book {

			@Id
			Long id;

			@ManyToMany(mappedBy = "books")
			Set<Author> authors;

			@ManyToMany
			Set<Book> similar;

		}

	}

	static class WrittenJoinTable {

		@Entity(name = "Course")
		static class Course {

			@Id
			Long id;

			@ManyToMany
			@JoinTable(name = "enrolments", joinColumns = @JoinColumn(name = "course"),
					inverseJoinColumns = @JoinColumn(name = "pupil"),
					foreignKey = @ForeignKey(name = "enrolment_of_course"),
					inverseForeignKey = @ForeignKey(name = "enrolment_of_pupil"),
					indexes = @Index(name = "by_pupil", columnList = "pupil, course"),
					uniqueConstraints = @UniqueConstraint(name = "once", columnNames = { "course", "pupil" }),
					check = @CheckConstraint(name = "course_first", constraint = "course <> pupil"),
					comment = "Who is where")
			List<Pupil> pupils;

		}

		@Entity(name = "Pupil")
		static class Pupil {

			@Id
			Long id;

		}

	}

	static class Tree {

		@Entity(name = "Node")
		static class Node {

			@Id
			@GeneratedValue
			Long id;

			@ManyToOne
			Node parent;

			@OneToMany(mappedBy = "parent")
			List<Node> children;

		}

	}

	static class Cycle {

		@Entity(name = "Country")
		static class Country {

			@Id
			Long id;

			@ManyToOne(optional = false)
			Town capital;

		}

		@Entity(name = "Province")
		static class Province {

			@Id
			Long id;

			@ManyToOne
			Country country;

		}

		@Entity(name = "Town")
		static class Town {

			@Id
			Long id;

			@ManyToOne
			Province province;

		}

	}

	static class DeleteRules {

		@Entity(name = "Parent")
		static class Parent {

			@Id
			Long id;

			@OneToMany
			@JoinColumn(name = "parent_id")
			@OnDelete(action = OnDeleteAction.CASCADE)
			List<Child> children;

		}

		@Entity(name = "Child")
		static class Child {

			@Id
			Long id;

			@ManyToOne
			@OnDelete(action = OnDeleteAction.CASCADE)
			Parent guardian;

			@ManyToOne
			@OnDelete(action = OnDeleteAction.SET_NULL)
			Parent godparent;

			@ManyToOne
			@OnDelete(action = OnDeleteAction.SET_DEFAULT)
			@JoinColumn(columnDefinition = "bigint default 1")
			Parent neighbour;

			@ManyToOne
			@OnDelete(action = OnDeleteAction.RESTRICT)
			Parent teacher;

		}

	}

	static class ForeignKeys {

		@Entity(name = "Target")
		static class Target {

			@Id
			Long id;

		}

		@Entity(name = "Source")
		static class Source {

			@Id
			Long id;

			@ManyToOne
			@JoinColumn(foreignKey = @ForeignKey(name = "fk_named"))
			Target named;

			@ManyToOne
			@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
			Target none;

			@ManyToOne
			@JoinColumn(foreignKey = @ForeignKey(name = "fk_defined",
					foreignKeyDefinition = "foreign key (defined_id) references target (id) on update cascade"))
			Target defined;

			@ManyToOne
			@JoinColumn(foreignKey = @ForeignKey(name = "fk_options", options = "on update cascade"))
			Target optioned;

			@ManyToOne
			@JoinColumn(name = "described", unique = true, nullable = false, comment = "The main target",
					check = @CheckConstraint(name = "described_positive", constraint = "described > 0"))
			Target described;

		}

	}

	static class JoinFormulas {

		@Entity(name = "Currency")
		static class Currency {

			@Id
			String code;

		}

		@Entity(name = "Price")
		static class Price {

			@Id
			Long id;

			String symbol;

			@ManyToOne
			@JoinFormula("lower(symbol)")
			Currency currency;

		}

	}

	static class AnyAssociations {

		@Entity(name = "Cheque")
		static class Cheque implements Serializable {

			@Id
			Long id;

		}

		@Entity(name = "Card")
		static class Card implements Serializable {

			@Id
			Long id;

		}

		@Entity(name = "Purchase")
		static class Purchase {

			@Id
			Long id;

			@Any
			@AnyKeyJavaClass(Long.class)
			@AnyDiscriminatorValue(discriminator = "CHEQUE", entity = Cheque.class)
			@AnyDiscriminatorValue(discriminator = "CARD", entity = Card.class)
			@Column(name = "payment_type", length = 10)
			@JoinColumn(name = "payment_id")
			Serializable payment;

			@ManyToAny
			@AnyKeyJavaClass(Long.class)
			@AnyDiscriminatorValue(discriminator = "CHEQUE", entity = Cheque.class)
			@AnyDiscriminatorValue(discriminator = "CARD", entity = Card.class)
			@Column(name = "kind")
			@JoinTable(name = "purchase_refunds", joinColumns = @JoinColumn(name = "purchase_id"),
					inverseJoinColumns = @JoinColumn(name = "refund_id"))
			@Cascade(CascadeType.PERSIST)
			List<Serializable> refunds;

		}

	}

}
