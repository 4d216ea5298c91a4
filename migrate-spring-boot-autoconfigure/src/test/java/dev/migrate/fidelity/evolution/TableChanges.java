package dev.migrate.fidelity.evolution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import dev.migrate.fidelity.models.On;
import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.View;
import org.hibernate.envers.Audited;

/**
 * Tables, schemas and views come, go and change.
 */
final class TableChanges {

	private TableChanges() {
	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person", kept = "1")
	static class TableAdded {

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
				Long id;

			}

			@Entity(name = "Pet")
			@Table(indexes = @Index(name = "by_name", columnList = "name"))
			static class Pet {

				@Id
				Long id;

				@Column(unique = true)
				String name;

				@ManyToOne
				Person owner;

			}

		}

	}

	@Evolution(rows = { "insert into person (id) values (1)", "insert into pet (id, owner_id) values (1, 1)" },
			query = "select id from person", kept = "1", keepsRows = false)
	static class TableRemoved {

		static class V1 {

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

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person where town_id is null",
			kept = "1")
	static class TableAddedThatOldOnesReference {

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
				Long id;

				@ManyToOne
				Town town;

			}

			@Entity(name = "Town")
			static class Town {

				@Id
				@GeneratedValue
				Long id;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person", kept = "1")
	static class CycleAdded {

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
				Long id;

			}

			@Entity(name = "Country")
			static class Country {

				@Id
				Long id;

				@ManyToOne(optional = false)
				Town capital;

			}

			@Entity(name = "Town")
			static class Town {

				@Id
				Long id;

				@ManyToOne
				Country country;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person", kept = "1")
	static class CycleRemoved {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

			}

			@Entity(name = "Country")
			static class Country {

				@Id
				Long id;

				@ManyToOne
				Town capital;

			}

			@Entity(name = "Town")
			static class Town {

				@Id
				Long id;

				@ManyToOne
				Country country;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

			}

		}

	}

	@Evolution(rows = { "insert into town (id) values (1)", "insert into country (id, capital_id) values (1, 1)" },
			query = "select capital_id from country", kept = "1")
	static class CycleClosed {

		static class V1 {

			@Entity(name = "Country")
			static class Country {

				@Id
				Long id;

				@ManyToOne
				Town capital;

			}

			@Entity(name = "Town")
			static class Town {

				@Id
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Country")
			static class Country {

				@Id
				Long id;

				@ManyToOne
				Town capital;

			}

			@Entity(name = "Town")
			static class Town {

				@Id
				Long id;

				@ManyToOne
				Country country;

			}

		}

	}

	@Evolution(rows = "insert into payment (id, dtype) values (1, 'Payment')", query = "select dtype from payment",
			kept = "Payment")
	static class SubclassAdded {

		static class V1 {

			@Entity(name = "Payment")
			static class Payment {

				@Id
				Long id;

			}

			@Entity(name = "Card")
			static class Card extends Payment {

				String number;

			}

		}

		static class V2 {

			@Entity(name = "Payment")
			static class Payment {

				@Id
				Long id;

			}

			@Entity(name = "Card")
			static class Card extends Payment {

				String number;

			}

			@Entity(name = "Transfer")
			static class Transfer extends Payment {

				String iban;

			}

		}

	}

	@Evolution(rows = "insert into payment (id, dtype) values (1, 'Payment')", query = "select dtype from payment",
			kept = "Payment")
	static class SubclassRemoved {

		static class V1 {

			@Entity(name = "Payment")
			static class Payment {

				@Id
				Long id;

			}

			@Entity(name = "Card")
			static class Card extends Payment {

				String number;

			}

			@Entity(name = "Transfer")
			static class Transfer extends Payment {

				String iban;

			}

		}

		static class V2 {

			@Entity(name = "Payment")
			static class Payment {

				@Id
				Long id;

			}

			@Entity(name = "Card")
			static class Card extends Payment {

				String number;

			}

		}

	}

	@Evolution
	static class FirstSubclassAdded {

		static class V1 {

			@Entity(name = "Payment")
			static class Payment {

				@Id
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Payment")
			static class Payment {

				@Id
				Long id;

			}

			@Entity(name = "Card")
			static class Card extends Payment {

				String number;

			}

		}

	}

	@Evolution(rows = "insert into payment (id) values (1)", query = "select id from payment", kept = "1")
	static class JoinedSubclassAdded {

		static class V1 {

			@Entity(name = "Payment")
			@Inheritance(strategy = InheritanceType.JOINED)
			static class Payment {

				@Id
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Payment")
			@Inheritance(strategy = InheritanceType.JOINED)
			static class Payment {

				@Id
				Long id;

			}

			@Entity(name = "Card")
			static class Card extends Payment {

				String number;

			}

		}

	}

	@Evolution(
			rows = { "insert into team (id) values (1)", "insert into player (id) values (1)",
					"insert into team_players (team_id, players_id) values (1, 1)" },
			query = "select id from player", kept = "1", keepsRows = false)
	static class JoinTableMadeColumn {

		static class V1 {

			@Entity(name = "Team")
			static class Team {

				@Id
				Long id;

				@OneToMany
				Set<Player> players;

			}

			@Entity(name = "Player")
			static class Player {

				@Id
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Team")
			static class Team {

				@Id
				Long id;

				@OneToMany
				@JoinColumn(name = "team_id")
				Set<Player> players;

			}

			@Entity(name = "Player")
			static class Player {

				@Id
				Long id;

			}

		}

	}

	@Evolution(rows = { "insert into team (id) values (1)", "insert into player (id, team_id) values (1, 1)" },
			query = "select id from player", kept = "1", keepsRows = false)
	static class ColumnMadeJoinTable {

		static class V1 {

			@Entity(name = "Team")
			static class Team {

				@Id
				Long id;

			}

			@Entity(name = "Player")
			static class Player {

				@Id
				Long id;

				@ManyToOne
				Team team;

			}

		}

		static class V2 {

			@Entity(name = "Team")
			static class Team {

				@Id
				Long id;

			}

			@Entity(name = "Player")
			static class Player {

				@Id
				Long id;

				@ManyToMany
				List<Team> teams;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person", kept = "1")
	static class CollectionAdded {

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
				Long id;

				@ElementCollection
				@OrderColumn
				List<String> phones;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person", kept = "1")
	static class OrderColumnAdded {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ElementCollection
				List<String> phones;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ElementCollection
				@OrderColumn
				List<String> phones;

			}

		}

	}

	@On(Product.POSTGRESQL)
	@Evolution(rows = "insert into person (id) values (1)", query = "select id from person", kept = "1")
	static class SchemaAdded {

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
				Long id;

			}

			@Entity(name = "Sale")
			@Table(schema = "sales")
			static class Sale {

				@Id
				Long id;

				@ManyToOne
				Person buyer;

			}

		}

	}

	@Evolution
	static class SchemaWithTableAdded {

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
				Long id;

			}

			@Entity(name = "Sale")
			@Table(schema = "sales", indexes = @Index(name = "by_day", columnList = "day_of_sale"))
			static class Sale {

				@Id
				Long id;

				LocalDate dayOfSale;

			}

		}

	}

	@Evolution(rows = "insert into sales.shop (id) values (1)", query = "select id from sales.shop", kept = "1")
	static class TableOfSchemaRemoved {

		static class V1 {

			@Entity(name = "Shop")
			@Table(schema = "sales")
			static class Shop {

				@Id
				Long id;

			}

			@Entity(name = "Sale")
			@Table(schema = "sales")
			static class Sale {

				@Id
				@GeneratedValue
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Shop")
			@Table(schema = "sales")
			static class Shop {

				@Id
				Long id;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from names", kept = "ADA")
	static class ViewAdded {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String name;

			}

			@Entity(name = "PersonName")
			@View(query = "select id, upper(name) as name from person")
			@Table(name = "names")
			@Immutable
			static class PersonName {

				@Id
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from names", kept = "ada")
	static class ViewChanged {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String name;

			}

			@Entity(name = "PersonName")
			@View(query = "select id, upper(name) as name from person")
			@Table(name = "names")
			@Immutable
			static class PersonName {

				@Id
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String name;

			}

			@Entity(name = "PersonName")
			@View(query = "select id, lower(name) as name from person")
			@Table(name = "names")
			@Immutable
			static class PersonName {

				@Id
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from names", kept = "ADA")
	static class ColumnOfViewChangesType {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(length = 20)
				String name;

			}

			@Entity(name = "PersonName")
			@View(query = "select id, upper(name) as name from person")
			@Table(name = "names")
			@Immutable
			static class PersonName {

				@Id
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(length = 40)
				String name;

			}

			@Entity(name = "PersonName")
			@View(query = "select id, upper(name) as name from person")
			@Table(name = "names")
			@Immutable
			static class PersonName {

				@Id
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class HistoryAdded {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Audited
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

	}

	@Evolution
	static class SoftDeleteAdded {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@SoftDelete
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class Unchanged {

		static class V1 {

			@Entity(name = "Person")
			@Table(indexes = @Index(columnList = "name"))
			static class Person {

				@Id
				@GeneratedValue
				Long id;

				@Column(unique = true)
				String name;

				@ManyToOne
				Person friend;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(indexes = @Index(columnList = "name"))
			static class Person {

				@Id
				@GeneratedValue
				Long id;

				@Column(unique = true)
				String name;

				@ManyToOne
				Person friend;

			}

		}

	}

}
