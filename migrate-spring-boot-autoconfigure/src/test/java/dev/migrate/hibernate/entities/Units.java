package dev.migrate.hibernate.entities;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * Entities of persistence units that share a database.
 */
@SuppressWarnings("unused")
public final class Units {

	@Entity
	@Table(name = "one")
	public static class One {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "two")
	public static class Two {

		@Id
		Long id;

	}

	@Entity
	@Table(name = "shared")
	public static class Shared {

		@Id
		Long id;

		String name;

	}

	@Entity
	@Table(name = "shared")
	public static class Other {

		@Id
		Long id;

		String title;

	}

	@Entity
	@Table(name = "numbered")
	public static class Numbered {

		@Id
		@GeneratedValue
		@SequenceGenerator(sequenceName = "numbered_seq")
		Long id;

	}

	@Entity
	public static class Unmappable {

		@Id
		Long id;

		@OneToMany
		List<String> names;

	}

	private Units() {
	}

}
