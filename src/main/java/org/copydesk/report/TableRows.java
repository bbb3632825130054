package org.copydesk.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.corpus.PartReader;
import org.copydesk.corpus.Table;
import org.copydesk.storage.Storage;

/** Reads some columns of a table's rows, part by part. Memory: those columns of a row group. */
final class TableRows {
  private final Storage generation;
  private final Table table;
  private final Map<String, Integer> places = new HashMap<>();

  /** Where a row stands. */
  record Place(String part, long row) {}

  /** Takes rows one by one; a row is only good until the next. */
  interface Sink {
    void take(Row row) throws IOException;
  }

  /** A row by the names of its columns. */
  final class Row {
    private Object[] values;
    private String part;
    private long number;

    Place place() {
      return new Place(part, number);
    }

    Object value(String column) {
      return values[places.get(column)];
    }

    String text(String column) {
      return (String) value(column);
    }

    /** A number, null when it is not known. */
    Long known(String column) {
      return (Long) value(column);
    }

    /** A number, 0 when it is not known. */
    long number(String column) {
      Long value = known(column);
      return value == null ? 0 : value;
    }

    Double real(String column) {
      return (Double) value(column);
    }

    boolean flag(String column) {
      return Boolean.TRUE.equals(value(column));
    }

    /** A list's elements: texts, or {@code Object[]} for structs; empty when not known. */
    List<?> list(String column) {
      Object value = value(column);
      return value == null ? List.of() : (List<?>) value;
    }
  }

  TableRows(Storage generation, Table table) {
    this.generation = generation;
    this.table = table;
    for (int i = 0; i < table.columns().size(); i++) {
      places.put(table.columns().get(i).name(), i);
    }
  }

  /** All rows, in the order of the parts' names. */
  void scan(Set<String> columns, Sink sink) throws IOException {
    Row row = new Row();
    for (String part : parts()) {
      try (PartReader reader = new PartReader(table, generation, part, columns)) {
        row.part = part;
        row.number = -1;
        while ((row.values = reader.next()) != null) {
          row.number++;
          sink.take(row);
        }
      }
    }
  }

  /** Some rows only; row groups without one of them are passed over. */
  void fetch(Set<String> columns, Collection<Place> wanted, Sink sink) throws IOException {
    TreeMap<String, List<Long>> byPart = new TreeMap<>();
    for (Place place : wanted) {
      byPart.computeIfAbsent(place.part(), part -> new ArrayList<>()).add(place.row());
    }
    Row row = new Row();
    for (Map.Entry<String, List<Long>> entry : byPart.entrySet()) {
      row.part = entry.getKey();
      try (PartReader reader = new PartReader(table, generation, row.part, columns)) {
        long at = 0;
        for (long next : entry.getValue().stream().sorted().distinct().toList()) {
          reader.skip(next - at);
          row.values = reader.next();
          row.number = next;
          at = next + 1;
          sink.take(row);
        }
      }
    }
  }

  private List<String> parts() throws IOException {
    return generation.files().stream()
        .filter(file -> file.startsWith(table.name() + "/") && file.endsWith(".parquet"))
        .toList();
  }
}
