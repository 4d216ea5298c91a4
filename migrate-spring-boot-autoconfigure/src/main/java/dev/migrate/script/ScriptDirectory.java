package dev.migrate.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;

/**
 * The revisions of an application: the graph of them, and the file of each.
 */
public final class ScriptDirectory {

	private final ScriptLocations locations;

	private final RevisionGraph graph;

	private final Map<String, RevisionScript> scripts;

	private final Map<String, Path> sources;

	/**
	 * Create a directory.
	 * @param locations where the scripts were found
	 * @param scripts the scripts
	 * @throws dev.migrate.revision.RevisionException if they do not form a graph
	 */
	public ScriptDirectory(ScriptLocations locations, Collection<RevisionScript> scripts) {
		this(locations, scripts, Map.of());
	}

	/**
	 * Create a directory of scripts whose sources are at hand.
	 * @param locations where the scripts were found
	 * @param scripts the scripts
	 * @param sources the files in the project's source folders, by id
	 * @throws dev.migrate.revision.RevisionException if they do not form a graph
	 */
	ScriptDirectory(ScriptLocations locations, Collection<RevisionScript> scripts, Map<String, Path> sources) {
		this.locations = locations;
		this.sources = Map.copyOf(sources);
		List<Revision> revisions = new ArrayList<>(scripts.size());
		this.scripts = new HashMap<>(scripts.size() * 2);
		for (RevisionScript script : scripts) {
			revisions.add(script.revision());
			this.scripts.put(script.revision().id(), script);
		}
		this.graph = RevisionGraph.of(revisions);
	}

	/**
	 * Where the scripts were looked for.
	 * @return the locations
	 */
	public ScriptLocations locations() {
		return this.locations;
	}

	/**
	 * The revisions as a graph.
	 * @return the graph
	 */
	public RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * All scripts.
	 * @return the scripts, in no particular order
	 */
	public Collection<RevisionScript> scripts() {
		return Collections.unmodifiableCollection(this.scripts.values());
	}

	/**
	 * The script of a revision.
	 * @param id the revision's id
	 * @return the script
	 * @throws dev.migrate.revision.RevisionException if there is no such revision
	 */
	public RevisionScript script(String id) {
		RevisionScript script = this.scripts.get(id);
		if (script == null) {
			this.graph.get(id);
			throw new IllegalStateException("Revision " + id + " has no script");
		}
		return script;
	}

	/**
	 * The file to edit when a revision is to be changed.
	 * @param id the revision's id
	 * @return its file in the project's source folders, if it has one there and they were
	 * looked into
	 */
	public Optional<Path> source(String id) {
		return Optional.ofNullable(this.sources.get(id));
	}

}
