package dev.migrate.script;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Resolves patterns as Spring does, but finds all files with an extension below a folder
 * without asking the file system for the attributes of each.
 */
final class RevisionFileResolver extends PathMatchingResourcePatternResolver {

	private static final String ALL_BELOW = "**/*";

	RevisionFileResolver(ResourceLoader resourceLoader) {
		super(resourceLoader);
	}

	@Override
	protected Set<Resource> doFindPathMatchingFileResources(Resource rootDirResource, String subPattern)
			throws IOException {
		String extension = subPattern.startsWith(ALL_BELOW) ? subPattern.substring(ALL_BELOW.length()) : "*";
		if (getPathMatcher().isPattern(extension) || !rootDirResource.isFile()) {
			return super.doFindPathMatchingFileResources(rootDirResource, subPattern);
		}
		Set<Resource> found = new LinkedHashSet<>();
		find(rootDirResource.getFile(), extension, found);
		return found;
	}

	private static void find(File directory, String extension, Set<Resource> found) throws IOException {
		String[] names = directory.list();
		if (names == null) {
			if (directory.isDirectory()) {
				throw new IOException("the folder %s cannot be read".formatted(directory));
			}
			return;
		}
		Arrays.sort(names);
		for (String name : names) {
			File file = new File(directory, name);
			if (name.endsWith(extension)) {
				found.add(new FileSystemResource(file));
			}
			else {
				find(file, extension, found);
			}
		}
	}

}
