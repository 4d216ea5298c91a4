package dev.migrate.dialect.h2;

import java.util.Set;

/**
 * The words that H2 2.x does not take as an unquoted identifier.
 */
final class H2Keywords {

	static final Set<String> RESERVED = Set.of(("_rowid_ all and any array as asymmetric authorization between case "
			+ "cast check constraint cross current_catalog current_date current_path current_role current_schema "
			+ "current_time current_timestamp current_user day default distinct else end except exists false fetch for "
			+ "foreign from full group groups having hour if ilike in inner intersect interval is join key left like "
			+ "limit localtime localtimestamp minus minute month natural not null offset on or order over partition "
			+ "primary qualify range regexp right row rownum rows second select session_user set some symmetric "
			+ "system_user table to top true uescape union unique unknown user using value values when where window "
			+ "with year")
		.split(" "));

	private H2Keywords() {
	}

}
