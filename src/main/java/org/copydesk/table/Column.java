package org.copydesk.table;

import java.util.List;

/**
 * A column of a table, or a field of a struct.
 *
 * @param name in snake case
 * @param type of its values; all columns may be null
 * @param meaning one phrase for the dataset card; null in a record that only reads
 * @param repeats whether rows share values; where they hardly do, a dictionary of them is work lost
 * @param words whether it holds a page's own words
 */
public record Column(String name, Type type, String meaning, boolean repeats, Words words) {

  /** The type of a column's values. */
  public sealed interface Type permits Scalar, ListOf, Struct {}

  /** A single value; behind each the type of the record's component. */
  public enum Scalar implements Type {
    /** {@code String}, UTF-8. */
    TEXT,
    /** {@code Long}. */
    LONG,
    /** {@code Double}. */
    DOUBLE,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code Instant}; stored as microseconds since 1970 in UTC. */
    TIMESTAMP
  }

  /** {@code List} of scalar values or structs. */
  public record ListOf(Type element) implements Type {}

  /** A record, or what {@link MadeOf} says. */
  public record Struct(Fields<?> made) implements Type {
    public List<Column> fields() {
      return made.columns();
    }

    /** The fields, for a value of theirs. */
    @SuppressWarnings("unchecked")
    public Fields<Object> ofValue() {
      return (Fields<Object>) made;
    }
  }

  /** Whether a column holds words of a page. */
  public enum Words {
    NONE,
    TEXT,
    JSON
  }
}
