package org.copydesk.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.copydesk.storage.Storage;
import org.copydesk.table.Table;

/**
 * Reads a table of a generation, or a view of it, part after part. A column that the generation was
 * written without (columns are only ever added) is null. Memory: the columns of one row group.
 *
 * @param <R> a row
 */
public final class TableScan<R extends Record> implements Closeable {
  private final Storage generation;
  private final Table<R> table;
  private final Deque<String> parts;
  private PartReader<R> open;

  /**
   * @param table to read, or the {@linkplain Table#view view} that holds what is wanted
   */
  public TableScan(Storage generation, Table<R> table) throws IOException {
    this.generation = generation;
    this.table = table;
    this.parts = new ArrayDeque<>(parts(generation, table));
  }

  /** Names of a table's parts, in order. */
  public static List<String> parts(Storage generation, Table<?> table) throws IOException {
    return generation.files().stream()
        .filter(file -> file.startsWith(table.name() + "/") && file.endsWith(".parquet"))
        .toList();
  }

  /** The next row; null after the last. */
  public R next() throws IOException {
    while (true) {
      if (open == null) {
        if (parts.isEmpty()) {
          return null;
        }
        open = new PartReader<>(table, generation, parts.remove());
      }
      R row = open.next();
      if (row != null) {
        return row;
      }
      close();
    }
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
