package dev.migrate.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.openjdk.jmh.infra.Blackhole;

import dev.migrate.testsupport.RecordingDataSource;

/**
 * The queries that some work sends, to be sent again without it: its rows are only
 * fetched.
 *
 * @param connection where they are sent
 * @param texts the queries
 */
record Queries(Connection connection, List<String> texts) {

	/**
	 * Do the work, and keep its queries of the schema that the connection works in.
	 */
	static Queries of(Connection connection, Work work) throws SQLException {
		RecordingDataSource recording = new RecordingDataSource(Databases.keptOpen(connection));
		work.execute(recording.getConnection());
		return new Queries(connection,
				recording.sent().stream().map((query) -> query.replace("?::text", "NULL::text")).toList());
	}

	void fetch(Blackhole blackhole) throws SQLException {
		for (String query : this.texts) {
			try (Statement statement = this.connection.createStatement();
					ResultSet rows = statement.executeQuery(query)) {
				int columns = rows.getMetaData().getColumnCount();
				while (rows.next()) {
					for (int i = 1; i <= columns; i++) {
						blackhole.consume(rows.getString(i));
					}
				}
			}
		}
	}

	/**
	 * Sends queries.
	 */
	interface Work {

		void execute(Connection connection) throws SQLException;

	}

}
