package dev.migrate.fidelity.models;

import java.util.List;
import java.util.Set;

import dev.migrate.testsupport.TestDatabase.Product;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.View;
import org.hibernate.type.YesNoConverter;

/**
 * What Hibernate has beyond the standard.
 */
final class FeatureModels {

	private FeatureModels() {
	}

	static class SoftDeletes {

		@Entity(name = "Usual")
		@SoftDelete
		static class Usual {

			@Id
			Long id;

			@ElementCollection
			@SoftDelete(columnName = "gone")
			Set<String> words;

			@ManyToMany
			@SoftDelete(strategy = SoftDeleteType.ACTIVE)
			Set<Active> active;

		}

		@Entity(name = "Active")
		@SoftDelete(strategy = SoftDeleteType.ACTIVE, comment = "Whether it is there")
		static class Active {

			@Id
			Long id;

		}

		@Entity(name = "Converted")
		@SoftDelete(columnName = "removed", converter = YesNoConverter.class)
		static class Converted {

			@Id
			Long id;

		}

		@Entity(name = "Timed")
		@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
		static class Timed {

			@Id
			Long id;

		}

	}

	static class Tenants {

		@Entity(name = "Account")
		static class Account {

			@Id
			Long id;

			@TenantId
			String tenant;

			@Column(unique = true)
			String name;

			@OneToMany(mappedBy = "account")
			List<Booking> bookings;

		}

		@Entity(name = "Booking")
		static class Booking {

			@Id
			Long id;

			@TenantId
			@Column(length = 20)
			String tenant;

			@ManyToOne
			Account account;

		}

	}

	static class Views {

		@Entity(name = "Person")
		@Table(name = "people")
		static class Person {

			@Id
			Long id;

			String name;

			@Column(nullable = false)
			boolean active;

		}

		@Entity(name = "ActivePerson")
		@View(query = "select id, upper(name) as name from people where active")
		@Table(name = "active_people")
		@Immutable
		static class ActivePerson {

			@Id
			Long id;

			String name;

		}

	}

	static class Subselects {

		@Entity(name = "Sale")
		static class Sale {

			@Id
			@GeneratedValue
			Long id;

			String product;

			int cents;

		}

		@Entity(name = "Total")
		@Immutable
		@Subselect("select product, sum(cents) as total from sale group by product")
		@Synchronize("sale")
		static class Total {

			@Id
			String product;

			long total;

		}

	}

	static class Behaviours {

		@Entity(name = "Thing")
		@DynamicInsert
		@DynamicUpdate
		@OptimisticLocking(type = OptimisticLockType.DIRTY)
		@SQLRestriction("name <> 'hidden'")
		@Cacheable
		static class Thing {

			@Id
			Long id;

			String name;

			transient String notStored;

		}

	}

	@On(Product.POSTGRESQL)
	static class Partitions {

		@Entity(name = "Reading")
		@Table(options = "partition by list (region)")
		static class Reading {

			@Id
			Long id;

			@PartitionKey
			String region;

			double value;

		}

	}

}
