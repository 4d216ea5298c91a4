package dev.migrate.fidelity.evolution;

import dev.migrate.fidelity.models.On;
import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Unique constraints, indexes, checks and foreign keys come, go and change.
 */
final class ConstraintChanges {

	private ConstraintChanges() {
	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class UniqueAdded {

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

				@Column(unique = true)
				String name;

			}

		}

	}

	@Evolution
	static class UniqueRemoved {

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

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name, town) values (1, 'Ada', 'London')",
			query = "select name from person", kept = "Ada")
	static class UniqueColumnsChanged {

		static class V1 {

			@Entity(name = "Person")
			@Table(uniqueConstraints = @UniqueConstraint(name = "one_name", columnNames = "name"))
			static class Person {

				@Id
				Long id;

				String name;

				String town;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(uniqueConstraints = @UniqueConstraint(name = "one_name", columnNames = { "name", "town" }))
			static class Person {

				@Id
				Long id;

				String name;

				String town;

			}

		}

	}

	@Evolution
	static class UniqueRenamed {

		static class V1 {

			@Entity(name = "Person")
			@Table(uniqueConstraints = @UniqueConstraint(name = "old_name", columnNames = "name"))
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(uniqueConstraints = @UniqueConstraint(name = "new_name", columnNames = "name"))
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class IndexAdded {

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
			@Table(indexes = { @Index(columnList = "name"), @Index(name = "by_two", columnList = "name desc, id") })
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

	}

	@Evolution
	static class IndexRemoved {

		static class V1 {

			@Entity(name = "Person")
			@Table(indexes = { @Index(columnList = "name"), @Index(name = "by_two", columnList = "name desc, id") })
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

		}

	}

	@Evolution
	static class IndexOrderChanged {

		static class V1 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_name", columnList = "name, town"))
			static class Person {

				@Id
				Long id;

				String name;

				String town;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_name", columnList = "name desc, town"))
			static class Person {

				@Id
				Long id;

				String name;

				String town;

			}

		}

	}

	@Evolution(rows = "insert into person (id, name) values (1, 'Ada')", query = "select name from person",
			kept = "Ada")
	static class IndexMadeUnique {

		static class V1 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_name", columnList = "name"))
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_name", columnList = "name", unique = true))
			static class Person {

				@Id
				Long id;

				String name;

			}

		}

	}

	@On(Product.POSTGRESQL)
	@Evolution
	static class IndexConditionChanged {

		static class V1 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_name", columnList = "(lower(name))", options = "where active"))
			static class Person {

				@Id
				Long id;

				String name;

				boolean active;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Table(indexes = @Index(name = "by_name", columnList = "(lower(name))", options = "where not active"))
			static class Person {

				@Id
				Long id;

				String name;

				boolean active;

			}

		}

	}

	@Evolution(rows = "insert into person (id, age) values (1, 36)", query = "select age from person", kept = "36")
	static class CheckAdded {

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
			@Check(name = "adult", constraints = "age >= 18")
			static class Person {

				@Id
				Long id;

				@Check(constraints = "age <> 99")
				int age;

			}

		}

	}

	@Evolution(rows = "insert into person (id, age) values (1, 36)", query = "select age from person", kept = "36")
	static class CheckChanged {

		static class V1 {

			@Entity(name = "Person")
			@Check(name = "adult", constraints = "age >= 18")
			static class Person {

				@Id
				Long id;

				@Check(constraints = "age <> 99")
				int age;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			@Check(name = "adult", constraints = "age >= 21")
			static class Person {

				@Id
				Long id;

				@Check(constraints = "age <> 98")
				int age;

			}

		}

	}

	@Evolution
	static class CheckRemoved {

		static class V1 {

			@Entity(name = "Person")
			@Check(name = "adult", constraints = "age >= 18")
			static class Person {

				@Id
				Long id;

				@Check(constraints = "age <> 99")
				int age;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				int age;

			}

		}

	}

	@Evolution(rows = "insert into person (id, friend_id) values (1, 1)", query = "select friend_id from person",
			kept = "1")
	static class ForeignKeyAdded {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				Long friendId;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ManyToOne
				Person friend;

			}

		}

	}

	@Evolution(rows = "insert into person (id, friend_id) values (1, 1)", query = "select friend_id from person",
			kept = "1")
	static class ForeignKeyRemoved {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ManyToOne
				Person friend;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				Long friendId;

			}

		}

	}

	@Evolution(rows = "insert into person (id, friend_id, boss_id) values (1, 1, 1)",
			query = "select boss_id from person", kept = "1")
	static class DeleteRuleChanged {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ManyToOne
				@OnDelete(action = OnDeleteAction.CASCADE)
				Person friend;

				@ManyToOne
				Person boss;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ManyToOne
				Person friend;

				@ManyToOne
				@OnDelete(action = OnDeleteAction.SET_NULL)
				Person boss;

			}

		}

	}

	@Evolution
	static class ForeignKeyNamed {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ManyToOne
				Person friend;

			}

		}

		static class V2 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ManyToOne
				@JoinColumn(foreignKey = @ForeignKey(name = "person_friend"))
				Person friend;

			}

		}

	}

	@Evolution(rows = { "insert into town (id) values (7)", "insert into person (id, place_id) values (1, 7)",
			"insert into village (id) values (7)" }, query = "select place_id from person", kept = "7")
	static class ForeignKeyTargetChanged {

		static class V1 {

			@Entity(name = "Person")
			static class Person {

				@Id
				Long id;

				@ManyToOne
				Town place;

			}

			@Entity(name = "Town")
			static class Town {

				@Id
				Long id;

			}

			@Entity(name = "Village")
			static class Village {

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
				Village place;

			}

			@Entity(name = "Town")
			static class Town {

				@Id
				Long id;

			}

			@Entity(name = "Village")
			static class Village {

				@Id
				Long id;

			}

		}

	}

}
