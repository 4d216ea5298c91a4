package dev.migrate.fidelity;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Many entities, each with ten columns, a foreign key, an index and a unique constraint.
 * One in five has an enum and a column with a default besides.
 */
public final class GeneratedEntities {

	private static final int SHARE_WITH_EXPRESSIONS = 5;

	private static final String SOURCE = """
			package generated;
			import jakarta.persistence.*;
			@Entity
			@Table(indexes = @Index(name = "ix_%1$d", columnList = "name, created desc"))
			public class Entity%1$d {
				@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
				String name;
				@Column(length = 40, unique = true) String code;
				@Column(nullable = false) java.time.Instant created;
				@Column(precision = 12, scale = 2) java.math.BigDecimal price;
				int amount;
				boolean active;
				java.time.LocalDate since;
				java.util.UUID reference;
				@ManyToOne Entity%2$d other;
				%3$s
			}
			""";

	private static final String EXPRESSIONS = """
			enum State { NEW, ACTIVE, CLOSED }
				@Enumerated(EnumType.STRING) State state;
				@org.hibernate.annotations.ColumnDefault("'none'") String note;""";

	private GeneratedEntities() {
	}

	/**
	 * Compile the entities.
	 * @param folder where they may be compiled
	 * @param count how many
	 * @return Hibernate with them
	 */
	public static HibernateBootstrap bootstrap(Path folder, int count) throws IOException {
		List<Path> files = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			names.add("generated.Entity" + i);
			files.add(Files.writeString(folder.resolve("Entity" + i + ".java"),
					SOURCE.formatted(i, (i * 7 + 1) % count, (i % SHARE_WITH_EXPRESSIONS == 0) ? EXPRESSIONS : "")));
		}
		compile(files, folder);
		return new HibernateBootstrap(names, Map.of(), classLoader(folder));
	}

	private static void compile(List<Path> files, Path folder) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			List<String> options = List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-classpath",
					System.getProperty("java.class.path"));
			if (!compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
				.call()) {
				throw new AssertionError("The entities do not compile");
			}
		}
	}

	/** It lives as long as the classes that Hibernate has loaded. */
	private static ClassLoader classLoader(Path folder) throws MalformedURLException {
		return new URLClassLoader(new URL[] { folder.toUri().toURL() }, GeneratedEntities.class.getClassLoader());
	}

}
