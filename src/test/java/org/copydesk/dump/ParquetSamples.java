package org.copydesk.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** Parquet as DuckDB writes it: a query in, the bytes of a file out. */
final class ParquetSamples {
  private ParquetSamples() {}

  /**
   * @param options of COPY, such as {@code codec 'snappy', row_group_size 2048}; may be empty
   */
  static byte[] of(String query, String options) {
    return run(folder -> query, options);
  }

  /** The rows of JSON Lines. */
  static byte[] ofJsonLines(String lines, String options) {
    return run(
        folder -> {
          Path json = folder.resolve("rows.jsonl");
          Files.writeString(json, lines);
          // Left to itself it takes for a time what looks like one.
          return "SELECT * REPLACE (strftime(date, '%Y-%m-%dT%H:%M:%SZ') AS date)"
              + " FROM read_json_auto('"
              + json
              + "', format = 'newline_delimited')";
        },
        options);
  }

  private interface Query {
    String in(Path folder) throws IOException;
  }

  private static byte[] run(Query query, String options) {
    try {
      Path folder = Files.createTempDirectory("parquet");
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duck.createStatement()) {
        Path file = folder.resolve("rows.parquet");
        String more = options.isEmpty() ? "" : ", " + options;
        statement.execute("SET threads = 1");
        statement.execute("SET TimeZone = 'UTC'");
        statement.execute(
            "COPY (" + query.in(folder) + ") TO '" + file + "' (FORMAT parquet" + more + ")");
        return Files.readAllBytes(file);
      } finally {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
