package org.copydesk.table;

import java.util.List;

/**
 * What a row or a struct is made of.
 *
 * <p>A stored value is a {@code String}, {@code Long} (of a time: microseconds since 1970), {@code
 * Double} or {@code Boolean}, a struct, or a list of one of these; null is not known.
 *
 * @param <T> what it is in Java
 */
public interface Fields<T> {
  List<Column> columns();

  /**
   * The stored value of a column.
   *
   * @param column its place, from 0
   */
  Object value(T of, int column);

  /**
   * The inverse of {@link #value}.
   *
   * @param values stored values, one per column; not kept, and of no use afterwards
   */
  T make(Object[] values);
}
