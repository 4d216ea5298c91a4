package dev.migrate.fidelity.models;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.ColumnDefault;

/**
 * Small applications.
 */
final class WholeModels {

	private WholeModels() {
	}

	/** The veterinarians of Spring's example. */
	static class PetClinic {

		@MappedSuperclass
		static class BaseEntity {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Integer id;

		}

		@MappedSuperclass
		static class NamedEntity extends BaseEntity {

			@Column
			@NotBlank
			String name;

		}

		@MappedSuperclass
		static class Person extends BaseEntity {

			@Column
			@NotBlank
			String firstName;

			@Column
			@NotBlank
			String lastName;

		}

		@Entity(name = "Owner")
		@Table(name = "owners")
		static class Owner extends Person {

			@Column
			@NotBlank
			String address;

			@Column
			@NotBlank
			String city;

			@Column
			@NotBlank
			@Digits(fraction = 0, integer = 10)
			String telephone;

			@OneToMany
			@JoinColumn(name = "owner_id")
			List<Pet> pets;

		}

		@Entity(name = "PetType")
		@Table(name = "types")
		static class PetType extends NamedEntity {

		}

		@Entity(name = "Pet")
		@Table(name = "pets")
		static class Pet extends NamedEntity {

			@Column
			LocalDate birthDate;

			@ManyToOne
			@JoinColumn(name = "type_id")
			PetType type;

			@OneToMany
			@JoinColumn(name = "pet_id")
			Set<Visit> visits;

		}

		@Entity(name = "Visit")
		@Table(name = "visits")
		static class Visit extends BaseEntity {

			@Column(name = "visit_date")
			LocalDate date;

			@NotBlank
			String description;

		}

		@Entity(name = "Specialty")
		@Table(name = "specialties")
		static class Specialty extends NamedEntity {

		}

		@Entity(name = "Vet")
		@Table(name = "vets")
		static class Vet extends Person {

			@ManyToMany
			@JoinTable(name = "vet_specialties", joinColumns = @JoinColumn(name = "vet_id"),
					inverseJoinColumns = @JoinColumn(name = "specialty_id"))
			Set<Specialty> specialties;

		}

	}

	/** Orders of customers, with something of everything. */
	static class WebShop {

		@MappedSuperclass
		abstract static class Base {

			@Id
			@GeneratedValue
			UUID id;

			@Version
			int version;

			@Column(nullable = false, updatable = false)
			@ColumnDefault("current_timestamp")
			Instant created;

		}

		@Entity(name = "Customer")
		@Table(name = "customers", indexes = @Index(name = "customers_by_name", columnList = "lastName, firstName"))
		static class Customer extends Base {

			@NotNull
			@Size(max = 320)
			@Column(unique = true)
			String email;

			String firstName;

			String lastName;

			Address billing;

			@ElementCollection
			@OrderColumn
			List<Address> deliveries;

		}

		@Embeddable
		static class Address {

			@Column(length = 100)
			String street;

			@Column(length = 10)
			String zip;

			@Enumerated(EnumType.STRING)
			Country country;

		}

		enum Country {

			AT, CH, DE

		}

		@Entity(name = "Product")
		@Table(name = "products")
		@DiscriminatorColumn(name = "kind", length = 20)
		static class Product extends Base {

			@Column(nullable = false, precision = 12, scale = 2)
			BigDecimal price;

			@ManyToMany
			Set<Category> categories;

		}

		@Entity(name = "Download")
		static class Download extends Product {

			@Column(length = 2000)
			String url;

		}

		@Entity(name = "Category")
		@Table(name = "categories",
				uniqueConstraints = @UniqueConstraint(name = "categories_name", columnNames = { "parent_id", "name" }))
		static class Category {

			@Id
			@GeneratedValue
			Long id;

			@Column(nullable = false)
			String name;

			@ManyToOne
			@JoinColumn(foreignKey = @ForeignKey(name = "categories_parent"))
			Category parent;

		}

		@Entity(name = "Order")
		@Table(name = "orders")
		static class Order extends Base {

			@ManyToOne(optional = false)
			Customer customer;

			@Enumerated
			State state;

			@OneToMany(mappedBy = "order")
			@OrderColumn(name = "line_number")
			List<OrderLine> lines;

		}

		enum State {

			OPEN, PAID, SENT

		}

		@Entity(name = "OrderLine")
		@Table(name = "order_lines")
		static class OrderLine {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

			@ManyToOne(optional = false)
			Order order;

			@ManyToOne(optional = false)
			Product product;

			@ColumnDefault("1")
			int quantity;

		}

	}

}
