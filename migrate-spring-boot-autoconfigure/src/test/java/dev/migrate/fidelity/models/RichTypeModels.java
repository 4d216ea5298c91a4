package dev.migrate.fidelity.models;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;

/**
 * Columns that hold more than one value.
 */
final class RichTypeModels {

	private RichTypeModels() {
	}

	static class Arrays {

		@Entity(name = "Sample")
		static class Sample {

			@Id
			Integer id;

			int[] numbers;

			long[] large;

			Integer[] wrapped;

			boolean[] flags;

			double[] doubles;

			String[] words;

			@Column(length = 20)
			String[] shortWords;

			List<String> list;

			List<Integer> numberList;

			Set<LocalDate> days;

			UUID[] keys;

			@Column(precision = 10, scale = 2)
			BigDecimal[] prices;

			@Array(length = 5)
			List<Short> five;

			@Column(nullable = false)
			@Array(length = 3)
			String[] three;

		}

	}

	static class Json {

		@Entity(name = "Product")
		static class Product {

			@Id
			Integer id;

			@JdbcTypeCode(SqlTypes.JSON)
			Map<String, String> labels;

			@JdbcTypeCode(SqlTypes.JSON)
			@Column(nullable = false)
			Size size;

			@JdbcTypeCode(SqlTypes.JSON)
			List<Size> sizes;

			@JdbcTypeCode(SqlTypes.JSON)
			String text;

		}

		@Embeddable
		static class Size {

			int width;

			int height;

		}

	}

	@On(Product.POSTGRESQL)
	static class Structs {

		@Entity(name = "Shipment")
		static class Shipment {

			@Id
			Integer id;

			Address origin;

			@Column(nullable = false)
			Address destination;

			List<Address> stops;

		}

		@Embeddable
		@Struct(name = "address")
		static class Address {

			@Column(length = 80)
			String street;

			int number;

			Place place;

		}

		@Embeddable
		@Struct(name = "place", attributes = { "town", "country" })
		static class Place {

			String town;

			@Column(length = 2)
			String country;

		}

	}

	@On(Product.POSTGRESQL)
	static class Xml {

		@Entity(name = "Invoice")
		static class Invoice {

			@Id
			Integer id;

			@JdbcTypeCode(SqlTypes.SQLXML)
			String text;

			@JdbcTypeCode(SqlTypes.SQLXML)
			@Column(nullable = false)
			String required;

		}

	}

	static class Internet {

		@Entity(name = "Host")
		static class Host {

			@Id
			Integer id;

			InetAddress address;

			@Column(nullable = false)
			InetAddress gateway;

			InetAddress[] others;

		}

	}

	static class Converters {

		@Entity(name = "Account")
		static class Account {

			@Id
			Integer id;

			@Column(length = 30)
			Money balance;

			@Convert(converter = CentsConverter.class)
			Money credit;

		}

		record Money(BigDecimal amount) {

		}

		@Converter(autoApply = true)
		static class MoneyConverter implements AttributeConverter<Money, String> {

			@Override
			public String convertToDatabaseColumn(Money money) {
				return (money != null) ? money.amount().toPlainString() : null;
			}

			@Override
			public Money convertToEntityAttribute(String text) {
				return (text != null) ? new Money(new BigDecimal(text)) : null;
			}

		}

		@Converter
		static class CentsConverter implements AttributeConverter<Money, Long> {

			@Override
			public Long convertToDatabaseColumn(Money money) {
				return (money != null) ? money.amount().unscaledValue().longValue() : null;
			}

			@Override
			public Money convertToEntityAttribute(Long cents) {
				return (cents != null) ? new Money(BigDecimal.valueOf(cents, 2)) : null;
			}

		}

	}

}
