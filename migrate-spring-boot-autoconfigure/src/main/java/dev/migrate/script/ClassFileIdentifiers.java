package dev.migrate.script;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.classreading.MetadataReader;

import dev.migrate.RevisionIdentifiers;
import dev.migrate.revision.Revision;

/**
 * Reads the identifiers of a revision from its class file.
 */
final class ClassFileIdentifiers {

	private ClassFileIdentifiers() {
	}

	/**
	 * Read a class file.
	 * @param reader the class file
	 * @param source the file or class, as shown in messages
	 * @return the revision, or nothing if there is no annotation
	 * @throws dev.migrate.revision.RevisionException if an identifier may not be one
	 */
	static Optional<Revision> read(MetadataReader reader, String source) {
		MergedAnnotation<RevisionIdentifiers> identifiers = reader.getAnnotationMetadata()
			.getAnnotations()
			.get(RevisionIdentifiers.class);
		if (!identifiers.isPresent()) {
			return Optional.empty();
		}
		Instant createDate = CreateDates.parse(identifiers.getString("createDate"), source);
		return Optional
			.of(new Revision(identifiers.getString("revision"), List.of(identifiers.getStringArray("downRevision")),
					new LinkedHashSet<>(List.of(identifiers.getStringArray("branchLabels"))),
					List.of(identifiers.getStringArray("dependsOn")), identifiers.getString("message"), createDate,
					source));
	}

}
