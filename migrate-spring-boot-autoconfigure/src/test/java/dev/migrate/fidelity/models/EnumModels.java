package dev.migrate.fidelity.models;

import java.util.List;
import java.util.Set;

import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Enumerations.
 */
final class EnumModels {

	private EnumModels() {
	}

	enum Colour {

		RED, GREEN, BLUE

	}

	enum Size {

		SMALL {
			@Override
			int factor() {
				return 1;
			}
		},
		LARGE {
			@Override
			int factor() {
				return 2;
			}
		};

		abstract int factor();

	}

	static class Strings {

		@Entity(name = "Paint")
		static class Paint {

			@Id
			Long id;

			@Enumerated(EnumType.STRING)
			Colour colour;

			@Enumerated(EnumType.STRING)
			@Column(length = 8, nullable = false)
			Colour background;

			@Enumerated(EnumType.STRING)
			Size size;

		}

	}

	static class Ordinals {

		@Entity(name = "Paint")
		static class Paint {

			@Id
			Long id;

			Colour colour;

			@Enumerated(EnumType.ORDINAL)
			@Column(nullable = false)
			Size size;

			@JdbcTypeCode(SqlTypes.INTEGER)
			Colour asInteger;

		}

	}

	static class Values {

		@Entity(name = "Ticket")
		static class Ticket {

			@Id
			Long id;

			Priority priority;

			@Enumerated(EnumType.STRING)
			Letter letter;

		}

		enum Priority {

			LOW(10), HIGH(99);

			@EnumeratedValue
			final int number;

			Priority(int number) {
				this.number = number;
			}

		}

		enum Letter {

			ALPHA("a"), BETA("b'");

			@EnumeratedValue
			final String text;

			Letter(String text) {
				this.text = text;
			}

		}

	}

	static class NamedTypes {

		@Entity(name = "Paint")
		static class Paint {

			@Id
			Long id;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			Colour colour;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			@Column(nullable = false)
			Size size;

		}

	}

	@On(Product.POSTGRESQL)
	static class NamedOrdinals {

		@Entity(name = "Paint")
		static class Paint {

			@Id
			Long id;

			@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
			Finish finish;

		}

		enum Finish {

			MATT, GLOSS

		}

	}

	@On(Product.POSTGRESQL)
	static class NamedTypeDefaults {

		@Entity(name = "Paint")
		static class Paint {

			@Id
			Long id;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			@ColumnDefault("'GREEN'")
			Colour colour;

		}

		@Entity(name = "Car")
		static class Car {

			@Id
			Long id;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			Colour colour;

		}

	}

	static class Several {

		@Entity(name = "Palette")
		static class Palette {

			@Id
			Long id;

			@Enumerated(EnumType.STRING)
			Colour[] inArray;

			List<Colour> inList;

			@ElementCollection
			@Enumerated(EnumType.STRING)
			@Column(nullable = false)
			Set<Colour> inTable;

		}

	}

	@On(Product.POSTGRESQL)
	static class NamedArrays {

		@Entity(name = "Palette")
		static class Palette {

			@Id
			Long id;

			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			Colour one;

			@org.hibernate.annotations.Array(length = 4)
			@Column(columnDefinition = "colour[]")
			String[] several;

		}

	}

	static class Converted {

		@Entity(name = "Paint")
		static class Paint {

			@Id
			Long id;

			@Column(length = 1)
			Colour colour;

		}

		@Converter(autoApply = true)
		static class ColourConverter implements AttributeConverter<Colour, String> {

			@Override
			public String convertToDatabaseColumn(Colour colour) {
				return (colour != null) ? colour.name().substring(0, 1) : null;
			}

			@Override
			public Colour convertToEntityAttribute(String letter) {
				return (letter != null) ? Set.of(Colour.values())
					.stream()
					.filter((colour) -> colour.name().startsWith(letter))
					.findFirst()
					.orElseThrow() : null;
			}

		}

	}

}
