package org.copydesk.report.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copydesk.corpus.PartReader;
import org.copydesk.corpus.TableScan;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * Reads a table's rows, or a view of them, with their places. Memory: those columns of a row group.
 *
 * @param <R> a row
 */
public final class TableRows<R extends Record> {
  private final Storage generation;
  private final Table<R> table;

  /** Where a row stands. */
  public record Place(String part, long row) {}

  /** Takes rows one by one. */
  public interface Sink<R> {
    void take(R row, Place place) throws IOException;
  }

  public TableRows(Storage generation, Table<R> table) {
    this.generation = generation;
    this.table = table;
  }

  /** All rows, in the order of the parts' names. */
  public void scan(Sink<R> sink) throws IOException {
    for (String part : TableScan.parts(generation, table)) {
      try (PartReader<R> reader = new PartReader<>(table, generation, part)) {
        long number = 0;
        for (R row = reader.next(); row != null; row = reader.next()) {
          sink.take(row, new Place(part, number++));
        }
      }
    }
  }

  /** Some rows only; what of the parts holds none of them is passed over. */
  public void fetch(Collection<Place> wanted, Sink<R> sink) throws IOException {
    TreeMap<String, List<Long>> byPart = new TreeMap<>();
    for (Place place : wanted) {
      byPart.computeIfAbsent(place.part(), part -> new ArrayList<>()).add(place.row());
    }
    for (Map.Entry<String, List<Long>> entry : byPart.entrySet()) {
      String part = entry.getKey();
      long[] rows =
          entry.getValue().stream().mapToLong(Long::longValue).sorted().distinct().toArray();
      try (PartReader<R> reader = new PartReader<>(table, generation, part)) {
        reader.fetch(rows, (row, number) -> sink.take(row, new Place(part, number)));
      }
    }
  }
}
