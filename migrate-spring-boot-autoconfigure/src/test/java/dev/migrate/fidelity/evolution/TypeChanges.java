package dev.migrate.fidelity.evolution;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

import dev.migrate.fidelity.models.On;
import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Columns change their type.
 */
final class TypeChanges {

	private TypeChanges() {
	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class LengthWidened {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(length = 20)
				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(length = 200)
				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class LengthNarrowed {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(length = 200)
				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(length = 20)
				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class StringToText {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(unique = true)
				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(unique = true, columnDefinition = "varchar")
				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, age) values (1, 36)", query = "select age from person", kept = "36")
	static class IntegerToBigint {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ColumnDefault("0")
				int age;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ColumnDefault("0")
				long age;

			}

		}

	}

	@Evolution(rows = "insert into person (id, age) values (1, 36)", query = "select age from person", kept = "36")
	static class BigintToInteger {

		static class V1 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_age", columnList = "age"))
			static class Person {

				@Id
				Long id;

				long age;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_age", columnList = "age"))
			static class Person {

				@Id
				Long id;

				int age;

			}

		}

	}

	@Evolution(rows = "insert into person (id, age) values (1, '36')", query = "select age from person", kept = "36")
	static class StringToInteger {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String age;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				Integer age;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select age from person", kept = "5")
	static class StringWithDefaultToInteger {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ColumnDefault("'5'")
				String age;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ColumnDefault("6")
				Integer age;

			}

		}

	}

	@Evolution(rows = "insert into person (id, zip) values (1, 80331)", query = "select zip from person",
			kept = "80331")
	static class IntegerToString {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				int zip;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(nullable = false, length = 10)
				String zip;

			}

		}

	}

	@Evolution(rows = "insert into price (id, amount) values (1, 12.34)",
			query = "select cast(amount as varchar(20)) from price", kept = "12.3400")
	static class PrecisionChanged {

		static class V1 {

			@Entity(name = "Price")
			static class Price {

				@Id
				Long id;

				@Column(precision = 10, scale = 2)
				BigDecimal amount;

			}

		}

		static class V2 {

			@Entity(name = "Price")
			static class Price {

				@Id
				Long id;

				@Column(precision = 14, scale = 4)
				BigDecimal amount;

			}

		}

	}

	@Evolution(rows = "insert into event (id, moment) values (1, date '2020-02-29')",
			query = "select extract(day from moment) from event", kept = "29")
	static class DateToTimestamp {

		static class V1 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				LocalDate moment;

			}

		}

		static class V2 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				LocalDateTime moment;

			}

		}

	}

	@Evolution(rows = "insert into event (id, moment) values (1, timestamp '2020-02-29 12:00:00')",
			query = "select extract(day from moment) from event", kept = "29")
	static class ZoneAdded {

		static class V1 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				LocalDateTime moment;

			}

		}

		static class V2 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				Instant moment;

			}

		}

	}

	@Evolution(rows = "insert into event (id, code) values (1, '6f9619ff-8b86-d011-b42d-00cf4fc964ff')",
			query = "select code from event", kept = "6f9619ff-8b86-d011-b42d-00cf4fc964ff")
	static class StringToUuid {

		static class V1 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				@Column(length = 36)
				String code;

			}

		}

		static class V2 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				UUID code;

			}

		}

	}

	@Evolution(rows = "insert into event (id, done) values (1, 1)", query = "select id from event where done",
			kept = "1")
	static class IntegerToBoolean {

		static class V1 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				int done;

			}

		}

		static class V2 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				boolean done;

			}

		}

	}

	@On(Product.POSTGRESQL)
	@Evolution(rows = "insert into event (id, content) values (1, '{\"a\": 1}')",
			query = "select content->>'a' from event", kept = "1")
	static class StringToJson {

		static class V1 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				String content;

			}

		}

		static class V2 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.JSON)
				String content;

			}

		}

	}

	@Evolution(rows = "insert into event (id) values (1)", query = "select id from event where words is null",
			kept = "1")
	static class ArrayAdded {

		static class V1 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Event")
			static class Event {

				@Id
				Long id;

				String[] words;

			}

		}

	}

	@Evolution(rows = "insert into person (id, age) values (1, 36)", query = "select age from person", kept = "36")
	static class CheckedColumnChangesType {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Check(constraints = "age > 0")
				short age;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Check(constraints = "age > 0")
				long age;

			}

		}

	}

}
