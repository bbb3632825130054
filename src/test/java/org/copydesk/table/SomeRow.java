package org.copydesk.table;

import java.util.HashMap;
import java.util.Map;

/** Rows for tests, by the names of their columns; the others are null. */
public final class SomeRow {
  private SomeRow() {}

  /**
   * @param values stored values by column
   */
  public static <R extends Record> R of(Table<R> table, Map<String, ?> values) {
    Map<String, Object> left = new HashMap<>(values);
    Object[] row = table.columns().stream().map(column -> left.remove(column.name())).toArray();
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("no columns of " + table.name() + ": " + left.keySet());
    }
    return table.row().make(row);
  }

  /** The row with another value in one column. */
  public static <R extends Record> R with(Table<R> table, R row, String name, Object value) {
    if (table.columns().stream().noneMatch(column -> column.name().equals(name))) {
      throw new IllegalArgumentException("no column of " + table.name() + ": " + name);
    }
    return table.map(row, (column, old) -> column.name().equals(name) ? value : old);
  }
}
