package org.copydesk.corpus;

import java.util.List;

/**
 * A column of a table.
 *
 * @param name in snake case
 * @param type of its values; all columns may be null
 * @param meaning one sentence for the dataset card
 * @param repeats whether rows share values; where they hardly do, a dictionary of them is work lost
 */
public record Column(String name, Type type, String meaning, boolean repeats) {

  /** The type of a column's values, and the Java type a row holds. */
  public sealed interface Type permits Scalar, ListOf, Struct {}

  /** A single value. */
  public enum Scalar implements Type {
    /** {@code String}, UTF-8. */
    TEXT,
    /** {@code Long}. */
    LONG,
    /** {@code Double}. */
    DOUBLE,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code Long}: microseconds since 1970 in UTC. */
    TIMESTAMP
  }

  /** {@code List} of scalar values or structs. */
  public record ListOf(Type element) implements Type {}

  /** {@code Object[]}: one value a field. */
  public record Struct(List<Column> fields) implements Type {}

  static Column text(String name, String meaning) {
    return new Column(name, Scalar.TEXT, meaning, true);
  }

  /** A text that is another one in nearly every row. */
  static Column ownText(String name, String meaning) {
    return new Column(name, Scalar.TEXT, meaning, false);
  }

  static Column number(String name, String meaning) {
    return new Column(name, Scalar.LONG, meaning, true);
  }

  static Column real(String name, String meaning) {
    return new Column(name, Scalar.DOUBLE, meaning, true);
  }

  static Column flag(String name, String meaning) {
    return new Column(name, Scalar.BOOLEAN, meaning, true);
  }

  static Column time(String name, String meaning) {
    return new Column(name, Scalar.TIMESTAMP, meaning, true);
  }

  static Column list(String name, Type element, String meaning) {
    return new Column(name, new ListOf(element), meaning, true);
  }

  static Column struct(String name, List<Column> fields, String meaning) {
    return new Column(name, new Struct(fields), meaning, true);
  }
}
