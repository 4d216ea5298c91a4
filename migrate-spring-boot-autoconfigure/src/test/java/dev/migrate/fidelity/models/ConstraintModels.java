package dev.migrate.fidelity.models;

import java.math.BigDecimal;
import java.util.List;

import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.NaturalId;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;

/**
 * Uniqueness, indexes, checks.
 */
final class ConstraintModels {

	private ConstraintModels() {
	}

	static class Uniques {

		@Entity(name = "User")
		@Table(name = "users",
				uniqueConstraints = { @UniqueConstraint(name = "one_login", columnNames = "login"),
						@UniqueConstraint(columnNames = { "tenant", "email" }),
						@UniqueConstraint(name = "one_number", columnNames = { "number", "tenant" }) })
		static class User {

			@Id
			Long id;

			@Column(unique = true)
			String flagged;

			@Column(unique = true, nullable = false, length = 10)
			String flaggedToo;

			String login;

			int tenant;

			String email;

			Integer number;

		}

	}

	static class UniqueTwice {

		@Entity(name = "Thing")
		@Table(uniqueConstraints = { @UniqueConstraint(name = "key_again", columnNames = "id"),
				@UniqueConstraint(name = "flag_again", columnNames = "flagged") })
		static class Thing {

			@Id
			Long id;

			@Column(unique = true)
			String flagged;

		}

	}

	static class Indexes {

		@Entity(name = "Place")
		@Table(indexes = { @Index(columnList = "name"), @Index(name = "by_two", columnList = "zip, town desc"),
				@Index(name = "by_three", columnList = "town asc, zip desc, name asc"),
				@Index(name = "by_key", columnList = "parent_id"), @Index(columnList = "name, zip") })
		static class Place {

			@Id
			Long id;

			String name;

			String zip;

			String town;

			@ManyToOne
			Place parent;

		}

	}

	static class UniqueIndexes {

		@Entity(name = "Place")
		@Table(indexes = { @Index(name = "one_name", columnList = "name", unique = true),
				@Index(columnList = "zip, town", unique = true) })
		static class Place {

			@Id
			Long id;

			String name;

			String zip;

			String town;

		}

	}

	@On(Product.POSTGRESQL)
	static class ExpressionIndexes {

		@Entity(name = "Place")
		@Table(indexes = { @Index(name = "by_lower", columnList = "(lower(name))"),
				@Index(name = "by_mixed", columnList = "(lower(name)) desc, zip, (zip || town)"),
				@Index(name = "one_upper", columnList = "(upper(town))", unique = true) })
		static class Place {

			@Id
			Long id;

			String name;

			String zip;

			String town;

		}

	}

	@On(Product.POSTGRESQL)
	static class PartialIndexes {

		@Entity(name = "Account")
		@Table(indexes = { @Index(name = "of_active", columnList = "name", options = "where active"),
				@Index(name = "one_active", columnList = "(lower(name))", unique = true,
						options = "where active and kind in ('a', 'b')"),
				@Index(name = "filled", columnList = "kind", options = "with (fillfactor = 70)"),
				@Index(name = "included", columnList = "kind desc", options = "include (name)") })
		static class Account {

			@Id
			Long id;

			String name;

			boolean active;

			String kind;

		}

	}

	static class Checks {

		@Entity(name = "Span")
		@Check(constraints = "low < high")
		@Check(name = "not_far", constraints = "high - low < 1000")
		@Table(check = @CheckConstraint(name = "from_zero", constraint = "low >= 0"))
		static class Span {

			@Id
			Long id;

			int low;

			@Check(constraints = "high <> 13")
			int high;

			@Check(name = "short_text", constraints = "length(text) < 10")
			String text;

			@Column(check = { @CheckConstraint(name = "even", constraint = "mod(step, 2) = 0"),
					@CheckConstraint(constraint = "step > 0") })
			Integer step;

		}

	}

	static class Validation {

		@Entity(name = "Registration")
		static class Registration {

			@Id
			Long id;

			@NotNull
			String name;

			@NotBlank
			@Size(max = 30)
			String login;

			@NotEmpty
			@Length(max = 12)
			String code;

			@Min(18)
			@Max(120)
			int age;

			@NotNull
			@Min(1)
			Long seats;

			@Digits(integer = 6, fraction = 2)
			BigDecimal fee;

			@DecimalMin("0.5")
			BigDecimal rate;

			@Range(min = 1, max = 5)
			Integer stars;

			@PositiveOrZero
			short points;

			@Size(max = 4)
			List<String> tags;

		}

	}

	static class NaturalIds {

		@Entity(name = "Book")
		static class Book {

			@Id
			Long id;

			@NaturalId
			@Column(length = 13)
			String isbn;

			@NaturalId
			int edition;

		}

		@Entity(name = "Shelf")
		static class Shelf {

			@Id
			Long id;

			@NaturalId(mutable = true)
			@Column(nullable = false)
			String label;

		}

	}

}
