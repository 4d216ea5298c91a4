package dev.migrate.fidelity.evolution;

import dev.migrate.fidelity.models.On;
import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Constants of enumerations come, go and change their name.
 */
final class EnumChanges {

	private EnumChanges() {
	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select colour from paint",
			kept = "RED")
	static class ConstantAdded {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@Enumerated(EnumType.STRING)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@Enumerated(EnumType.STRING)
				Colour colour;

			}

			enum Colour {

				GREEN, RED, BLUE

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select colour from paint",
			kept = "RED")
	static class ConstantRemoved {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@Enumerated(EnumType.STRING)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@Enumerated(EnumType.STRING)
				Colour colour;

			}

			enum Colour {

				RED

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select colour from paint",
			kept = "RED")
	static class ConstantRenamed {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@Enumerated(EnumType.STRING)
				@Column(nullable = false)
				@ColumnDefault("'RED'")
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@Enumerated(EnumType.STRING)
				@Column(nullable = false)
				@ColumnDefault("'RED'")
				Colour colour;

			}

			enum Colour {

				LIME, RED

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 1)", query = "select colour from paint", kept = "1")
	static class OrdinalAdded {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				Colour colour;

			}

			enum Colour {

				GREEN, RED, BLUE

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select colour from paint",
			kept = "RED")
	static class ConstantOfTypeAdded {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				GREEN, RED, BLUE

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select colour from paint",
			kept = "RED")
	static class ConstantOfTypeRemoved {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				RED

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select colour from paint",
			kept = "RED")
	static class ConstantOfTypeRenamed {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				@Column(nullable = false)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				@Column(nullable = false)
				Colour colour;

			}

			enum Colour {

				LIME, RED

			}

		}

	}

	@On(Product.POSTGRESQL)
	@Evolution(rows = "insert into paint (id) values (1)", query = "select colour from paint", kept = "RED")
	static class ConstantOfTypeWithDefaultRemoved {

		static class V1 {

			@Entity(name = "Paint")
			@Table(indexes = @Index(name = "by_colour", columnList = "colour"))
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				@ColumnDefault("'RED'")
				Colour colour;

			}

			@Entity(name = "Car")
			static class Car {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			@Table(indexes = @Index(name = "by_colour", columnList = "colour"))
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				@ColumnDefault("'RED'")
				Colour colour;

			}

			@Entity(name = "Car")
			static class Car {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				RED

			}

		}

	}

	@Evolution(rows = "insert into paint (id) values (1)", query = "select id from paint where colour is null",
			kept = "1")
	static class TypeAdded {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select id from paint", kept = "1",
			keepsRows = false)
	static class TypeRemoved {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select colour from paint",
			kept = "RED")
	static class CheckMadeType {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@Enumerated(EnumType.STRING)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@JdbcTypeCode(SqlTypes.NAMED_ENUM)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

	}

	@Evolution(rows = "insert into paint (id, colour) values (1, 'RED')", query = "select colour from paint",
			kept = "RED")
	static class StringMadeEnum {

		static class V1 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				String colour;

			}

		}

		static class V2 {

			@Entity(name = "Paint")
			static class Paint {

				@Id
				Long id;

				@Enumerated(EnumType.STRING)
				Colour colour;

			}

			enum Colour {

				GREEN, RED

			}

		}

	}

}
