package dev.migrate.cli;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/**
 * The version of the jar that the command line is in.
 */
final class MigrateVersion implements IVersionProvider {

	@Override
	public String[] getVersion() {
		String version = getClass().getPackage().getImplementationVersion();
		return new String[] { "migrate " + Objects.requireNonNullElse(version, "(not packaged)") };
	}

}
