package dev.migrate.autogenerate;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.Inspector;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Pending;
import dev.migrate.operation.Operation;

/**
 * Compiles the calls that {@link JavaOperationWriter} writes, and notes what they ask
 * for.
 */
public final class CompiledOperations {

	/** A method has at most 64 KB of code. */
	private static final int CALLS_OF_A_METHOD = 20;

	private CompiledOperations() {
	}

	/**
	 * Write operations as Java, compile that and call it.
	 * @param operations the operations
	 * @param folder an empty folder to compile in
	 * @return the operations that the compiled code asks for
	 */
	public static List<Operation> of(List<? extends Operation> operations, Path folder) throws Exception {
		JavaOperationWriter writer = new JavaOperationWriter();
		List<String> calls = operations.stream().map(writer::write).toList();
		StringBuilder source = new StringBuilder("import dev.migrate.Migration;\nimport dev.migrate.Operations;\n");
		writer.imports().forEach((name) -> source.append("import ").append(name).append(";\n"));
		source.append("public class Generated implements Migration {\n");
		StringBuilder parts = new StringBuilder();
		for (int from = 0; from < calls.size(); from += CALLS_OF_A_METHOD) {
			parts.append("\t\tpart").append(from).append("(op);\n");
			source.append("\tprivate void part").append(from).append("(Operations op) {\n");
			calls.subList(from, Math.min(calls.size(), from + CALLS_OF_A_METHOD))
				.forEach((call) -> source.append("\t\t").append(call).append('\n'));
			source.append("\t}\n");
		}
		source.append("\tpublic void upgrade(Operations op) {\n").append(parts).append("\t}\n");
		source.append("\tpublic void downgrade(Operations op) {\n\t}\n}\n");
		compile(Files.writeString(folder.resolve("Generated.java"), source), source);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
				CompiledOperations.class.getClassLoader())) {
			Migration migration = (Migration) loader.loadClass("Generated").getDeclaredConstructor().newInstance();
			NotingOperations noting = new NotingOperations();
			migration.upgrade(noting);
			return List.copyOf(noting.asked);
		}
	}

	private static void compile(Path file, CharSequence source) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter errors = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			List<String> options = List.of("-proc:none", "-nowarn", "-classpath",
					System.getProperty("java.class.path"));
			if (!compiler.getTask(errors, files, null, options, null, files.getJavaFileObjects(file)).call()) {
				throw new AssertionError(errors + "\n" + source);
			}
		}
	}

	private static final class NotingOperations implements Operations {

		private final List<Operation> asked = new ArrayList<>();

		@Override
		public <O extends Operation> Pending<O> invoke(O operation) {
			int place = this.asked.size();
			this.asked.add(operation);
			return new Pending<>() {

				private O current = operation;

				@Override
				public void amend(UnaryOperator<O> change) {
					this.current = change.apply(this.current);
					NotingOperations.this.asked.set(place, this.current);
				}

			};
		}

		@Override
		public void autocommit(Runnable block) {
			block.run();
		}

		@Override
		public JdbcClient jdbc() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Inspector inspect() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isOffline() {
			return true;
		}

	}

}
