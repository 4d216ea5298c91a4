package dev.migrate.fidelity.models;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;

/**
 * Tables of collections, and embedded values.
 */
final class CollectionModels {

	private CollectionModels() {
	}

	static class Lists {

		@Entity(name = "Recipe")
		static class Recipe {

			@Id
			@GeneratedValue
			Long id;

			@ElementCollection
			@OrderColumn
			List<String> steps;

			@ElementCollection
			@OrderColumn(name = "place", nullable = false)
			@Column(name = "ingredient", nullable = false, length = 50)
			List<String> ingredients;

			@ElementCollection
			Collection<Integer> ratings;

		}

	}

	static class Sets {

		@Entity(name = "Person")
		static class Person {

			@Id
			Long id;

			@ElementCollection
			@CollectionTable(name = "nicknames", joinColumns = @JoinColumn(name = "person"),
					foreignKey = @ForeignKey(name = "nickname_of_person"),
					indexes = @Index(name = "by_nickname", columnList = "nickname desc"),
					uniqueConstraints = @UniqueConstraint(columnNames = { "nickname" }))
			@Column(name = "nickname", nullable = false)
			@OnDelete(action = OnDeleteAction.CASCADE)
			Set<String> nicknames;

			@ElementCollection
			@SortNatural
			SortedSet<Integer> numbers;

			@ElementCollection
			@Enumerated(EnumType.STRING)
			Set<Language> languages;

		}

		enum Language {

			DE, EN

		}

	}

	static class Maps {

		@Entity(name = "Shop")
		static class Shop {

			@Id
			Long id;

			@ElementCollection
			@MapKeyColumn(name = "product", length = 40)
			@Column(name = "cents", nullable = false)
			Map<String, Integer> prices;

			@ElementCollection
			@MapKeyEnumerated(EnumType.STRING)
			Map<Day, String> hours;

			@ManyToMany
			@MapKeyJoinColumn(name = "role_id")
			Map<Role, Clerk> clerks;

			@ElementCollection
			@MapKeyJoinColumn(name = "clerk_id")
			Map<Clerk, Instant> hired;

		}

		@Entity(name = "Clerk")
		static class Clerk {

			@Id
			Long id;

		}

		@Entity(name = "Role")
		static class Role {

			@Id
			Long id;

		}

		enum Day {

			SATURDAY, SUNDAY

		}

	}

	static class EmbeddableElements {

		@Entity(name = "Firm")
		static class Firm {

			@Id
			Long id;

			@ElementCollection
			@AttributeOverride(name = "street", column = @Column(name = "road", length = 60))
			List<Address> branches;

			@ElementCollection
			@MapKeyColumn(name = "name")
			Map<String, Address> named;

		}

		@Entity(name = "Land")
		static class Land {

			@Id
			String code;

		}

		@Embeddable
		static class Address {

			@Column(nullable = false)
			String street;

			String town;

			@ManyToOne
			Land land;

		}

	}

	static class CollectionIds {

		@Entity(name = "Basket")
		static class Basket {

			@Id
			Long id;

			@ElementCollection
			@CollectionId(column = @Column(name = "item_id"), generator = "increment")
			@CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
			List<String> items;

		}

	}

	static class EmbeddedValues {

		@Entity(name = "Parcel")
		static class Parcel {

			@Id
			Long id;

			Size size;

			@Embedded
			@AttributeOverride(name = "width", column = @Column(name = "box_width", nullable = false))
			@AttributeOverride(name = "height", column = @Column(name = "box_height"))
			@AttributeOverride(name = "unit.name", column = @Column(name = "box_unit"))
			Size box;

			@EmbeddedColumnNaming("inner_%s")
			Size inner;

		}

		@Embeddable
		static class Size {

			int width;

			Integer height;

			Unit unit;

		}

		@Embeddable
		static class Unit {

			@Column(length = 5)
			String name;

		}

	}

}
