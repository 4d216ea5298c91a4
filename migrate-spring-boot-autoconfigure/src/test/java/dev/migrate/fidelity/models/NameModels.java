package dev.migrate.fidelity.models;

import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Comment;

/**
 * Names that are not plain words, and schemas.
 */
final class NameModels {

	private NameModels() {
	}

	static class QuotedNames {

		@Entity(name = "Line")
		@Table(name = "`Order Lines`", indexes = @Index(name = "by_text", columnList = "`Some Text` desc"),
				uniqueConstraints = @UniqueConstraint(name = "`One Text`", columnNames = "`Some Text`"))
		@Comment("Has \"quotes\"")
		static class Line {

			@Id
			Long id;

			@Column(name = "`Some Text`")
			String text;

			@Column(name = "`select`", nullable = false)
			@Check(constraints = "\"select\" > 0")
			int select;

			@ManyToOne
			@jakarta.persistence.JoinColumn(name = "`Parent Line`")
			Line parent;

		}

	}

	static class ReservedNames {

		@Entity(name = "User")
		@Table(name = "`user`")
		static class User {

			@Id
			Long id;

			@Column(name = "`group`")
			String group;

			@ManyToOne
			Order order;

		}

		@Entity(name = "Order")
		@Table(name = "`order`")
		static class Order {

			@Id
			@GeneratedValue
			Long id;

			@Column(name = "`table`")
			String table;

			@OneToMany(mappedBy = "order")
			List<User> users;

		}

	}

	@Setting(name = "hibernate.auto_quote_keyword", value = "true")
	static class Keywords {

		@Entity(name = "User")
		static class User {

			@Id
			Long id;

			String order;

			int limit;

			@ManyToOne
			User references;

		}

	}

	@Setting(name = "hibernate.globally_quoted_identifiers", value = "true")
	static class AllQuoted {

		@Entity(name = "Person")
		@Table(indexes = @Index(name = "by_name", columnList = "name"))
		static class Person {

			@Id
			@GeneratedValue
			Long id;

			@Column(unique = true)
			String name;

			@ManyToOne
			Person motherInLaw;

		}

	}

	@Setting(name = "hibernate.physical_naming_strategy",
			value = "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl")
	@Setting(name = "hibernate.implicit_naming_strategy",
			value = "org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl")
	static class MixedCase {

		@Entity(name = "Person")
		@Table(name = "PersonTable")
		static class Person {

			@Id
			@GeneratedValue
			Long personId;

			String firstName;

			@ManyToOne
			Person fatherInLaw;

			@ElementCollection
			Set<String> nickNames;

		}

		@Entity(name = "QuotedPerson")
		@Table(name = "`QuotedPerson`")
		static class QuotedPerson {

			@Id
			Long id;

			@Column(name = "`LastName`")
			String lastName;

		}

	}

	static class LongNames {

		@Entity(name = "Exactly")
		@Table(name = "a_table_whose_name_is_as_long_as_postgresql_allows_which_is_63_",
				indexes = @Index(name = "an_index_whose_name_is_as_long_as_postgresql_allows_that_is_63_",
						columnList = "text"))
		static class Exactly {

			@Id
			Long id;

			@Column(unique = true)
			String text;

			@Column(name = "a_column_whose_name_is_as_long_as_postgresql_allows_that_is_63_", unique = true)
			@Check(constraints = "a_column_whose_name_is_as_long_as_postgresql_allows_that_is_63_ > 0")
			int value;

			@ManyToOne
			Exactly other;

			@ManyToMany
			@JoinTable(name = "another_table_whose_name_is_much_longer_than_fifty_characters")
			List<Exactly> others;

		}

	}

	@On(dev.migrate.testsupport.TestDatabase.Product.POSTGRESQL)
	static class TooLongNames {

		@Entity(name = "TooLong")
		@Table(name = "a_table_whose_name_is_a_good_deal_longer_than_postgresql_allows_which_is_63",
				indexes = @Index(name = "an_index_whose_name_is_a_good_deal_longer_than_postgresql_allows_it",
						columnList = "text"))
		static class TooLong {

			@Id
			Long id;

			String text;

			@Column(name = "a_column_whose_name_is_a_good_deal_longer_than_postgresql_allows_it")
			int value;

			@ManyToOne
			@jakarta.persistence.JoinColumn(name = "a_reference_whose_name_is_a_good_deal_longer_than_postgresql_has")
			TooLong other;

		}

	}

	static class UnicodeNames {

		@Entity(name = "Groesse")
		@Table(name = "`größe`")
		static class Groesse {

			@Id
			Long id;

			@Column(name = "`breite_µm`", unique = true)
			int breite;

			@Column(name = "`it's`")
			String apostrophe;

		}

	}

	static class Schemas {

		@Entity(name = "Customer")
		@Table(name = "customers", schema = "sales")
		static class Customer {

			@Id
			@GeneratedValue(generator = "customer")
			@SequenceGenerator(name = "customer", schema = "sales", allocationSize = 1)
			Long id;

			@Column(unique = true)
			String name;

			@ElementCollection
			@jakarta.persistence.CollectionTable(name = "phones", schema = "contacts")
			Set<String> phones;

		}

		@Entity(name = "Article")
		@Table(schema = "stock", indexes = @Index(name = "by_name", columnList = "name"))
		static class Article {

			@Id
			@GeneratedValue
			Long id;

			String name;

			@ManyToOne
			Customer customer;

		}

		@Entity(name = "Sale")
		static class Sale {

			@Id
			Long id;

			@ManyToOne
			Article article;

		}

	}

	static class SameNameInTwoSchemas {

		@Entity(name = "FirstItem")
		@Table(name = "item", schema = "first")
		static class FirstItem {

			@Id
			Long id;

			@Column(unique = true)
			String name;

		}

		@Entity(name = "SecondItem")
		@Table(name = "item", schema = "other")
		static class SecondItem {

			@Id
			Long id;

			@ManyToOne
			FirstItem first;

		}

		@Entity(name = "Item")
		@Table(name = "item")
		static class Item {

			@Id
			Long id;

			@ManyToOne
			SecondItem second;

		}

	}

	@Setting(name = "hibernate.default_schema", value = "app")
	static class DefaultSchema {

		@Entity(name = "Person")
		static class Person {

			@Id
			@GeneratedValue
			Long id;

			@ManyToOne
			Person friend;

			@Column(unique = true)
			String name;

		}

	}

}
