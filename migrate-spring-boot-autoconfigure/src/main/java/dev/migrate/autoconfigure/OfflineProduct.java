package dev.migrate.autoconfigure;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Finds out without a connection which product a script is written for.
 */
class OfflineProduct {

	private final Dialects dialects;

	private final @Nullable String name;

	private final MigrationDataSources dataSources;

	OfflineProduct(Dialects dialects, @Nullable String name, MigrationDataSources dataSources) {
		this.dialects = dialects;
		this.name = name;
		this.dataSources = dataSources;
	}

	Dialect dialect() {
		if (this.name != null) {
			try {
				return this.dialects.named(this.name);
			}
			catch (IllegalArgumentException ex) {
				throw new MigrationException(Kind.UNSUPPORTED, String.valueOf(ex.getMessage()),
						"correct migrate.dialect", ex);
			}
		}
		String url = this.dataSources.url();
		return ((url != null) ? this.dialects.ofUrl(url) : java.util.Optional.<Dialect>empty())
			.orElseThrow(() -> new MigrationException(Kind.UNSUPPORTED,
					"The product to write SQL for is not known from the application's URL",
					"set migrate.dialect to one of " + this.dialects.names()));
	}

}
