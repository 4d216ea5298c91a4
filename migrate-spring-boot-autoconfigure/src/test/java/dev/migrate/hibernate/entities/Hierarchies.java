package dev.migrate.hibernate.entities;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/**
 * Entities that inherit.
 */
@SuppressWarnings("unused")
public final class Hierarchies {

	@MappedSuperclass
	public abstract static class Base {

		@Id
		Long id;

		@Column(nullable = false)
		String name;

	}

	@Entity
	public abstract static class Vehicle extends Base {

	}

	@Entity
	public static class Car extends Vehicle {

		@Column(nullable = false)
		int doors;

	}

	@Entity
	@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
	@DiscriminatorValue("A")
	public static class Animal extends Base {

	}

	@Entity
	@DiscriminatorValue("D")
	public static class Dog extends Animal {

		@ManyToOne
		Dog mother;

	}

	@Entity
	@Inheritance(strategy = InheritanceType.JOINED)
	public abstract static class Payment extends Base {

	}

	@Entity
	public static class CardPayment extends Payment {

		@Column(unique = true)
		String number;

	}

	@Entity
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	public abstract static class Shape extends Base {

	}

	@Entity
	public static class Circle extends Shape {

		double radius;

	}

	@Entity
	public static class Drawing extends Base {

		@ManyToOne
		Shape shape;

		@ManyToOne
		Payment payment;

	}

	private Hierarchies() {
	}

}
