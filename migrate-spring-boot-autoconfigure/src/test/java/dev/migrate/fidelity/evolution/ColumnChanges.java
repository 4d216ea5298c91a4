package dev.migrate.fidelity.evolution;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;

/**
 * Columns come, go and change all but their type.
 */
final class ColumnChanges {

	private ColumnChanges() {
	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')",
			query = "select name from person where phone is null", kept = "Ada")
	static class NullableAdded {

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

				@Column(length = 20)
				String phone;

			}

		}

	}

	@Evolution
	static class NotNullAdded {

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

				@Column(nullable = false)
				String name;

				int age;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select state from person where points = 5",
			kept = "new")
	static class NotNullWithDefaultAdded {

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

				@Column(nullable = false)
				@ColumnDefault("'new'")
				String state;

				@ColumnDefault("5")
				int points;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name, age) values (1, 'Ada', 36)", query = "select name from person",
			kept = "Ada", keepsRows = false)
	static class Removed {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String name;

				Integer age;

				@Column(unique = true)
				String login;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

	}

	@Evolution
	static class NotNullRemoved {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(nullable = false)
				String name;

				int age;

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

	@Evolution(rows = "insert into person (id, name, friend_id) values (1, 'Ada', 1)", query = "select id from person",
			kept = "1", keepsRows = false)
	static class RemovedWithAllThatNeedsIt {

		static class V1 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_name", columnList = "name"),
					check = @CheckConstraint(name = "has_name", constraint = "name <> ''"))
			static class Person {

				@Id
				Long id;

				String name;

				@ManyToOne
				Person friend;

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

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class MadeNotNull {

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

				@Column(nullable = false)
				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, age) values (1, 36)", query = "select age from person", kept = "36")
	static class MadeNullable {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				int age;

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

	@Evolution(rows = "insert into person (id, name) values (1, null)",
			query = "select id from person where name is null", kept = "1")
	static class DefaultAdded {

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

				@ColumnDefault("'nobody'")
				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select age from person", kept = "7")
	static class DefaultChanged {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ColumnDefault("7")
				int age;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ColumnDefault("8")
				int age;

			}

		}

	}

	@Evolution(rows = "insert into person (id) values (1)", query = "select name from person", kept = "x")
	static class DefaultRemoved {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ColumnDefault("'x'")
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

		}

	}

	@Evolution(rows = "insert into line (id, quantity, cents) values (1, 3, 50)", query = "select total from line",
			kept = "150")
	static class GeneratedAdded {

		static class V1 {

			@Entity(name = "Line")
			static class Line {

				@Id
				Long id;

				int quantity;

				int cents;

			}

		}

		static class V2 {

			@Entity(name = "Line")
			static class Line {

				@Id
				Long id;

				int quantity;

				int cents;

				@GeneratedColumn("quantity * cents")
				int total;

			}

		}

	}

	@Evolution(rows = "insert into line (id, quantity) values (1, 3)", query = "select total from line", kept = "9")
	static class GeneratedExpressionChanged {

		static class V1 {

			@Entity(name = "Line")
			static class Line {

				@Id
				Long id;

				int quantity;

				@GeneratedColumn("quantity * 2")
				int total;

			}

		}

		static class V2 {

			@Entity(name = "Line")
			static class Line {

				@Id
				Long id;

				int quantity;

				@GeneratedColumn("quantity * 3")
				int total;

			}

		}

	}

	@Evolution(rows = "insert into line (id, quantity) values (1, 3)", query = "select quantity from line", kept = "3")
	static class GeneratedMadePlain {

		static class V1 {

			@Entity(name = "Line")
			static class Line {

				@Id
				Long id;

				int quantity;

				@GeneratedColumn("quantity * 2")
				Integer total;

			}

		}

		static class V2 {

			@Entity(name = "Line")
			static class Line {

				@Id
				Long id;

				int quantity;

				Integer total;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class CommentsAdded {

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
			@Comment("Who is known")
			static class Person {

				@Id
				Long id;

				@Comment("First and last")
				String name;

			}

		}

	}

	@Evolution
	static class CommentsChangedAndRemoved {

		static class V1 {

			@Entity(name = "Person")
			@Comment("Who is known")
			static class Person {

				@Id
				@Comment("The key")
				Long id;

				@Comment("First and last")
				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				@Comment("The number")
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select id from person", kept = "1",
			keepsRows = false)
	static class Renamed {

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

				String fullName;

			}

		}

	}

	@Evolution(rows = "insert into person (id, amount) values (1, 12)", query = "select amount from person",
			kept = "12")
	static class EverythingAtOnce {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				Integer amount;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@Column(nullable = false, comment = "How many")
				@ColumnDefault("3")
				long amount;

			}

		}

	}

}
