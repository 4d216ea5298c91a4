package dev.migrate.hibernate.entities;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.hibernate.envers.Audited;

/**
 * Entities whose tables have all that tables can have.
 */
@SuppressWarnings("unused")
public final class Tables {

	@Entity
	@Comment("Those who pay")
	@Table(name = "customers", comment = "Those who pay",
			check = @CheckConstraint(name = "adult", constraint = "age >= 18"),
			uniqueConstraints = { @UniqueConstraint(name = "one_per_mail", columnNames = { "mail", "country" }),
					@UniqueConstraint(columnNames = { "country", "age" }) },
			indexes = { @Index(columnList = "country desc, age"), @Index(name = "by_age", columnList = "age"),
					@Index(name = "one_age", columnList = "age, id", unique = true) })
	@Check(constraints = "length(mail) > 2")
	public static class Customer {

		@Id
		@GeneratedValue
		Long id;

		@Version
		int version;

		@Comment("Where bills go")
		@Column(unique = true)
		String mail;

		@Column(nullable = false, length = 2)
		@ColumnDefault("'DE'")
		String country;

		@Check(constraints = "age < 150")
		int age;

		@GeneratedColumn("age + 1")
		int nextAge;

		@Column(columnDefinition = "varchar(20) default 'x' not null")
		String defined;

		@Column(columnDefinition = "decimal(12, 4) default 0 check (credit >= 0)")
		BigDecimal credit;

		@Column(columnDefinition = "char(3)", unique = true)
		String code;

		@ColumnDefault("current_timestamp")
		Instant since;

		@NaturalId
		String number;

		@NaturalId
		String region;

		@ElementCollection
		List<String> phones;

		@ElementCollection
		@OrderColumn
		List<Address> addresses;

		@ElementCollection
		Map<String, Integer> scores;

		@ManyToMany
		Set<Article> articles;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "advised_by"))
		@OnDelete(action = OnDeleteAction.SET_NULL)
		Customer adviser;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
		Customer unchecked;

		@OneToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "has_favourite",
				foreignKeyDefinition = "foreign key (favourite_id) references article (id) on delete cascade"))
		Article favourite;

	}

	@Embeddable
	public static class Address {

		String street;

		@Column(nullable = false)
		String city;

	}

	@Entity(name = "Article")
	@SecondaryTable(name = "article_text")
	@SoftDelete
	public static class Article {

		@Id
		@GeneratedValue
		Long id;

		@Column(table = "article_text", nullable = false)
		String text;

		@OneToMany
		@OrderColumn
		List<Article> parts;

	}

	@Entity
	@Table(name = "`Mixed Case`", indexes = @Index(name = "`An_Index`", columnList = "`Some Column`"))
	public static class Quoted {

		@Id
		@Column(name = "`order`")
		Long order;

		@Column(name = "`Some Column`", unique = true)
		String some;

		@ManyToOne
		@JoinColumn(name = "`Parent`", foreignKey = @ForeignKey(name = "`To Parent`"))
		Quoted parent;

	}

	@Entity
	@Audited
	public static class Versioned {

		@Id
		@GeneratedValue
		Long id;

		String name;

	}

	@Entity
	@Table(name = "elsewhere", schema = "other")
	public static class InOtherSchema {

		@Id
		@GeneratedValue
		Long id;

		String name;

	}

	@Entity
	@Table(schema = "other")
	public static class AcrossSchemas {

		@Id
		Long id;

		@ManyToOne
		Versioned versioned;

		@ManyToOne
		AcrossSchemas parent;

	}

	@Entity
	@View(query = "select id, mail from customers")
	@Table(name = "mails")
	public static class Mail {

		@Id
		Long id;

		String mail;

	}

	@Entity
	@Subselect("select id, age from customers")
	public static class Age {

		@Id
		Long id;

		int age;

	}

	@Entity
	@Table(name = "notes",
			indexes = { @Index(name = "open_notes", columnList = "title", options = "where done is null"),
					@Index(name = "by_lower_title", columnList = "(lower(title)), id desc") })
	public static class Note {

		@Id
		Long id;

		@Collate("C")
		String title;

		Instant done;

		@Column(columnDefinition = "text not null default 'a,b(c' collate \"C\"")
		String body;

		@Column(columnDefinition = "bigint generated by default as identity (start with 5)")
		Long counter;

		@ManyToOne
		@JoinColumn(
				foreignKey = @ForeignKey(name = "follows", options = "on update cascade deferrable initially deferred"))
		Note before;

	}

	private Tables() {
	}

}
