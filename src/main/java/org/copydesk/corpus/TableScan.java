package org.copydesk.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.copydesk.storage.Storage;

/**
 * Reads some columns of a table of a generation, part after part. A column that the generation was
 * written without (columns are only ever added) is null. Memory: the columns of one row group.
 */
public final class TableScan implements Closeable {
  private final Storage generation;
  private final Table table;
  private final String[] columns;
  private final Deque<String> parts = new ArrayDeque<>();
  private PartReader open;

  /**
   * @param columns to read, in the order of what {@link #next} gives
   */
  public TableScan(Storage generation, Table table, String... columns) throws IOException {
    this.generation = generation;
    this.table = table;
    this.columns = columns;
    for (String file : generation.files()) {
      if (file.startsWith(table.name() + "/") && file.endsWith(".parquet")) {
        parts.add(file);
      }
    }
  }

  /** Values of the asked columns in the next row; null after the last. */
  public Object[] next() throws IOException {
    while (true) {
      if (open == null) {
        if (parts.isEmpty()) {
          return null;
        }
        open = new PartReader(table, generation, parts.remove(), Set.of(columns));
      }
      Object[] row = open.next();
      if (row != null) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
          values[i] = row[table.indexOf(columns[i])];
        }
        return values;
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
