package org.copydesk.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.copydesk.command.Commands;

/** A published corpus, read with DuckDB: a reader that is not ours. */
public final class Corpus {
  private final Path generation;

  private Corpus(Path generation) {
    this.generation = generation;
  }

  /** Builds with the real main; fails unless it ends with 0. */
  public static Corpus build(Path output, String... arguments) throws IOException {
    int exitCode = run(output, arguments);
    if (exitCode != 0) {
      throw new AssertionError("build ended with " + exitCode);
    }
    return published(output);
  }

  static int run(Path output, String... arguments) {
    List<String> all = new ArrayList<>(List.of("build", "-o", output.toString()));
    all.addAll(List.of(arguments));
    return Commands.run(all.toArray(String[]::new));
  }

  public static Corpus published(Path output) throws IOException {
    String name = Files.readString(output.resolve("CURRENT")).strip();
    return new Corpus(output.resolve("generations").resolve(name));
  }

  public Path generation() {
    return generation;
  }

  /** Rows of a query in which {@code {table}} stands for a table's parts. */
  public List<List<Object>> query(String sql) {
    String filled = sql;
    for (int open = filled.indexOf('{'); open >= 0; open = filled.indexOf('{')) {
      int close = filled.indexOf('}', open);
      String table = filled.substring(open + 1, close);
      filled =
          filled.substring(0, open)
              + "'"
              + generation.resolve(table)
              + "/*.parquet'"
              + filled.substring(close + 1);
    }
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(filled)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
    } catch (SQLException e) {
      throw new AssertionError(filled, e);
    }
    return rows;
  }

  /** The one value of a query. */
  public Object value(String sql) {
    return query(sql).get(0).get(0);
  }

  public long count(String table) {
    return ((Number) value("select count(*) from {" + table + "}")).longValue();
  }

  /** The digests of the manifest, as text. */
  String digests() throws IOException {
    String manifest = Files.readString(generation.resolve("manifest.json"));
    int start = manifest.indexOf("\"digests\"");
    return manifest.substring(start, manifest.indexOf('}', start));
  }

  public static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
