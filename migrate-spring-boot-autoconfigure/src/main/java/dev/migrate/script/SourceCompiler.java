package dev.migrate.script;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

import dev.migrate.script.CompilerFiles.CompiledFile;

/**
 * Compiles the sources of revisions in memory, with the compiler of the JDK that the
 * application runs on.
 */
final class SourceCompiler {

	/** Parameters are what the bean factory knows constructor arguments by. */
	private static final List<String> OPTIONS = List.of("-proc:none", "-parameters", "-g", "-nowarn");

	private static final String REMEDY = "correct it, or build the application first if it needs what is not built yet";

	private final JavaCompiler compiler;

	private final ClassLoader classLoader;

	private final ProjectLayout layout;

	/**
	 * Create a compiler.
	 * @param compiler the JDK's
	 * @param classLoader the application's class loader
	 * @param layout the project
	 */
	SourceCompiler(JavaCompiler compiler, ClassLoader classLoader, ProjectLayout layout) {
		this.compiler = compiler;
		this.classLoader = classLoader;
		this.layout = layout;
	}

	/**
	 * Compile sources.
	 * @param sources the sources
	 * @return class files by class name
	 * @throws ScriptException if they do not compile
	 */
	Map<String, CompiledFile> compile(Collection<Path> sources) {
		return compile((files) -> files.getJavaFileObjectsFromPaths(sources));
	}

	/**
	 * Compile a source that is no file yet.
	 * @param file the file that it will be
	 * @param text its text
	 * @return class files by class name
	 * @throws ScriptException if it does not compile
	 */
	Map<String, CompiledFile> compile(Path file, String text) {
		return compile((files) -> List.of(new SimpleJavaFileObject(file.toUri(), JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return text;
			}

		}));
	}

	private Map<String, CompiledFile> compile(
			Function<StandardJavaFileManager, Iterable<? extends JavaFileObject>> sources) {
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		StringWriter output = new StringWriter();
		try (var files = this.compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
				CompilerFiles compilerFiles = new CompilerFiles(files, this.classLoader)) {
			boolean successful = this.compiler
				.getTask(output, compilerFiles, diagnostics, OPTIONS, null, sources.apply(files))
				.call();
			if (!successful) {
				throw diagnostics.getDiagnostics()
					.stream()
					.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
					.findFirst()
					.map(this::failure)
					.orElseGet(() -> new ScriptException("The sources of revisions do not compile: " + output, REMEDY));
			}
			return compilerFiles.compiled();
		}
		catch (IOException ex) {
			throw new ScriptException("The sources of revisions cannot be compiled: " + ex.getMessage(),
					"build the application first", ex);
		}
	}

	private ScriptException failure(Diagnostic<? extends JavaFileObject> error) {
		String message = error.getMessage(Locale.ENGLISH)
			.lines()
			.map((line) -> line.strip().replaceAll("\\s+", " "))
			.collect(Collectors.joining(", "));
		JavaFileObject source = error.getSource();
		if (source == null) {
			return new ScriptException("The sources of revisions do not compile: " + message, REMEDY);
		}
		return new ScriptException("%s does not compile, line %d: %s"
			.formatted(this.layout.display(Path.of(source.toUri())), error.getLineNumber(), message), REMEDY);
	}

}
