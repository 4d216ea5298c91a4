package dev.migrate.fidelity.models;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Classes that extend each other, and classes of several tables.
 */
final class InheritanceModels {

	private InheritanceModels() {
	}

	static class SingleTable {

		@Entity(name = "Payment")
		@Table(name = "payments")
		static class Payment {

			@Id
			@GeneratedValue
			Long id;

			int cents;

		}

		@Entity(name = "CardPayment")
		static class CardPayment extends Payment {

			@Column(length = 16, nullable = false)
			String cardNumber;

		}

		@Entity(name = "Transfer")
		static class Transfer extends Payment {

			@Column(unique = true)
			String iban;

			@ManyToOne
			Payment replaced;

		}

	}

	static class CharDiscriminator {

		@Entity(name = "Animal")
		@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
		@DiscriminatorValue("A")
		static class Animal {

			@Id
			Integer id;

		}

		@Entity(name = "Cat")
		@DiscriminatorValue("C")
		static class Cat extends Animal {

			int lives;

		}

	}

	static class IntegerDiscriminator {

		@Entity(name = "Shape")
		@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
		abstract static class Shape {

			@Id
			Integer id;

		}

		@Entity(name = "Circle")
		@DiscriminatorValue("1")
		static class Circle extends Shape {

			double radius;

		}

		@Entity(name = "Square")
		@DiscriminatorValue("2")
		static class Square extends Shape {

			double side;

		}

	}

	static class WrittenDiscriminator {

		@Entity(name = "Base")
		@DiscriminatorColumn(name = "type", length = 5, columnDefinition = "varchar(5) default 'base'")
		@DiscriminatorValue("base")
		static class Base {

			@Id
			Integer id;

		}

		@Entity(name = "Other")
		@DiscriminatorValue("not null")
		static class Other extends Base {

		}

	}

	static class Joined {

		@Entity(name = "Vehicle")
		@Inheritance(strategy = InheritanceType.JOINED)
		static class Vehicle {

			@Id
			@GeneratedValue
			Long id;

			@Column(nullable = false)
			String plate;

		}

		@Entity(name = "Car")
		static class Car extends Vehicle {

			int doors;

		}

		@Entity(name = "Truck")
		@PrimaryKeyJoinColumn(name = "vehicle_id", foreignKey = @ForeignKey(name = "truck_is_vehicle"))
		@OnDelete(action = OnDeleteAction.CASCADE)
		static class Truck extends Vehicle {

			@Column(nullable = false)
			Integer tons;

		}

		@Entity(name = "FireEngine")
		static class FireEngine extends Truck {

			int litres;

		}

	}

	static class JoinedWithDiscriminator {

		@Entity(name = "Member")
		@Inheritance(strategy = InheritanceType.JOINED)
		@DiscriminatorColumn(name = "role", length = 10)
		abstract static class Member {

			@Id
			Integer id;

		}

		@Entity(name = "Student")
		@DiscriminatorValue("student")
		static class Student extends Member {

			LocalDate enrolled;

		}

		@Entity(name = "Teacher")
		@DiscriminatorValue("teacher")
		static class Teacher extends Member {

			String subject;

		}

	}

	static class TablePerClass {

		@Entity(name = "Publication")
		@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
		abstract static class Publication {

			@Id
			@GeneratedValue
			Long id;

			@Column(unique = true)
			String title;

		}

		@Entity(name = "Book")
		static class Book extends Publication {

			@Column(nullable = false)
			String isbn;

		}

		@Entity(name = "Magazine")
		@Table(indexes = @Index(name = "by_issue", columnList = "issue"))
		static class Magazine extends Publication {

			int issue;

			@ManyToOne
			Book supplement;

		}

	}

	static class Superclasses {

		@MappedSuperclass
		abstract static class Root {

			@Id
			@GeneratedValue
			Long id;

			@Version
			long version;

		}

		@MappedSuperclass
		abstract static class Dated extends Root {

			@Column(nullable = false, updatable = false)
			Instant created;

			String author;

		}

		@Entity(name = "Note")
		static class Note extends Dated {

			String text;

		}

		@Entity(name = "Memo")
		@AttributeOverride(name = "id", column = @Column(name = "memo_id"))
		@AttributeOverride(name = "author", column = @Column(name = "writer", length = 40, nullable = false))
		static class Memo extends Dated {

		}

	}

	static class FormulaDiscriminator {

		@Entity(name = "Amount")
		@DiscriminatorFormula("case when tax is null then 'net' else 'gross' end")
		@DiscriminatorValue("net")
		static class Amount {

			@Id
			Integer id;

			Integer tax;

		}

		@Entity(name = "GrossAmount")
		@DiscriminatorValue("gross")
		static class GrossAmount extends Amount {

			String country;

		}

	}

	static class SecondaryTables {

		@Entity(name = "Customer")
		@SecondaryTable(name = "customer_details",
				pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer_id", referencedColumnName = "id"),
				foreignKey = @ForeignKey(name = "details_of_customer"),
				indexes = @Index(name = "by_phone", columnList = "phone"),
				uniqueConstraints = @UniqueConstraint(name = "one_fax", columnNames = "fax"))
		@SecondaryTable(name = "customer_photo")
		static class Customer {

			@Id
			Long id;

			String name;

			@Column(table = "customer_details", length = 20)
			String phone;

			@Column(table = "customer_details", nullable = false)
			String fax;

			@Column(table = "customer_photo")
			byte[] photo;

			@ManyToOne
			@JoinColumn(table = "customer_details")
			Customer advertiser;

		}

	}

}
